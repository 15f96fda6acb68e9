"""Patterns that people write for their word lists: which of them could keep a check from ever ending."""

from __future__ import annotations

import pytest

from drafter.check.word_list import built_in
from drafter.outline.patterns import runs_away

ENDLESS = (
    "(a+)+b",
    "(a|a)*b",
    "(a|ab)*c",
    "(.*)*~",
    "(?:x?){40}x",
    "(?=(a+)+b)",
    ".*.*.*.*.*甲",
    "((a*)b?)*c",
    "(?:a*?)+?b",
)
SOUND = (
    "",
    "~",
    "~\\d{4}年",
    "(?:今年|去年).*~",
    ".*甲.*乙",
    "(?<!按)~",
    "(?:甲|乙)+~",
    "[一二三]+、~",
    "(a{2}){3}",
    "甲{1,3}",
)


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_may_run_away_is_known(pattern: str) -> None:
    assert runs_away(pattern)


@pytest.mark.parametrize("pattern", SOUND)
def test_plain_patterns_may_be_used(pattern: str) -> None:
    assert not runs_away(pattern)


def test_the_list_that_comes_with_drafter_needs_no_more_than_an_office_may_write() -> None:
    assert [word.context for word in built_in() if runs_away(word.context)] == []
