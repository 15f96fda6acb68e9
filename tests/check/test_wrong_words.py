"""The list that comes with Drafter: every entry can be found, and what it says to write is right."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.check.office import Office, Word
from drafter.check.word_list import built_in
from drafter.check.wrong_words import wrong_words

from .texts import document


def found(text: str, office: Office | None = None) -> list[str]:
    return [hit.word.wrong for hit in wrong_words(document(text, office))]


def test_entries_are_said_once() -> None:
    keys = [(word.wrong, word.context) for word in built_in()]
    assert len(set(keys)) == len(keys)


def test_words_without_context_are_found_wherever_they_stand() -> None:
    everywhere = [word for word in built_in() if not word.context]
    text = "\n".join(f"会上，{word.wrong}。" for word in everywhere)

    assert found(text) == [word.wrong for word in everywhere]


def test_what_is_to_be_written_is_not_wrong_itself() -> None:
    assert all(word.right and word.right != word.wrong for word in built_in())
    assert found("\n".join(f"会上，{word.right}。" for word in built_in())) == []


def test_an_alternative_of_one_character_and_one_that_overlaps() -> None:
    words = (Word("镕", "熔"), Word("镕炉"), Word("炉子"))
    assert found("镕炉子，镕化。", Office(words=words)) == ["镕炉", "镕"]


def test_a_context_with_a_tilde_has_to_match_over_the_word() -> None:
    words = (Word("简章", "章程", "招生~"), Word("厅", "室", "书"))
    assert found("招生简章，报名简章。借书到厅。\n大厅。", Office(words=words)) == ["简章", "厅"]


@given(st.text(alphabet="布署截止2026年6月己经象一样，。\n\v", max_size=60))
def test_hits_are_in_order_and_do_not_overlap(text: str) -> None:
    hits = list(wrong_words(document(text)))
    assert all(first.end <= second.start for first, second in pairwise(hits))
    assert all(text[hit.start : hit.end] == hit.word.wrong for hit in hits)
