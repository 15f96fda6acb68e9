"""Counts that announce what follows: 六项举措：, 抓好五个方面."""

from __future__ import annotations

from functools import cache

from drafter.language.words import one_of, words

_NO_OTHER = r"(?<![第一二三四五六七八九十百几数\d.这那其前])(?<!以上)(?<!上述)"
_NUMBER = r"[两二三四五六七八九十]{1,3}|\d{1,2}"


@cache
def counted() -> str:
    """A pattern for a count (group ``count``) and its measure word (group ``measure``); 以上四个方面 looks back.

    What is counted follows the measure word.
    """
    return f"{_NO_OTHER}(?P<count>{_NUMBER})(?P<measure>{one_of(words('announcing_measures'))})"


def is_set_phrase(text: str, at: int) -> bool:
    """Whether a count is that of a set phrase, which announces nothing: 两个维护, 四个意识."""
    return text.startswith(words("set_phrases"), at)
