"""Sentences end with their mark and the quotes that close behind it; a title is none."""

from drafter.language.sentences import sentences, stretches

TEXT = "工作总结\n 全年办展9场。他说：“好。”反响很好！\n以上"


def test_a_sentence_has_its_end_mark_and_no_blanks_before_it() -> None:
    assert [TEXT[each.start : each.end] for each in sentences(TEXT)] == [
        "全年办展9场。",
        "他说：“好。”",
        "反响很好！",
    ]


def test_every_character_of_a_line_is_in_a_stretch() -> None:
    assert "".join(TEXT[start:end] for start, end in stretches(TEXT)) == TEXT.replace("\n", "")
