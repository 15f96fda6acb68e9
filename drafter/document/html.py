"""Semantic HTML in: what a paper's template wrote becomes blocks; numbers and marks are added here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.document import items, model, parts
from drafter.document.faults import Faults, malformed
from drafter.document.inline import PLAIN, Line, Look, fill, holds_words, rest, words
from drafter.document.vocabulary import HEADS, faults
from drafter.language.numbering import RunsOut, default_style, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_SPECIAL: dict[str, type[model.Subtitle | model.Salutation | model.Credits]] = {
    "subtitle": model.Subtitle,
    "salutation": model.Salutation,
    "credits": model.Credits,
}
LEVELS = len(HEADS)


def read(html: str) -> tuple[model.Block, ...]:
    """The blocks of an ``article`` (``vocabulary`` says what may stand in it).

    Raises DrafterError with everything outside the vocabulary. Where processing instructions ``<?at LINE FILE?>``
    stand before the tags, each problem has that place.
    """
    root = _parse(html)
    found = Faults(root, "<?at " in html)
    for fault in faults(root):
        found.add(*fault)
    found.stop()
    blocks = tuple(_Reader(found).blocks(root))
    found.stop()
    return blocks


def _parse(html: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise malformed(error, html) from None


class _Reader:
    """Goes through the elements top to bottom and counts the headings it meets."""

    def __init__(self, found: Faults) -> None:
        self._found = found
        self._counts = [0] * LEVELS

    def blocks(self, parent: _Element) -> Iterator[model.Block]:
        for element in parent:
            tag = str(element.tag)
            if tag == "p":
                yield from self._paragraph(element)
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

    def _paragraph(self, element: _Element) -> Iterator[model.Block]:
        kind = element.get("class", "")
        if kind == "attachment-note":
            yield from parts.attachment_note(element)
        elif kind in ("signature", "date"):
            yield from parts.signature(element)
        elif runs := self._line(element).runs():
            yield _SPECIAL[kind](runs) if kind else model.Paragraph(runs)

    def _line(self, element: _Element) -> Line:
        line = Line()
        if len(element) and element[0].tag in HEADS:
            self._run_in(line, element[0])
            rest(line, list(element)[1:])
        else:
            fill(line, element)
        return line

    def _run_in(self, line: Line, head: _Element) -> None:
        level = int(str(head.tag)[1]) - 1
        if holds_words(head):
            line.add(self._label(head, level), Look(level=level))
            fill(line, head, Look(level=level))
            line.join("。")
        words(line, head.tail, PLAIN)

    def _heading(self, element: _Element, level: int) -> Iterator[model.Block]:
        if holds_words(element):
            number = self._label(element, level)
            yield model.Heading(level, number, parts.runs(element))

    def _label(self, head: _Element, level: int) -> str:
        """The next label at ``level``; deeper levels begin anew. A heading without a number counts for nothing."""
        self._counts[level:] = [0] * (LEVELS - level)
        style = head.get("data-numbering") or default_style(level - 1)
        if style == "none":
            return ""
        number = int(head.get("data-start") or self._counts[level - 1] + 1)
        self._counts[level - 1] = number
        return self._checked(head, style, number)

    def _checked(self, head: _Element, style: str, number: int) -> str:
        try:
            return label(style, number, int(head.get("data-total", "0")) or None)
        except RunsOut as error:
            self._found.add(head, "numbering-runs-out", {"style": error.style, "limit": error.limit})
            return ""

    def _attachment(self, element: _Element) -> Iterator[model.Block]:
        outside, self._counts = self._counts, [0] * LEVELS
        title = next((parts.runs(child) for child in element if child.tag == "h1"), ())
        blocks = tuple(block for block in self.blocks(element) if not isinstance(block, model.Title))
        self._counts = outside
        yield model.Attachment(int(element.get("data-number", "0")), title, blocks)
