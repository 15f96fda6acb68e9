"""The paragraphs of a part of a Word file, one after the other, none of which is kept.

A part is parsed as it is unpacked, so that memory does not grow with it.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from lxml import etree

from drafter.word.opc import DocumentType, TooLarge
from drafter.word.pieces import STRICT, TRANSITIONAL
from drafter.word.read_styles import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

MOST_PARAGRAPHS = 200_000
_NAMES = ("p", "tbl", "tr", "tc", "gridSpan", "gridBefore", "txbxContent", "footnote", "endnote")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KINDS = {TRANSITIONAL + name: name for name in _NAMES} | {_FALLBACK: "Fallback"}
_SPACES = (STRICT[1:-1].encode(), TRANSITIONAL[1:-1].encode())

Cell = tuple[int, int, int]


class Found(NamedTuple):
    """A paragraph: its number in the part, from 1, the table cell it stands in, and whether that is in a text box.

    Those in a text box come before the one they are anchored in, whose number is lower. ``copy`` is one that stands
    there a second time for programs that cannot show the first, or that only draws the line above notes.
    """

    number: int
    element: Element
    cell: Cell | None
    box: bool
    copy: bool


class NotWord(Exception):  # noqa: N818
    """A part is XML, but not Word's."""


def paragraphs(part: IO[bytes]) -> Iterator[Found]:
    """Every ``w:p`` of a part, where it ends, numbered where it begins. What it holds is gone with the next.

    Raises TooLarge, DocumentType, NotWord, or an error of lxml's for what is no XML.
    """
    walk = _Walk()
    events = etree.iterparse(
        Transitional(part), ("start", "end"), tag=tuple(_KINDS), resolve_entities=False, no_network=True
    )
    for event, element in events:
        if event == "start":
            walk.begin(_KINDS[str(element.tag)], element)
        else:
            found = walk.end(_KINDS[str(element.tag)], element)
            if found:
                yield found
                _forget(element)
    if not str(events.root.tag).startswith(TRANSITIONAL):
        raise NotWord


class Transitional:
    """A part whose elements are in the namespace that Word writes, where they are in that of the strict standard."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._begun = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes; those of the first reading hold the namespaces."""
        data = self._part.read(size)
        if self._begun:
            return data
        self._begun = True
        return self.of(data)

    @staticmethod
    def of(data: bytes) -> bytes:
        """Bytes that begin a part."""
        return data.replace(*_SPACES)


class _Walk:
    """Where in a part the reading is."""

    def __init__(self) -> None:
        self.number = self.tables = self.copies = 0
        self.open: list[int] = []
        self.cells: list[list[int] | None] = []

    def begin(self, kind: str, element: Element) -> None:
        if kind == "p":
            self._begin_paragraph(element)
        elif kind == "tbl":
            self.tables += 1
            self.cells.append([self.tables, 0, 0, 1])
        elif kind == "txbxContent":
            self.cells.append(None)
        elif kind in ("tr", "tc"):
            self._begin_cell(kind)
        elif kind == "Fallback" or _is_line(element):
            self.copies += 1

    def end(self, kind: str, element: Element) -> Found | None:
        if kind == "p":
            cell = self.cells[-1] if self.cells else None
            place = (cell[0], cell[1], cell[2]) if cell else None
            return Found(self.open.pop(), element, place, None in self.cells, self.copies > 0)
        if kind in ("tbl", "txbxContent"):
            self.cells.pop()
        elif kind in ("gridSpan", "gridBefore"):
            self._widen(kind, element)
        elif kind == "Fallback" or _is_line(element):
            self.copies -= 1
        if kind == "tbl":
            _forget(element)
        return None

    def _begin_paragraph(self, element: Element) -> None:
        if not self.number and element.getroottree().docinfo.internalDTD is not None:
            raise DocumentType
        self.number += 1
        if self.number > MOST_PARAGRAPHS:
            raise TooLarge
        self.open.append(self.number)

    def _begin_cell(self, kind: str) -> None:
        """Rows count from 1; a cell begins where the one before it ends, which is as many columns on as that spans."""
        cell = self.cells[-1] if self.cells else None
        if cell and kind == "tr":
            cell[1:] = [cell[1] + 1, 0, 1]
        elif cell:
            cell[2:] = [cell[2] + cell[3], 1]

    def _widen(self, kind: str, element: Element) -> None:
        cell = self.cells[-1] if self.cells else None
        if cell:
            span = whole(element.get(f"{TRANSITIONAL}val"), 1, 1000)
            cell[3] = span if kind == "gridSpan" else 1 + span


def _is_line(element: Element) -> bool:
    """Whether an element is the line between text and notes, which Word keeps among the notes."""
    return "eparator" in element.get(f"{TRANSITIONAL}type", "") or "Notice" in element.get(f"{TRANSITIONAL}type", "")


def _forget(element: Element) -> None:
    """Let go of an element and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
