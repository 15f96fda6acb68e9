"""Text in the cells of a terminal: Han take two, and a line may break between any two of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOT_FIRST = frozenset("，。、；：？！）》〉】』」”’…—％,.;:?!)]}%")
NOT_LAST = frozenset("（《〈【『「“‘([{")


def cells(text: str) -> int:
    """How many cells a terminal gives to ``text``."""
    return len(text) if text.isascii() else sum(map(_width, text))


def pad(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` cells."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells; its own line ends stay.

    Breaks at blanks and between Han, never before a closing mark nor after an opening one; a word wider than a line
    is broken where it must be.
    """
    return [line for part in text.split("\n") for line in _wrap_line(part, max(width, 4))]


def flow(items: Iterable[str], separator: str, width: int) -> list[str]:
    """Items one after another in lines of at most ``width`` cells, broken between items where that is possible."""
    lines, line = [], ""
    for item in items:
        joined = f"{line}{separator}{item}" if line else item
        if line and cells(joined) > width - cells(separator.rstrip()):
            lines.append(f"{line}{separator}".rstrip())
            joined = item
        line = joined
    return [part for each in (*lines, line) for part in wrap(each, width)]


def clip(text: str, width: int) -> str:
    """The beginning of ``text`` that fits ``width`` cells, with … where something is left off."""
    return text if cells(text) <= width else head(text, width - 1) + "…"


def clip_front(text: str, width: int) -> str:
    """The end of ``text`` that fits ``width`` cells, with … where something is left off: of a path, the file's name."""
    return text if cells(text) <= width else "…" + head(text[::-1], width - 1)[::-1]


def head(text: str, width: int) -> str:
    """As many of the first characters as fit ``width`` cells."""
    used = 0
    for index, char in enumerate(text):
        used += _width(char)
        if used > width:
            return text[:index]
    return text


def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def _wrap_line(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(text):
        if line and cells(line + piece.rstrip()) > width:
            yield line.rstrip()
            line, piece = "", piece.lstrip()
        while cells(piece.rstrip()) > width:
            yield head(piece, width)
            piece = piece[len(head(piece, width)) :]
        line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: a word with the blanks after it, one Han with the marks that cling to it."""
    start = 0
    for index in range(1, len(text)):
        if _breaks(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    yield text[start:]


def _breaks(left: str, right: str) -> bool:
    if right == " " or right in NOT_FIRST or left in NOT_LAST:
        return False
    return left == " " or _width(left) == 2 or _width(right) == 2
