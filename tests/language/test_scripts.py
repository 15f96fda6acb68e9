"""Traditional characters are known where cues need them."""

from drafter.language.scripts import simplified
from drafter.language.words import words


def test_a_text_keeps_its_length() -> None:
    assert simplified("發佈時間：2026年，𠮷館會議") == "发布时间：2026年，𠮷馆会议"


def test_every_pair_is_one_character_for_another_and_none_is_given_twice() -> None:
    pairs = words("traditional")

    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)
