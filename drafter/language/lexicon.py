"""Words of running Chinese and what they are: 开展｜义务｜讲解, a verb, a noun, a verb that stands for a noun.

Made for short stretches around a figure, to tell the noun that it counts from the verbs and small words beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

LONGEST = 6
LONGEST_TEXT = 80

_FILES = ("lexicon", "lexicon_office")
_UNKNOWN = 0.0
_EACH_WORD = 27.0


class Word(msgspec.Struct, frozen=True):
    """One word of a text, ``start`` characters into it. ``kind`` is its letter in the lexicon, "" for none."""

    text: str
    kind: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


def split(text: str) -> tuple[Word, ...]:
    """The words of ``text``, at most LONGEST_TEXT characters of it, by the likeliest way to part it."""
    text = text[:LONGEST_TEXT]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        firsts = range(max(0, end - LONGEST), end)
        best.append(max((best[first][0] + _weight(text[first:end]), first) for first in firsts))
    return tuple(reversed(list(_back(text, best))))


def kind(word: str) -> str:
    """What a word is by the lexicon; "" where it has none such."""
    return _words().get(word, ("", 0.0))[0]


def _weight(word: str) -> float:
    """Likelier words weigh more; each word costs, so that fewer and longer ones win."""
    known = _words().get(word)
    if known:
        return known[1] - _EACH_WORD
    return _UNKNOWN - _EACH_WORD if len(word) == 1 else -1000.0


def _back(text: str, best: list[tuple[float, int]]) -> list[Word]:
    found, end = [], len(text)
    while end:
        first = best[end][1]
        found.append(Word(text[first:end], kind(text[first:end]), first))
        end = first
    return found


@cache
def _words() -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for name in _FILES:
        text = (Path(__file__).parent / "data" / f"{name}.txt").read_text("utf-8")
        lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
        for letter, weight, *words in filter(None, lines):
            found.update(dict.fromkeys(words, (letter, float(weight))))
    return found
