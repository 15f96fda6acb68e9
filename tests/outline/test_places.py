"""A place points at the very character: in plain, quoted, literal and folded text, in any indent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from drafter.outline.load import loads

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from drafter.problems import Place


def outline_of(text: str) -> Outline:
    loaded = loads(text.encode(), "大纲.yaml", None)
    assert loaded.outline, loaded.problems
    return loaded.outline


def marked(place: Place) -> str:
    return place.source[place.column - 1 : place.end_column - 1]


TEXT = """\
title: 总结
meeting:
  name: "十四五\\t规划\\u5e74会"
  place: '馆''长室'
sections:
  - title: 甲
    text: |
      第一段，写实。

      第二段{{ year }}。
    lead: >-
      折起来的一段，
      分在两行。
    points:
      - 乙
      - title: 丙
        brief: 不加引号
          也折行
year: 2025
"""


@pytest.mark.parametrize(
    ("pointer", "offset", "length", "line", "column", "words"),
    [
        ("/title", 0, 0, 1, 8, "总结"),
        ("/title", 1, 1, 1, 9, "结"),
        ("/meeting/name", 0, 3, 3, 10, "十四五"),
        ("/meeting/name", 4, 2, 3, 15, "规划"),
        ("/meeting/name", 6, 1, 3, 17, "\\u5e74"),
        ("/meeting/place", 1, 1, 4, 12, "''"),
        ("/meeting/place", 2, 2, 4, 14, "长室"),
        ("/sections/0/text/0", 0, 0, 8, 7, "第一段，写实。"),
        ("/sections/0/text/1", 3, 10, 10, 10, "{{ year }}"),
        ("/sections/0/lead", 7, 1, 13, 7, "分"),
        ("/sections/0/lead", 3, 2, 12, 10, "的一"),
        ("/sections/0/points/0", 0, 0, 15, 9, "乙"),
        ("/sections/0/points/1/brief", 4, 3, 18, 11, "也折行"),
        ("/year", 0, 0, 19, 7, "2025"),
    ],
)
def test_a_pointer_and_an_offset_have_their_character(
    pointer: str, offset: int, length: int, line: int, column: int, words: str
) -> None:
    place = outline_of(TEXT).places.find(pointer, offset, length)

    assert (place.line, place.column, marked(place)) == (line, column, words)
    assert (place.file, place.pointer) == ("大纲.yaml", pointer)


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/sections/0/points/1/owner", 16),
        ("/sections/0/table/rows/3", 6),
        ("/meeting/host/post", 3),
        ("/facts/没有", 1),
        ("/sections/9", 6),
    ],
)
def test_what_was_never_typed_has_the_place_of_what_is_around_it(pointer: str, line: int) -> None:
    place = outline_of(TEXT).places.find(pointer)

    assert (place.line, place.pointer) == (line, pointer)


def test_beyond_the_end_of_a_text_is_its_end() -> None:
    place = outline_of(TEXT).places.find("/title", 99, 5)

    assert (place.line, place.column) == (1, 10)


# Words that YAML folds and quotes in every way: blanks, quotes, backslashes, both scripts.
WORDS = st.text("甲乙，。“” ab'\"\\:#-{}\u3000é😀", min_size=1, max_size=30)


def plain(words: str) -> str:
    return f"title: {words}\n"


def single(words: str) -> str:
    return "title: '" + words.replace("'", "''") + "'\n"


def double(words: str) -> str:
    return f"title: {json.dumps(words)}\n"


def double_in_han(words: str) -> str:
    return f"title: {json.dumps(words, ensure_ascii=False)}\n"


def literal(words: str) -> str:
    return f"title: |2-\n  {words}\n"


def folded(words: str) -> str:
    return f"title: >2-\n  {words}\n"


def check_every_character(text: str) -> None:
    """Each character of a text is where its place says it is, or an escape for it is."""
    loaded = loads(text.encode(), "f")
    assume(loaded.outline and not loaded.problems)
    assert loaded.outline
    for line in loaded.outline.title:
        assume(line.pieces[0].gap is None)
        for offset, character in enumerate(line):
            shown = marked(loaded.outline.places.find(line.pointer, offset, 1))
            quoted = shown == "''" or shown[:1] == "\\"
            folded = character == " " and not shown.strip()
            assert shown == character or quoted or folded, (line, offset, shown)


@pytest.mark.parametrize("style", [plain, single, double, double_in_han, literal, folded])
@given(words=WORDS)
@example(words="甲 乙")
def test_every_character_is_found_in_every_style(style: object, words: str) -> None:
    assert callable(style)
    check_every_character(style(words))


@given(
    st.lists(st.text("甲乙ab，'", min_size=1, max_size=6), min_size=1, max_size=6),
    st.sampled_from(["", "'", '"']),
    st.sampled_from(["\n    ", "\n\n    ", " \n  \n\n\n    "]),
)
def test_every_character_is_found_across_folded_lines(lines: list[str], quote: str, fold: str) -> None:
    words = fold.join(line.replace("'", "''") if quote == "'" else line for line in lines)

    check_every_character(f"title:\n    {quote}{words}{quote}\n")


@given(st.lists(st.text("甲乙ab， ", max_size=6), min_size=1, max_size=8), st.sampled_from("|>"), st.integers(1, 6))
def test_every_character_is_found_in_blocks_of_any_indent(lines: list[str], sign: str, indent: int) -> None:
    block = "".join(f"{' ' * indent}{line}\n" if line.strip() else "\n" for line in lines)

    check_every_character(f"title: {sign}{indent}\n{block}year: 2025\n")


@given(st.lists(st.sampled_from(["甲", "乙a", "b", "。", "“丙”", "cd"]), min_size=2, max_size=6))
def test_a_fold_between_wide_characters_leaves_no_space_and_any_other_does(lines: list[str]) -> None:
    node = outline_of("title: >-\n  " + "\n  ".join(lines) + "\n").title[0]
    joined = lines[0]
    for line in lines[1:]:
        joined += line if not joined[-1].isascii() and not line[0].isascii() else f" {line}"

    assert node == joined


def test_a_space_that_was_typed_between_wide_characters_stays() -> None:
    outline = outline_of("title: >-\n  不忘 初心\n  牢记　使命\n  勇 毅\n")

    assert outline.title == ("不忘 初心牢记　使命勇 毅",)
