"""Han numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.numerals import count_han, digits_han, han, parse_han


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (117, "一百一十七"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10010, "一万零一十"),
        (45120, "四万五千一百二十"),
        (110000, "十一万"),
        (200500, "二十万零五百"),
        (100000005, "一亿零五"),
        (-3, "负三"),
    ],
)
def test_numbers_are_spelled(number: int, spelled: str) -> None:
    assert han(number) == spelled


@given(st.integers(min_value=-(10**20), max_value=10**20))
def test_what_is_spelled_is_read(number: int) -> None:
    assert parse_han(han(number)) == number


@given(st.integers(min_value=10, max_value=9999))
def test_years_are_read_digit_by_digit(year: int) -> None:
    assert parse_han(digits_han(year)) == year


def test_han_years_have_a_round_zero() -> None:
    assert digits_han(2026) == "二〇二六"


@pytest.mark.parametrize(("text", "number"), [("两", 2), ("两百", 200), ("二百〇五", 205), ("二零二六", 2026)])
def test_other_spellings_are_read(text: str, number: int) -> None:
    assert parse_han(text) == number


@pytest.mark.parametrize("text", ["", "二百五", "三十百", "百一", "十一一", "几十", "12", "负", "亿" * 5000])
def test_a_malformed_numeral_is_none(text: str) -> None:
    assert parse_han(text) is None


@given(st.text(alphabet="零〇一二两三十百千万亿负", max_size=12))
def test_any_numeral_characters_are_read_or_refused(text: str) -> None:
    number = parse_han(text)
    assert number is None or parse_han(han(number)) == number


@pytest.mark.parametrize(
    ("number", "following", "counted"),
    [
        (2, "个方面：", "两"),
        (2, "项举措", "两"),
        (2, "年", "两"),
        (2, "级", "二"),
        (2, "等奖", "二"),
        (2, "", "二"),
        (2, "、三", "二"),
        (3, "个方面", "三"),
        (12, "项", "十二"),
        (22, "项", "二十二"),
    ],
)
def test_two_of_something_is_liang(number: int, following: str, counted: str) -> None:
    assert count_han(number, following) == counted
