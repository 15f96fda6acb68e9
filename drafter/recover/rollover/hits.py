"""What a text says of its year, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.language.numerals import han, parse_whole
from drafter.recover.rollover.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Hit(msgspec.Struct, frozen=True):
    """The characters ``start`` to ``end`` of a text become ``new``; "" leaves them, and ``why`` says what is asked."""

    start: int
    end: int
    new: str = ""
    why: str = ""


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in order, without those that touch an earlier one of ``hits``."""
    taken = Taken()
    return sorted((hit for hit in hits if taken.take([(hit.start, hit.end)])), key=lambda each: each.start)


def number(words: str) -> int:
    """The number that some digits or Han spell, 0 for none."""
    return parse_whole(words) or 0


def like(words: str, value: int) -> str:
    """A number written as ``words`` write theirs."""
    if not words.isdecimal():
        return han(value)
    return str(value) if words.isascii() else str(value).translate(WIDE_DIGITS)
