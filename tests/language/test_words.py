"""Word lists as patterns: the longest word that fits, whatever is in it."""

import re

from drafter.language.words import one_of


def test_the_longest_word_that_fits_is_found_and_nothing_in_it_is_a_pattern() -> None:
    assert re.findall(one_of(["个", "个月", "%", "a.b"]), "3个月，5个，7%，a.b，axb") == ["个月", "个", "%", "a.b"]


def test_no_words_match_nothing() -> None:
    assert not re.search(one_of([]), "")
