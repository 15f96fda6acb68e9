"""The sentences of a text: from one 。！？ to the next, within a line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sentence(NamedTuple):
    """The characters ``start`` to ``end`` of a text, end mark and closing quotes included. ``words`` has no blanks."""

    start: int
    end: int
    words: str


def sentences(text: str) -> Iterator[Sentence]:
    """The whole sentences of ``text``, whose marks are of the proper width; what has no end mark (a title) is none."""
    for match in _stretch().finditer(text):
        if match["end"]:
            words = "".join(match[0].split())
            yield Sentence(match.end() - len(match[0].lstrip()), match.end(), words)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence goes, and each line, or end of one, that has no end mark."""
    return (match.span() for match in _stretch().finditer(text))


@cache
def _stretch() -> re.Pattern[str]:
    """A line without an end mark is taken as a whole, so that nothing is walked through twice."""
    return re.compile(r"[^。！？\n\v]+(?P<end>[。！？]+[”’）]*)?")
