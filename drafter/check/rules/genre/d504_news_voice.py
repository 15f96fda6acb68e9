"""Finds 我馆, 我们 and 同志们 in what a news item says of its own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import cue, genre
from drafter.language.punctuation import END_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

GOES_ON = re.compile("^(?:[一二三四五六七八九十]{1,2}[是要]|[（(]?[一二三四五六七八九十]|“|第[一二三四五])")


def find(view: View) -> Iterator[Finding]:
    """Each of these words that is neither quoted nor reported."""
    if view.once(genre) != "news":
        return
    speaking = False
    for paragraph in view.paragraphs:
        words = view.words(paragraph).strip()
        speaking = bool(cue("voice", "reported").search(words)) or (speaking and bool(GOES_ON.match(words)))
        if words.endswith(tuple(END_MARKS)) or not speaking:
            yield from _own(view, paragraph, speaking)


def _own(view: View, paragraph: Paragraph, speaking: bool) -> Iterator[Finding]:
    words = view.words(paragraph)
    told = cue("voice", "reported").search(words)
    end = (told.start() if told else 0) if speaking else len(words)
    quoted = [match.span() for match in _quoted().finditer(words)]
    for match in cue("voice", "own").finditer(words, 0, end):
        if not any(first < match.start() < last for first, last in quoted):
            yield Finding(paragraph.start + match.start(), paragraph.start + match.end())


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile("“[^”\n]*”|《[^》\n]*》")
