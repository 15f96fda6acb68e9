"""Days, years and anniversaries as official prose writes them, both ways (GB/T 15835-2011; GB/T 9704-2012 7.3.5.4)."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.numerals import SMALL, han, parse_han

if TYPE_CHECKING:
    from collections.abc import Iterator

SPOKEN = {-2: "前年", -1: "去年", 0: "今年", 1: "明年", 2: "后年"}

_YEAR = "([0-9０-９]{4}|[〇零一二三四五六七八九]{4})"
_NUMBER = "([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})"
_DAYS = (f"{_YEAR}年{_NUMBER}月{_NUMBER}[日号]?", *(f"{_YEAR}[{mark}]{_NUMBER}[{mark}]{_NUMBER}" for mark in "-/.．－"))
_YEAR_IN_TEXT = "[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3}"
_HAN_DIGITS = "一二三四五六七八九十百"
_CELEBRATED = re.compile("(?:纪念|庆祝)[^，。；：、0-9]*$")
_NEAR = 24
_KINDS = ("", "lone_", "iso_")
_NO_DAY = "楼馆院线文令门厅口桥船车机坑墓井"  # 3月8号楼


class Dated(msgspec.Struct, frozen=True):
    """A day, month or year named in running text, characters ``start`` to ``end``; 0 for a part that is not said.

    It may be one that no calendar has (2月30日): see ``exists``.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0


class Anniversary(msgspec.Struct, frozen=True):
    """An anniversary named in running text, characters ``start`` to ``end`` (75周年, 七十五周年)."""

    start: int
    end: int
    count: int


def day(date: datetime.date) -> str:
    """2026年2月8日: Arabic digits, no zero padding."""
    return f"{date.year}年{month_day(date)}"


def month_day(date: datetime.date) -> str:
    """2月8日."""
    return f"{date.month}月{date.day}日"


def parse_day(text: str) -> datetime.date | None:
    """The day that all of ``text`` names (2026年2月8日, 二〇二六年二月八日, 2026-02-08); None where it names none."""
    match = next(filter(None, (re.fullmatch(form, text.strip()) for form in _DAYS)), None)
    if not match:
        return None
    year, month, number = map(_whole, match.groups())
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def spoken(year: int, base_year: int) -> str:
    """``year`` as people say it in ``base_year``: 前年, 去年, 今年, 明年, 后年, farther off 2020年."""
    return SPOKEN.get(year - base_year, f"{year}年")


def anniversary(founded: int, year: int) -> str:
    """The anniversary that falls in ``year``: founded 1959, in 2026 → 67周年. Makes sense only after ``founded``."""
    return f"{year - founded}周年"


def find(text: str) -> Iterator[Dated]:
    """Every year, month and day that a text names, in either writing: 2026年, 2月8日, 二〇二六年二月, 2026-02-08.

    A stretch of time (3个月, 5年) is none. Digits are read in half width.
    """
    for match in _in_text().finditer(text):
        found = match.groupdict()
        parts = [next(filter(None, (found[kind + name] for kind in _KINDS)), "") for name in ("year", "month", "day")]
        yield Dated(match.start(), match.end(), *[_whole(part) if part else 0 for part in parts])


def exists(dated: Dated) -> bool:
    """Whether a calendar has it: not 13月, 6月31日, nor 29 February of a common year. A year not said may be any."""
    if not dated.day and dated.end - dated.start == len("2026年"):
        return True
    try:
        datetime.date(dated.year or 2000, dated.month, dated.day or 1)
    except ValueError:
        return False
    return True


def whole(dated: Dated, year: int = 0) -> datetime.date | None:
    """The day that is meant, in ``year`` where the text leaves its year out; None for a month, or for no real day."""
    if not (dated.month and dated.day and (dated.year or year)):
        return None
    try:
        return datetime.date(dated.year or year, dated.month, dated.day)
    except ValueError:
        return None


def find_anniversaries(text: str) -> Iterator[Anniversary]:
    """Every N周年 that a text names, in either writing, and N年 where it is celebrated (纪念改革开放30年)."""
    for match in _counts().finditer(text):
        count = _whole(match["count"])
        celebrated = match["whole"] or _CELEBRATED.search(text, max(0, match.start() - _NEAR), match.start())
        if count and celebrated:
            yield Anniversary(match.start(), match.end(), count)


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(
        f"(?<![0-9.〇{_HAN_DIGITS}])(?P<count>[0-9]{{1,3}}|[{_HAN_DIGITS}]{{1,5}})(?:(?P<whole>周年)|年(?![来多间以]))"
    )


@cache
def _in_text() -> re.Pattern[str]:
    number = f"(?:[0-9]{{1,2}}|{SMALL})"
    day_mark = f"(?:日|号(?![{_NO_DAY}]))"
    return re.compile(
        rf"(?<![0-9.．一二三四五六七八九十])(?:(?P<year>{_YEAR_IN_TEXT})年"
        rf"(?:(?P<month>{number})月(?:份|(?P<day>{number}){day_mark})?)?"
        rf"|(?P<lone_year>)(?P<lone_month>{number})月(?:份|(?P<lone_day>{number}){day_mark})?"
        r"|(?P<iso_year>[12][0-9]{3})(?P<mark>[-/.])(?P<iso_month>[0-9]{1,2})(?P=mark)(?P<iso_day>[0-9]{1,2})(?![0-9.]))"
    )


def _whole(digits: str) -> int:
    """The number in Arabic or Han digits; 0, which no calendar has, where the Han ones are malformed (一一月)."""
    if digits[0].isdecimal():
        return int(digits)
    number = parse_han(digits.replace("○", "〇")) or 0
    return number if len(digits) == 4 or han(number) == digits else 0
