"""Which parts of a paper look ahead: what they plan was held against this year once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.outline.model import Node, Outline
from drafter.outline.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

PLANS = ("tasks", "goals")
PROBLEMS = ("problems",)


class Part(msgspec.Struct, frozen=True):
    """A section or point of an outline."""

    node: Node

    @property
    def role(self) -> str:
        """What it does in the paper."""
        return self.node.role

    @property
    def texts(self) -> tuple[str, ...]:
        """Its own texts as they were typed."""
        node = self.node
        fields = (*node.titles.values(), *node.text, node.brief, *node.lead, *node.tail)
        return tuple(each for each in fields if isinstance(each, Text))


def parts(outline: Outline) -> Iterator[Part]:
    """Every section and point, in order."""
    waiting = list(reversed(outline.sections))
    while waiting:
        node = waiting.pop()
        yield Part(node)
        waiting += reversed(node.points)
