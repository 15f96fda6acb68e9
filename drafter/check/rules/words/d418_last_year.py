"""Sentences taken over word for word from last year's paper, years aside."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.last_year import SHORTEST, said, sentences_of_last
from drafter.check.lists import entries
from drafter.check.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Each sentence that last year's paper (``Office.last``) has too, unless it is a set phrase."""
    known = sentences_of_last(view.office.last) if view.office.last else frozenset()
    for sentence in view.once(sentences) if known else ():
        words = said(sentence.words)
        if len(words) >= SHORTEST and words in known and not _set_phrase().match(words):
            yield Finding(sentence.start, sentence.end)


@cache
def _set_phrase() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in entries("said_every_year")))
