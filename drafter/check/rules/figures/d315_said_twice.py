"""D315: 约……左右, 近……多, 超过……以上."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Two words that each say a figure is not exact, one before and one behind it."""
    for match in _pattern().finditer(view.normal):
        kind = match.lastgroup or ""
        yield Finding(match.start(), match.end(), {"first": match[1] or match[3] or match[5], "second": match[kind]})


@cache
def _pattern() -> re.Pattern[str]:
    number = "(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千]{1,6})"
    unit = "[万亿千百]{0,2}%?[^，。；：、（）“”0-9的在约近超和与及]{0,4}?"
    return re.compile(
        f"(大约|大概|约|将近|接近|近){number}{unit}(?P<around>左右|上下)"
        f"|(大约|约|将近|近|超过|超|逾){number}[万亿千百]{{0,2}}(?P<more>[多余])(?=[^，。；、]|$)"
        f"|(超过|超|高于|不低于|不少于|至少|突破|逾){number}{unit}(?P<above>以上)"
    )
