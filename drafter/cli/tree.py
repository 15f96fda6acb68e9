"""The tree of an outline's content: numbers, titles, roles, lengths, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.cells import clip
from drafter.cli.measure import length
from drafter.cli.overview import called
from drafter.cli.table import GAP, natural_width, table_lines
from drafter.language import numbering
from drafter.messages import say
from drafter.outline.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.terminal import Line
    from drafter.outline.model import Node, Outline

MOST_TITLE = 48
"""Cells of a title; a point may carry a whole sentence as its title."""

Row = tuple[str, str, str, str]


def tree_lines(outline: Outline, paper: str, width: int) -> list[Line]:
    """Every section and point of a narrowed outline, one a line."""
    structure = say("cli.column-structure", paper=called("papers", paper))
    header = [structure, say("cli.column-role"), say("cli.column-characters"), say("cli.column-gaps")]
    rows = list(_rows(outline.sections, outline.numbering, "", 0))
    others = natural_width(header[1:], [row[1:] for row in rows])
    room = min(MOST_TITLE, max(20, width - others - GAP))
    return table_lines(header, [(clip(row[0], room), *row[1:]) for row in rows], width, "--rr")


def _rows(nodes: tuple[Node, ...], style: str, role: str, depth: int) -> Iterator[Row]:
    number, total = 0, sum(bool(node.titles) for node in nodes)
    for node in nodes:
        number += bool(node.titles)
        label = _label(style, number, total) if node.titles else ""
        gaps = sum(piece.gap is not None for text in _texts(node) for piece in text.pieces)
        own_role = called("roles", node.role) if node.role != role else ""
        size = sum(length(text) for text in _texts(node))
        yield "  " * depth + label + _name(node), own_role, f"{size:,}", str(gaps or "")
        yield from _rows(node.points, node.numbering, node.role, depth + 1)


def _label(style: str, number: int, total: int) -> str:
    try:
        return numbering.label(style, number, total)
    except numbering.RunsOut:
        return ""


def _name(node: Node) -> str:
    """A node's title, or what its text begins with."""
    if node.title is not None:
        return str(node.title)
    words = next(iter((*node.text, *node.lead, *node.tail)), None)
    return f"“{words}" if words else say("cli.group")


def _texts(node: Node) -> Iterator[Text]:
    """All texts of a node and of those below it."""
    own = (node.title, *node.text, *node.lead, *node.tail)
    yield from (text for text in own if isinstance(text, Text))
    for point in node.points:
        yield from _texts(point)
