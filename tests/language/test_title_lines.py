"""Titles in lines: the file beside this one says how each is to break."""

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.title_lines import breadth, break_title
from drafter.language.title_words import tokenize
from drafter.language.words import words

WIDTH = 18


def _cases(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


TITLES = _cases("titles.txt")
PARTED = _cases("words.txt")
WORDS = ["城市", "博物馆", "2025年度", "工作总结", "表彰", "讲话", "关于", "第三次", "3.5%", "年会", "全市", "ISO 9001"]
MARKS = ["暨", "与", "和", "的", "《条例》", "“五进”", "嘉", "——", "、", " "]
PIECES = st.sampled_from(WORDS + MARKS)


@pytest.mark.parametrize("lines", TITLES)
def test_a_title_breaks_as_a_reader_would(lines: str) -> None:
    assert break_title(lines.replace("/", ""), WIDTH) == lines.split("/")


@pytest.mark.parametrize("width", range(6, 25))
def test_no_line_ends_inside_a_word(width: int) -> None:
    for title in PARTED:
        lines = break_title(title.replace("|", ""), width)
        assert set(accumulate(map(len, lines))) <= set(accumulate(map(len, title.split("|")))), lines


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(min_value=1, max_value=30))
def test_nothing_is_lost_and_no_quotation_figure_or_title_is_parted(text: str, width: int) -> None:
    lines = break_title(text, width)
    assert "".join(lines) == text
    for piece in ("《条例》", "“五进”", "3.5%", "2025年度", "9001", "博物馆"):
        assert sum(line.count(piece) for line in lines) == text.count(piece)


@given(st.text(max_size=60), st.integers(min_value=1, max_value=30))
def test_any_text_at_all_comes_back_whole(text: str, width: int) -> None:
    assert "".join(break_title(text, width)) == text


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_line_is_too_long_only_where_it_has_no_seam(text: str) -> None:
    for line in break_title(text, WIDTH):
        if breadth(line) > WIDTH:
            assert len(break_title(line, WIDTH)) == 1


def test_a_title_that_fits_is_left_alone() -> None:
    assert break_title("城市博物馆2025年工作总结", WIDTH) == ["城市博物馆2025年工作总结"]


def test_half_width_characters_take_half_a_cell() -> None:
    assert breadth("2025年度") == 4


@pytest.mark.parametrize("text", ["工作总结" * 3000, "《" * 5000, "2" * 20000, "一" * 20000, " " * 500, "的" * 3000])
def test_a_monster_is_no_trouble(text: str) -> None:
    assert "".join(break_title(text, WIDTH)) == text


def test_every_seam_is_one_word_to_the_tokenizer() -> None:
    split = [entry for entry in words("seams") if len(tokenize(entry.strip("+>"))) != 1]
    assert split == []
