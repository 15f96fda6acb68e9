"""Where the words of a list stand in a view, in the company that makes them wrong.

Words are found by their first two characters: one pass with two classes of characters, then a look into a table. That
takes 0.2 ms for 5,000 characters and 700 words, so that no library for many patterns at once is needed; an alternation
takes twelve times as long. Contexts are looked at only where a word stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.check import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.check.office import Word
    from drafter.check.view import View

REACH = 40
"""Characters on either side of a word in which its company is looked for, within the sentence."""

_ENDS = re.compile("[。！？；\n\v]")
_THE_WORD = re.compile(r"(?<!\\)~")


class Hit(NamedTuple):
    """A word of a list at the characters ``start`` to ``end``."""

    start: int
    end: int
    word: Word


class Index:
    """The words of a list by their first two characters; ``first`` finds where one may begin."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words: dict[str, list[Word]] = {}
        for word in sorted(words, key=lambda word: -len(word.wrong)):
            self.words.setdefault(word.wrong[:2], []).append(word)
        pairs = [each for each in self.words if len(each) > 1]
        self.pair = re.compile(f"{_one_of(each[0] for each in pairs)}(?={_one_of(each[1] for each in pairs)})")
        self.alone = re.compile(_one_of(each for each in self.words if len(each) == 1))

    def hits(self, text: str) -> Iterator[Hit]:
        """Every word of the list that stands in ``text``, whatever its company; a longer one before its beginning."""
        for pattern, length in ((self.pair, 2), (self.alone, 1)):
            for start in [match.start() for match in pattern.finditer(text)]:
                for word in self.words.get(text[start : start + length], ()):
                    if text.startswith(word.wrong, start):
                        yield Hit(start, start + len(word.wrong), word)


def wrong_words(view: View) -> Iterator[Hit]:
    """The wrong words of a view, the office's own list before Drafter's; of words that overlap the first."""
    text, last = view.normal, 0
    for hit in _all_hits(view):
        if hit.start >= last and _is_meant(hit, text) and not view.opaque.touches(hit.start, hit.end):
            last = hit.end
            yield hit


def _all_hits(view: View) -> list[Hit]:
    """By place, of those at one place the longest first, and the office's before Drafter's where both have one."""
    since = view.office.year
    indexes = [Index(view.office.words)] if view.office.words else []
    found = [hit for index in (*indexes, _built_in()) for hit in index.hits(view.normal)]
    holding = (hit for hit in found if not (since and hit.word.since and hit.word.since.year > since))
    return sorted(holding, key=lambda hit: (hit.start, -hit.end))


@cache
def _built_in() -> Index:
    return Index(word_list.built_in())


def _one_of(chars: Iterable[str]) -> str:
    found = "".join(map(re.escape, sorted(set(chars))))
    return f"[{found}]" if found else "(?!)"


def _is_meant(hit: Hit, text: str) -> bool:
    """Whether the word stands in the company in which it is wrong.

    A context that names the word, as ``~`` or itself, has to match over it; any other anywhere in the sentence.
    """
    if not hit.word.context:
        return True
    pattern, over = _context(hit.word.context, hit.word.wrong)
    first, last = _sentence(hit, text)
    matches = pattern.finditer(text[first:last])
    start, end = hit.start - first, hit.end - first
    return any(not over or (match.start() <= start and end <= match.end()) for match in matches)


@cache
def _context(context: str, wrong: str) -> tuple[re.Pattern[str], bool]:
    named = _THE_WORD.sub(lambda _: re.escape(wrong), context)
    return re.compile(named), wrong in named


def _sentence(hit: Hit, text: str) -> tuple[int, int]:
    """From where to where the sentence around a word goes, at most ``REACH`` characters on either side."""
    before = text[max(0, hit.start - REACH) : hit.start]
    first = hit.start - len(_ENDS.split(before)[-1])
    end = _ENDS.search(text, hit.end, hit.end + REACH)
    return first, end.start() if end else min(len(text), hit.end + REACH)
