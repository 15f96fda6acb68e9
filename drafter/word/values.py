"""What each key of a layout takes: how its text becomes a value, and which message says what was wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.word import units
from drafter.word.layout import GRID, SINGLE, BlankLines, Font, Lines, Look, Page, PageNumber, Placeholder
from drafter.word.looks import ALIGN

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

LARGEST_SHEET = 31_680  # twips, 22 inches: the largest that Word takes
HIGHLIGHTS = (
    *("yellow", "green", "cyan", "magenta", "blue", "red", "lightGray", "darkGray", "darkYellow", "darkGreen"),
    *("darkCyan", "darkBlue", "darkMagenta", "darkRed", "black", "white", "none"),
)
_SWITCH = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}
_LINE_HEIGHTS = {"grid": GRID, "single": SINGLE}


class Reader(NamedTuple):
    """``read`` raises ValueError where it cannot; the message ``id`` then tells what was wanted, among ``choices``.

    ``several``: a list may stand there, and comes joined by commas.
    """

    read: Callable[[str], Any]
    id: str
    choices: tuple[str, ...] = ()
    several: bool = False


def _within(read: Callable[[str], float], lowest: float, highest: float) -> Callable[[str], Any]:
    def checked(text: str) -> float:
        value = read(text)
        if not lowest <= value <= highest:
            raise ValueError(text)
        return value

    return checked


def _one_of(choices: tuple[str, ...]) -> Reader:
    def read(text: str) -> str:
        return choices[choices.index(text)]

    return Reader(read, "word.bad-choice", choices)


def _switch(text: str) -> bool:
    if text.lower() not in _SWITCH:
        raise ValueError(text)
    return _SWITCH[text.lower()]


def _line_height(text: str) -> int:
    return _LINE_HEIGHTS[text] if text in _LINE_HEIGHTS else int(_within(units.twips, 20, 5_000)(text))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split("[,，、]", text) if name.strip())


def _page_number(text: str) -> str:
    if text and text.count("{page}") != 1:
        raise ValueError(text)
    return text


_LENGTH = Reader(_within(units.twips, 0, LARGEST_SHEET), "word.bad-length")
_SIZE = Reader(_within(units.half_points, 8, 200), "word.bad-size")
_CHARACTERS = Reader(_within(units.characters, 0, 60), "word.bad-characters")
_HEIGHT = Reader(_within(units.lines, 0, 60), "word.bad-lines")
_NUMBER = Reader(_within(int, 1, 200), "word.bad-number")
_COUNT = Reader(_within(int, 0, 20), "word.bad-count")
_WORDS = Reader(str, "")
_ALIGN = _one_of(tuple(ALIGN))
_SIDE = _one_of(("right", "left", "center"))
_YES_NO = Reader(_switch, "word.bad-switch")

READERS: dict[type[msgspec.Struct], dict[str, Reader]] = {
    Page: {
        **dict.fromkeys(("width", "height", "top", "bottom", "left", "right"), _LENGTH),
        **dict.fromkeys(("lines", "characters"), _NUMBER),
    },
    Font: {"name": _WORDS, "alternatives": Reader(_names, "", several=True)},
    Look: {
        **dict.fromkeys(("font", "latin"), _WORDS),
        "size": _SIZE,
        "align": _ALIGN,
        "line": Reader(_line_height, "word.bad-line-height"),
        **dict.fromkeys(("first_line", "left", "right"), _CHARACTERS),
        **dict.fromkeys(("before", "after"), _HEIGHT),
        **dict.fromkeys(("bold", "keep_next", "new_page"), _YES_NO),
    },
    PageNumber: {
        "text": Reader(_page_number, "word.bad-page-number"),
        "font": _WORDS,
        "size": _SIZE,
        "below": _LENGTH,
        "indent": _CHARACTERS,
        "odd": _SIDE,
        "even": _SIDE,
    },
    Lines: dict.fromkeys(("outer", "inner"), _LENGTH),
    Placeholder: {"highlight": _one_of(HIGHLIGHTS), **dict.fromkeys(("author", "comment", "comment_with_who"), _WORDS)},
    BlankLines: dict.fromkeys(BlankLines.__struct_fields__, _COUNT),
}
