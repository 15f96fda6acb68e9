"""An old document as it stands, line by line, before anything in it is understood: anyone's, in any format.

What is read here is checked, and recovered into outlines. A paragraph of a Word file is a line; so is one of a text.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from drafter.problems import Place


class Mark(msgspec.Struct, frozen=True):
    """From character ``offset`` of a line's text on, its characters stand side by side in the file.

    ``line`` and ``column`` count from 1 and say where the first of them stands.
    """

    offset: int
    line: int
    column: int


class Line(msgspec.Struct, frozen=True):
    """One line or paragraph. ``marks``, at least one, the first at offset 0, say where its characters stand.

    A break inside a paragraph is ``\\v`` in the text, a tab ``\\t``. ``level`` 1–9 is that of a heading style, 0 for
    none; ``label`` a number that Word, HTML or Markdown prints and no text holds (一、). ``style`` is the style's name,
    ``bold`` whether all of it is bold, ``cell`` (table, row, column), each from 1, where it stands in a table.
    ``lead`` counts the characters at its beginning that are bold where not all is. ``literal`` are the spans that are
    no prose: code, the target of a link. ``font`` is the East Asian font that all of it is set in, "" where nobody says
    or they differ. ``part`` is footnote, endnote or box (a text box) for what stands beside a Word file's running text,
    "" for that text.
    """

    text: str
    marks: tuple[Mark, ...]
    level: int = 0
    label: str = ""
    style: str = ""
    bold: bool = False
    cell: tuple[int, int, int] | None = None
    literal: tuple[tuple[int, int], ...] = ()
    font: str = ""
    part: str = ""
    lead: int = 0


class Manuscript(msgspec.Struct, frozen=True):
    """A document's lines. ``format`` is docx, txt, md or html; ``encoding`` that of a text's bytes, "" for Word.

    ``sources`` are the lines that places count, each without its end: of the file, or the paragraphs of a Word file.
    ``converted`` says that the file is in another format than ``format``, and cannot be edited as such.
    """

    file: str
    format: str
    lines: tuple[Line, ...]
    sources: tuple[str, ...]
    encoding: str = ""
    converted: bool = False

    def place(self, line: Line, start: int, end: int) -> Place:
        """Where the characters ``start`` to ``end`` of a line's text stand; an empty span has the width of one."""
        first, column = _spot(line, start)
        last, end_column = _spot(line, max(start, end - 1))
        return Place(self.file, "", first, column, end_column + 1, self.sources[first - 1], last)


def _spot(line: Line, offset: int) -> tuple[int, int]:
    """Line and column in the file of one character of a line's text."""
    mark = line.marks[bisect_right(line.marks, offset, key=_offset) - 1]
    return mark.line, mark.column + offset - mark.offset


def _offset(mark: Mark) -> int:
    return mark.offset
