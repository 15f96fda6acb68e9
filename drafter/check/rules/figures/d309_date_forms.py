"""D309: dates written in a form that official papers do not have."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.figures import dated
from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.dates import Dated

_ZERO = re.compile("(?<![0-9])0(?=[1-9][月日号])")
_STAMPED = re.compile("[ ]*[0-9]{1,2}[:：][0-9]{2}")  # a machine's stamp (2017年09月29日 09:22) has its own form
_SPOKEN = re.compile("(?<=[0-9])号$")
_DIGIT = re.compile("[0-9]")
_HAN = re.compile("[〇○零一二三四五六七八九十]")


def find(view: View) -> Iterator[Finding]:
    """Padded and mixed dates, 号 for 日, and years in two digits."""
    for each in view.once(dated):
        words = view.normal[each.start : each.end]
        if each.month and "月" in words and not _STAMPED.match(view.normal, each.end):
            yield from _forms(each, words)
    for match in _short().finditer(view.normal):
        yield Finding(match.start(), match.end(), says="short")


def _forms(each: Dated, words: str) -> Iterator[Finding]:
    slips = [*_ZERO.finditer(words), *_SPOKEN.finditer(words)]
    if slips:
        right = _SPOKEN.sub("日", _ZERO.sub("", words))
        fixes = tuple(Fix(each.start + slip.start(), each.start + slip.end(), _right(slip[0])) for slip in slips)
        says = "says" if slips[0][0] == "0" else "hao"
        yield Finding(each.start, each.end, {"right": right}, says, fixes=fixes)
    if _DIGIT.search(words) and _HAN.search(words):
        yield Finding(each.start, each.end, says="mixed")


def _right(slip: str) -> str:
    return "日" if slip == "号" else ""


@cache
def _short() -> re.Pattern[str]:
    """26年3月, 26年底; 5年6个月 is a stretch of time."""
    return re.compile("(?<![0-9.—～至近约满余过])[’']?[0-9]{2}年(?:[0-9]{1,2}月(?!龄)|底|初|年底|年初)")
