"""D314: approximate numbers in digits or with 、."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.numerals import DIGITS, han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """3、4十人 and 10几天."""
    for match in _side_by_side().finditer(view.normal):
        first, second = (_value(match[name]) for name in ("first", "second"))
        if second == first + 1:
            right = _counted(first) + DIGITS[second] + match["rest"]
            yield Finding(match.start(), match.end(), {"right": right})
    for match in _several().finditer(view.normal):
        right = han(int(match["tens"])) + "几" if match["tens"] else "几" + han(int(match["place"]))[-1]
        yield Finding(match.start(), match.end(), {"right": right}, "several")


def _value(digit: str) -> int:
    return int(digit) if digit.isdecimal() else DIGITS.replace("零", "〇").index(digit)


def _counted(digit: int) -> str:
    return "两" if digit == 2 else DIGITS[digit]


@cache
def _side_by_side() -> re.Pattern[str]:
    """Two digits that count one thing; not 3、4月, 一、二级, which enumerate, nor a third member."""
    digits = "[1-9一二三四五六七八九]"
    scales = "[十百千万](?!、)"
    units = "个(?!方面|部分)|天|人(?!民)|名|位|家|次|场|年(?!级|度)|岁|件|倍|公里|小时|分钟"
    apart = "0-9一二三四五六七八九十百千万几第、."
    return re.compile(
        f"(?<![{apart}])(?P<first>{digits})、(?P<second>{digits})"
        f"(?P<rest>{scales}|(?<![{apart}和及至到（附件期组类]...)(?:{units}))"
    )


@cache
def _several() -> re.Pattern[str]:
    return re.compile("(?<![0-9.])(?:(?P<tens>[1-9]0)几(?![0-9])|几(?P<place>10{1,2})(?![0-9]))")
