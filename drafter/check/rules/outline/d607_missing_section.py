"""D607: sections that a paper of this kind cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import At
from drafter.check.typed import outline_of
from drafter.outline import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Node


def find(view: View) -> Iterator[At]:
    """One finding for all that its own paper lacks, where the writer said what kind of outline it is."""
    outline = outline_of(view)
    kind = names.find("kinds", outline.kind)
    if not kind or "/kind" not in outline.places.spots or not outline.sections:
        return
    there = set(_roles(outline.sections, kind.own_paper))
    missing = [role for role in kind.needs if not there & set(role.split("|"))]
    if missing:
        first = [role.partition("|")[0] for role in missing]
        zh = "、".join(f"“{names.chinese('roles', role)}”" for role in first)
        yield At("/kind", {"kind_en": kind.en, "kind_zh": kind.zh, "roles_en": ", ".join(first), "roles_zh": zh})


def _roles(nodes: tuple[Node, ...], paper: str) -> Iterator[str]:
    """The roles of all parts that appear in a paper, points included."""
    for node in nodes:
        if not node.papers or paper in node.papers:
            yield node.role
            yield from _roles(node.points, paper)
