"""Texts are mended where they stand, and line ends stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter import mending
from drafter.document.mend import mend
from drafter.document.source_lines import split
from drafter.problems import Edit, Place


def edit(line: int, column: int, old: str, new: str) -> Edit:
    return Edit(Place("稿.txt", "", line, column, column + len(old)), old, new)


def test_lines_end_as_they_did() -> None:
    text = "甲,乙\r\n丙...丁\r戊--己\n\u2028,\n"
    wanted = [edit(4, 1, ",", "，"), edit(1, 2, ",", "，"), edit(3, 2, "--", "——"), edit(2, 2, "...", "……")]

    assert mend(text, wanted[1:]) == ("甲，乙\r\n丙……丁\r戊——己\n\u2028,\n", ())
    assert mend(text, wanted)[1] == (wanted[0],)


def test_words_are_put_between_characters_and_at_the_end() -> None:
    assert mend("甲乙\n丙", [edit(1, 2, "", "，"), edit(2, 2, "", "。")]) == ("甲，乙\n丙。", ())


def test_what_cannot_be_made_is_given_back() -> None:
    wrong = [
        edit(1, 1, "丙", "丁"),
        edit(9, 1, "甲", "丁"),
        edit(0, 0, "", "丁"),
        edit(1, 9, "", "丁"),
        edit(1, 1, "甲", "\n"),
        edit(1, 1, "甲乙\n丙", "丁"),
    ]

    assert mend("甲乙\n丙", wrong) == ("甲乙\n丙", tuple(wrong))


@given(
    st.text("甲乙,.\r\n\u2028a ", max_size=60),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.integers(0, 4), st.text("，丁\n\0", max_size=2))),
)
def test_what_is_not_touched_is_the_same(text: str, raw: list[tuple[int, int, int, str]]) -> None:
    lines = split(text)
    wanted = [
        edit(line + 1, column + 1, lines[line][column : column + length] if line < len(lines) else "", new)
        for line, column, length, new in raw
    ]
    mended, left = mend(text, wanted)
    made = mending.without(wanted, left)

    assert len(split(mended)) == len(lines)
    assert len(mended) == len(text) + sum(len(each.new) - len(each.old) for each in wanted) - sum(
        len(each.new) - len(each.old) for each in left
    )
    touched = {each.place.line for each in made}
    assert all(
        one == other
        for number, (one, other) in enumerate(zip(split(mended), lines, strict=True), 1)
        if number not in touched
    )
