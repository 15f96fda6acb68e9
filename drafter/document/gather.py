"""Lines put together out of stretches of a file in which markup stands between the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from drafter.document.manuscript import Line, Mark

_PARTS = re.compile(r"[ \t\n\f]+|[^ \t\n\f]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")


class Look(NamedTuple):
    """What is said of a stretch of text: whether it is bold, and whether it is no prose (code)."""

    bold: bool = False
    literal: bool = False


class Frame(NamedTuple):
    """What is said of a line as a whole, in the words of ``Line``."""

    level: int = 0
    label: str = ""
    cell: tuple[int, int, int] | None = None


class Gatherer:
    """Takes stretches of text with their offsets in the file and gives lines.

    White space is one blank, none at the ends of a line; what only breaks a line of the file between two wide
    characters is none, as browsers have it.
    """

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.lines: list[Line] = []
        self._begin()

    def _begin(self) -> None:
        self._words: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._next = -1
        self._blank: tuple[str, int] | None = None
        self._bold = True
        self._lead = 0
        self._literal: list[tuple[int, int]] = []

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, text: str, offset: int, look: Look) -> None:
        """Text that stands in the file as it is, from an offset on."""
        for match in _PARTS.finditer(text):
            if match[0].isspace() and match[0].isascii():
                self._blank = self._blank or (match[0], offset + match.start())
            else:
                self._settle(match[0])
                self._put(match[0], offset + match.start(), look)

    def add_sign(self, text: str, offset: int, look: Look) -> None:
        """Characters that stand at an offset of the file as something else (``&mdash;``)."""
        self._settle(text)
        self._put(text, offset, look)
        self._next = -1

    def add_exact(self, text: str, offset: int, look: Look) -> None:
        """Text of one line whose blanks all count."""
        self._put(text, offset, look)

    def end(self, frame: Frame) -> bool:
        """End the line; whether there was anything in it to see."""
        text = "".join(self._words)
        seen = bool(text.strip())
        if seen:
            marks, literal = tuple(self._marks), tuple(self._literal)
            bold = self._bold and not frame.level
            lead = 0 if self._bold or frame.level else self._lead
            self.lines.append(Line(text, marks, frame.level, frame.label, "", bold, frame.cell, literal, lead=lead))
        self._begin()
        return seen

    def _settle(self, text: str) -> None:
        """Put down the blank that is waiting, now that a word comes after it."""
        if self._blank and self._length:
            blank, offset = self._blank
            if not ("\n" in blank and _WIDE.match(self._words[-1][-1]) and _WIDE.match(text)):
                self._put(" ", offset, Look())
            self._next = -1
        self._blank = None

    def _put(self, text: str, offset: int, look: Look) -> None:
        if offset != self._next:
            line = bisect_right(self.starts, offset)
            self._marks.append(Mark(self._length, line, offset - self.starts[line - 1] + 1))
        if look.literal:
            self._literal.append((self._length, self._length + len(text)))
        self._bold = self._bold and (look.bold or not text.strip())
        self._words.append(text)
        self._length += len(text)
        if self._bold and look.bold:
            self._lead = self._length
        self._next = offset + len(text)
