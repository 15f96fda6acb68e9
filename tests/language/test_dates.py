"""Days, years and anniversaries."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import dates
from drafter.language.dates import anniversary, day, month_day, parse_day, spoken

EIGHTH = datetime.date(2026, 2, 8)


def test_a_day_has_no_padding() -> None:
    assert (day(EIGHTH), month_day(EIGHTH)) == ("2026年2月8日", "2月8日")


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_what_is_printed_is_read(date: datetime.date) -> None:
    assert parse_day(day(date)) == date
    assert parse_day(date.isoformat()) == date


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-08",
        "2026/2/8",
        "2026.2.8",
        "２０２６年２月８日",
        "二〇二六年二月八日",
        "二零二六年二月八日",
        " 2026年2月8号",
    ],
)
def test_other_ways_to_write_a_day_are_read(text: str) -> None:
    assert parse_day(text) == EIGHTH


@pytest.mark.parametrize(
    "text",
    [
        "2026年2月30日",
        "2026年13月1日",
        "26年2月8日",
        "2026-2.8",
        "2月8日",
        "2026年",
        "0000-01-01",
        "二〇二六年一一月一日",
        "二〇二六年十一一月一日",
        "去年",
        "",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_han_months_and_days_reach_their_ends() -> None:
    assert parse_day("二〇二六年十二月三十一日") == datetime.date(2026, 12, 31)


def test_years_near_by_are_spoken_of() -> None:
    assert [spoken(year, 2026) for year in range(2023, 2030)] == [
        "2023年",
        "前年",
        "去年",
        "今年",
        "明年",
        "后年",
        "2029年",
    ]


def test_anniversaries_are_counted() -> None:
    assert anniversary(1959, 2026) == "67周年"


def test_a_day_is_whole_with_its_own_year_or_a_known_one() -> None:
    said = list(dates.find("2026年2月8日，3月5日，2026年3月，2月29日"))

    assert [dates.whole(each) for each in said] == [datetime.date(2026, 2, 8), None, None, None]
    assert [dates.whole(each, 2025) for each in said[1:]] == [datetime.date(2025, 3, 5), None, None]


def test_dates_are_found_in_running_text() -> None:
    text = "2026年2月8日和二〇二六年三月，8月5日、2026-02-08，二○二五年，3个月，5年，3月8号楼"

    found = [(text[each.start : each.end], each.year, each.month, each.day) for each in dates.find(text)]

    assert found == [
        ("2026年2月8日", 2026, 2, 8),
        ("二〇二六年三月", 2026, 3, 0),
        ("8月5日", 0, 8, 5),
        ("2026-02-08", 2026, 2, 8),
        ("二○二五年", 2025, 0, 0),
        ("3月", 0, 3, 0),
    ]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("2024年2月29日", True),
        ("2025年2月29日", False),
        ("2月29日", True),
        ("6月31日", False),
        ("13月", False),
        ("2026年", True),
        ("二〇二六年二月三十日", False),
    ],
)
def test_a_date_exists_or_not(text: str, there: bool) -> None:
    (found,) = dates.find(text)

    assert dates.exists(found) is there


def test_anniversaries_are_found_in_running_text() -> None:
    text = "新中国成立75周年，抗战胜利八十周年，纪念改革开放30年，改革开放40年来，历时3年"

    assert [each.count for each in dates.find_anniversaries(text)] == [75, 80, 30]
