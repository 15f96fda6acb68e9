"""D205: a heading that is the only child of the one above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import At, Finding
from drafter.check.headings import headings
from drafter.check.siblings import siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Node


def find(view: View) -> Iterator[Finding | At]:
    """Each heading numbered 1 that no 2 follows, and each point of an outline that stands alone."""
    heads = set(view.once(headings))
    for group in view.once(siblings):
        first = group[0]
        if len(group) == 1 and first.level > 1 and first in heads and first.label and first.label.number == 1:
            yield Finding(first.start, first.end)
    if view.outline:
        yield from (each for node in view.outline.sections for each in _of_node(node))


def _of_node(node: Node) -> Iterator[At]:
    if len(node.points) == 1 and node.points[0].titles:
        yield At(next(iter(node.points[0].titles.values())).pointer)
    for point in node.points:
        yield from _of_node(point)
