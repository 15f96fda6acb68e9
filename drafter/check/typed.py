"""An outline as it was typed: all its texts in one string, in which references are masked.

The rules of the outline area look here and not at what is printed, so that ``drafter render`` follows no reference for
their sake. An offset counts characters of ``Typed.words``, which have their places in the file one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.check.finding import At
from drafter.check.spans import MASK
from drafter.outline import names
from drafter.outline.model import Node, Outline
from drafter.outline.references import typed_length
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from drafter.check.view import View
    from drafter.problems import Severity

AHEAD = ("goals", "requirements", "tasks", "safeguards")
"""The roles of sections that say what is still to be done."""


class Part(msgspec.Struct, frozen=True):
    """Where a section or point stands. ``form`` is how its title is set: ``line`` is a line of its own.

    ``runs_on`` says that its text is set into the paragraph of others, where the program writes the end marks.
    ``papers`` are those it appears in, those of what it stands in taken into account; all where there are none.
    """

    node: Node
    numbering: str
    form: str
    runs_on: bool = False
    papers: tuple[str, ...] = ()

    def below(self, node: Node) -> Part:
        """The part that a point of this one is."""
        runs_on = self.runs_on or self.node.form == "inline" or self.form == "paragraph"
        papers = tuple([paper for paper in node.papers if not self.papers or paper in self.papers]) or self.papers
        return Part(node, self.node.numbering, self.node.form, runs_on, papers)


class Said(msgspec.Struct, frozen=True):
    """A text of an outline.

    ``kind`` is title, subtitle, salutation, heading, body, cell, field (a name, an attendee, an owner), signature or
    credits. ``part`` is the section or point it stands in, None outside of them.
    """

    text: Text
    kind: str
    part: Part | None = None

    @property
    def node(self) -> Node | None:
        """The section or point it stands in."""
        return self.part.node if self.part else None

    @property
    def role(self) -> str:
        """What its part does in the paper; "" outside of the sections."""
        return self.part.node.role if self.part else ""

    @property
    def field(self) -> str:
        """The key it is typed under (title, text, lead, paragraph …); "" for a point that is a title alone."""
        outer = self.part.node.pointer if self.part else ""
        return self.text.pointer[len(outer) + 1 :].partition("/")[0]

    @property
    def paper(self) -> str:
        """The paper whose title it is; "" for one of every paper, and for no title."""
        key = self.text.pointer.rpartition("/title/")[2].partition("/")[0]
        return key if self.kind in ("title", "heading") and names.canonical("papers", key) else ""


class Typed:
    """The texts of an outline, in order, and ``words``: all of them, parted by line feeds."""

    def __init__(self, outline: Outline) -> None:
        self.said = said(outline)
        lines = [_masked(each.text) for each in self.said]
        self.words = "\n".join(lines)
        self._lines = lines
        self.starts: list[int] = []
        start = 0
        for line in lines:
            self.starts.append(start)
            start += len(line) + 1

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """Where numbers in Arabic digits stand, in order."""
        return [match.span() for match in _number().finditer(self.words)]

    def line(self, index: int) -> str:
        """One text as it was typed, references masked."""
        return self._lines[index]

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
        _collect_part(Part(node, outline.numbering, outline.form, papers=node.papers), found)
    _collect(outline.attachments, "field", None, found)
    _collect(outline.signature, "signature", None, found)
    _collect(outline.credits, "credits", None, found)
    return found


def _collect_part(part: Part, found: list[Said]) -> None:
    node = part.node
    for title in node.titles.values():
        _collect(title, "heading", part, found)
    for body in (node.text, node.brief, node.lead):
        _collect(body, "body", part, found)
    for point in node.points:
        _collect_part(part.below(point), found)
    _collect(node.tail, "body", part, found)
    _collect(node.table, "cell", part, found)
    for field in (node.owner, node.due, node.by):
        _collect(field, "field", part, found)


def _collect(value: Any, kind: str, part: Part | None, found: list[Said]) -> None:
    """Every text in a value of the model, in order; a field left empty has none."""
    if type(value) is Gap or not value:
        return
    if type(value) is Text:
        if value.pieces[0].gap is None:
            found.append(Said(value, kind, part))
    elif isinstance(value, tuple):
        for each in value:
            _collect(each, kind, part, found)
    elif isinstance(value, dict):
        for each in value.values():
            _collect(each, kind, part, found)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _collect(getattr(value, name), kind, part, found)


def _masked(text: Text) -> str:
    """``text`` on one line, as long as it was typed, with U+FFFC for every character of a reference."""
    if not text.parts:
        return text.replace("\n", "\v")
    masked = "".join([part if isinstance(part, str) else MASK * len(part.source) for part in text.parts])
    return (masked if len(masked) == len(text) else _masked_braces(text)).replace("\n", "\v")


def _masked_braces(text: Text) -> str:
    """``text`` with references masked, where some are braces that print as they are: ``{{ '{{' }}``."""
    words, offset = [], 0
    for part in text.parts:
        length = typed_length(text, part, offset)
        words.append(part if isinstance(part, str) and len(part) == length else MASK * length)
        offset += length
    return "".join(words)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[0-9]+(?:[.,][0-9]+)*")
