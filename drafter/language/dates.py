"""Days, years and anniversaries as official prose writes them, both ways (GB/T 15835-2011; GB/T 9704-2012 7.3.5.4)."""

from __future__ import annotations

import datetime
import re

from drafter.language.numerals import han, parse_han

SPOKEN = {-2: "前年", -1: "去年", 0: "今年", 1: "明年", 2: "后年"}

_YEAR = "([0-9０-９]{4}|[〇零一二三四五六七八九]{4})"
_NUMBER = "([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})"
_DAYS = (f"{_YEAR}年{_NUMBER}月{_NUMBER}[日号]?", *(f"{_YEAR}[{mark}]{_NUMBER}[{mark}]{_NUMBER}" for mark in "-/.．－"))


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


def parse_spoken(text: str, base_year: int) -> int | None:
    """The year that all of ``text`` means in ``base_year`` (去年, 2020年, 二〇二〇年); None for other words."""
    for distance, word in SPOKEN.items():
        if text == word:
            return base_year + distance
    match = re.fullmatch(f"{_YEAR}年", text)
    return _whole(match[1]) if match else None


def anniversary(founded: int, year: int) -> str:
    """The anniversary that falls in ``year``: founded 1959, in 2026 → 67周年. Makes sense only after ``founded``."""
    return f"{year - founded}周年"


def parse_anniversary(text: str) -> int | None:
    """How many years all of ``text`` counts (67周年, 六十七周年); None where it is no anniversary."""
    match = re.fullmatch(f"{_NUMBER}周年", text)
    return _whole(match[1]) if match else None


def _whole(digits: str) -> int:
    """The number in Arabic or Han digits; 0, which no calendar has, where the Han ones are malformed (一一月)."""
    if digits[0].isdecimal():
        return int(digits)
    number = parse_han(digits) or 0
    return number if len(digits) == 4 or han(number) == digits else 0
