"""What the tests of moves share: a starter beside its example, what a paper announces, the sums it prints."""

from __future__ import annotations

import re

import pytest

from drafter.language.numerals import count_han

from . import shipped


def kind(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", shipped.both(name))


def announced(name: str, paper: str, count: int, words: str) -> bool:
    """Whether a paper announces ``count`` of something: 四个方面."""
    return count_han(count, words) + words in shipped.text(name, paper)


def sums_used(name: str) -> set[str]:
    """The sums that the body prints."""
    facts = shipped.outline(name).facts
    return {
        fact
        for fact in re.findall(r"\{\{ (\S+) \}\}", shipped.path(name).read_text("utf-8"))
        if fact in facts and facts[fact].sum
    }
