"""D312: a day's name written as a decimal (5.18国际博物馆日)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.dates import Dated, exists
from drafter.language.words import one_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Month and day parted by a full stop, with what they name right behind them."""
    for match in _named().finditer(view.normal):
        month, day = int(match["month"]), int(match["day"])
        if exists(Dated(0, 0, 0, month, day)) and day:
            quotes = ("", "") if match["closed"] else ("“", "”")
            yield Finding(match.start("month"), match.end("day"), {"right": f"{month}·{day}".join(quotes)})


@cache
def _named() -> re.Pattern[str]:
    events = one_of(words("day_events"))
    return re.compile(
        r"(?<![0-9.])(?P<month>1[0-2]|[1-9])[.．](?P<day>[12][0-9]|3[01]|[1-9])(?![0-9.万亿千百%‰个元倍米公平吨亩])(?P<closed>”)?"
        f"(?:[\u4e00-\u9fff]{{0,6}}?)(?:{events})"
    )
