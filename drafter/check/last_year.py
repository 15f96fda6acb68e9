"""What last year's paper said, to be held against this year's: its sentences, years and labels aside."""

from __future__ import annotations

import re
from functools import cache

from drafter.language.numbering import parse
from drafter.language.sentences import sentences
from drafter.language.width import normal

SHORTEST = 12
"""Characters of a sentence from which on it is somebody's, not everybody's."""

_YEAR = re.compile(r"\d{4}(?=年)")


@cache
def sentences_of_last(text: str) -> frozenset[str]:
    """The sentences of last year's paper (``Office.last``) in the form of ``said``."""
    return frozenset(said(sentence.words) for sentence in sentences(normal(text)))


def said(words: str) -> str:
    """A sentence without its label and its years: what it says of any year."""
    label = parse(words)
    return _YEAR.sub("", words[label.length :] if label else words)
