"""An outline as it was typed: all its texts in one string, in which references are masked.

The rules of the outline area look here and not at what is printed, so that ``drafter render`` follows no reference for
their sake. An offset counts characters of ``Typed.words``, which have their places in the file one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.check.finding import At
from drafter.check.spans import MASK
from drafter.outline.model import Node, Outline
from drafter.outline.references import typed_length
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from drafter.check.view import View
    from drafter.problems import Severity


class Said(msgspec.Struct, frozen=True):
    """A text of an outline.

    ``kind`` is title, subtitle, salutation, heading, body, cell, field (a name, an attendee, an owner), signature or
    credits. ``node`` is the section or point it stands in, None outside of them.
    """

    text: Text
    kind: str
    node: Node | None = None

    @property
    def role(self) -> str:
        """What its part does in the paper; "" outside of the sections."""
        return self.node.role if self.node else ""


class Typed:
    """The texts of an outline, in order, and ``words``: all of them, parted by line feeds."""

    def __init__(self, outline: Outline) -> None:
        self.said = said(outline)
        lines = [_masked(each.text) for each in self.said]
        self.words = "\n".join(lines)
        self.starts: list[int] = []
        start = 0
        for line in lines:
            self.starts.append(start)
            start += len(line) + 1

    def index(self, offset: int) -> int:
        """Which text the character at ``offset`` belongs to."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def at(self, start: int, end: int, says: str = "says", severity: Severity | None = None, **args: str | int) -> At:
        """The finding that the characters ``start`` to ``end``, all of one text, are wrong."""
        index = self.index(start)
        words, offset = self.said[index].text, start - self.starts[index]
        args = {"text": words[offset : offset + end - start], **args}
        return At(words.pointer, args, says, severity, offset, end - start)


def typed(view: View) -> Typed:
    """What was typed into the outline of a view; for ``View.once``."""
    return Typed(outline_of(view))


def outline_of(view: View) -> Outline:
    """The outline of a view: the rules of the outline area are run on no other."""
    assert view.outline is not None  # noqa: S101
    return view.outline


def said(outline: Outline) -> list[Said]:
    """Every text of an outline that says something, in the order of a paper."""
    found: list[Said] = []
    _collect(outline.titles, "title", None, found)
    _collect(outline.subtitles, "subtitle", None, found)
    _collect(outline.salutations, "salutation", None, found)
    fields = (outline.organization, outline.guidance, outline.meeting, outline.campaign, outline.lists)
    _collect(fields, "field", None, found)
    for node in outline.sections:
        _collect_node(node, found)
    _collect(outline.attachments, "field", None, found)
    _collect(outline.signature, "signature", None, found)
    _collect(outline.credits, "credits", None, found)
    return found


def _collect_node(node: Node, found: list[Said]) -> None:
    _collect(node.titles, "heading", node, found)
    _collect((node.text, node.brief, node.lead), "body", node, found)
    for point in node.points:
        _collect_node(point, found)
    _collect(node.tail, "body", node, found)
    if node.table:
        _collect(node.table, "cell", node, found)
    _collect((node.owner, node.due, node.by), "field", node, found)


def _collect(value: Any, kind: str, node: Node | None, found: list[Said]) -> None:
    """Every text in a value of the model, in order; a field left empty has none."""
    if isinstance(value, Text):
        if value and value.pieces[0].gap is None:
            found.append(Said(value, kind, node))
    elif isinstance(value, tuple):
        for each in value:
            _collect(each, kind, node, found)
    elif isinstance(value, dict):
        for each in value.values():
            _collect(each, kind, node, found)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Gap):
        for name in value.__struct_fields__:
            _collect(getattr(value, name), kind, node, found)


def _masked(text: Text) -> str:
    """``text`` on one line, as long as it was typed, with U+FFFC for every character of a reference."""
    words, offset = [], 0
    for part in text.parts or (text,):
        length = typed_length(text, part, offset)
        words.append(part if isinstance(part, str) and len(part) == length else MASK * length)
        offset += length
    return "".join(words).replace("\n", "\v")
