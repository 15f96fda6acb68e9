"""Semantic HTML in: what a paper's template wrote becomes blocks; numbers and marks are added here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from drafter.document import items, model, parts
from drafter.document.faults import Faults, malformed
from drafter.document.inline import PLAIN, Line, Look, fill, holds_words, rest, words
from drafter.document.vocabulary import HEADS, faults
from drafter.language.numbering import RunsOut, default_style, label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SPECIAL: dict[str, type[model.Subtitle | model.Salutation | model.Credits]] = {
    "subtitle": model.Subtitle,
    "salutation": model.Salutation,
    "credits": model.Credits,
}
LEVELS = len(HEADS)
ENTITY = b"<!ENTITY"


def read(html: str) -> tuple[model.Block, ...]:
    """The blocks of an ``article`` (``vocabulary`` says what may stand in it).

    Raises DrafterError with everything outside the vocabulary. Where processing instructions ``<?at LINE FILE?>``
    stand before the tags, each problem has that place.
    """
    data = html.encode("utf-8", "replace")
    try:
        return _blocks(_parse(data), data)
    except (ElementTree.ParseError, RecursionError) as error:
        raise malformed(error, html) from None


def _parse(data: bytes) -> Element:
    if ENTITY in data:  # a few lines of them can make gigabytes
        raise ElementTree.ParseError(ENTITY.decode())
    return ElementTree.fromstring(data)  # noqa: S314


def _blocks(root: Element, data: bytes) -> tuple[model.Block, ...]:
    found = Faults(root, data)
    for fault in faults(root):
        found.add(*fault)
    found.stop()
    blocks = tuple(_Reader(found).blocks(root))
    found.stop()
    return blocks


class _Reader:
    """Goes through the elements top to bottom and counts the headings it meets."""

    def __init__(self, found: Faults) -> None:
        self._found = found
        self._counts = [0] * LEVELS

    def blocks(self, parent: Element) -> Iterator[model.Block]:
        for element in parent:
            tag = str(element.tag)
            if tag == "p":
                yield from self._paragraph(element, parent)
            elif tag in HEADS:
                yield from self._heading(element, int(tag[1]) - 1)
            elif tag == "section":
                yield from self.blocks(element)
            elif tag == "ol":
                yield from items.paragraphs(element)
            elif tag == "table":
                yield from parts.table(element)
            elif tag == "h1":
                yield from parts.title(element)
            else:
                yield from self._attachment(element)

    def _paragraph(self, element: Element, parent: Element) -> Iterator[model.Block]:
        kind = element.get("class", "")
        if kind == "attachment-note":
            yield from parts.attachment_note(element)
        elif kind in ("signature", "date"):
            yield from parts.signature(element, parent)
        elif runs := self._line(element).runs():
            yield _SPECIAL[kind](runs) if kind else model.Paragraph(runs)

    def _line(self, element: Element) -> Line:
        line = Line()
        if len(element) and element[0].tag in HEADS:
            self._run_in(line, element[0])
            rest(line, list(element)[1:])
        else:
            fill(line, element)
        return line

    def _run_in(self, line: Line, head: Element) -> None:
        level = int(str(head.tag)[1]) - 1
        if holds_words(head):
            line.add(self._label(head, level), Look(level=level))
            fill(line, head, Look(level=level))
            line.join("。")
        words(line, head.tail, PLAIN)

    def _heading(self, element: Element, level: int) -> Iterator[model.Block]:
        if holds_words(element):
            number = self._label(element, level)
            yield model.Heading(level, number, parts.runs(element))

    def _label(self, head: Element, level: int) -> str:
        """The next label at ``level``; deeper levels begin anew. A heading without a number counts for nothing."""
        self._counts[level:] = [0] * (LEVELS - level)
        style = head.get("data-numbering") or default_style(level - 1)
        if style == "none":
            return ""
        number = int(head.get("data-start") or self._counts[level - 1] + 1)
        self._counts[level - 1] = number
        return self._checked(head, style, number)

    def _checked(self, head: Element, style: str, number: int) -> str:
        try:
            return label(style, number, int(head.get("data-total", "0")) or None)
        except RunsOut as error:
            self._found.add(head, "numbering-runs-out", {"style": error.style, "limit": error.limit})
            return ""

    def _attachment(self, element: Element) -> Iterator[model.Block]:
        outside, self._counts = self._counts, [0] * LEVELS
        title = next((parts.runs(child) for child in element if child.tag == "h1"), ())
        blocks = tuple(block for block in self.blocks(element) if not isinstance(block, model.Title))
        self._counts = outside
        yield model.Attachment(int(element.get("data-number", "0")), title, blocks)
