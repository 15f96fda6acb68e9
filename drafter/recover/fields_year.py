"""The year a document reports on, its date, and the day of its meeting."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from drafter.language import dates
from drafter.outline.names import find as named
from drafter.recover.kinds import GOVERNMENT
from drafter.recover.reading import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.language.dates import Dated
    from drafter.recover.reading import Reading

YEAR_ENDS = 11
"""The month from which on a year is summed up in itself."""
_REVIEWS = ("总结", "回顾", "汇报", "情况", "工作报告", "考核", "表彰")
_PLANS = ("计划", "部署", "安排", "打算", "要点", "思路", "会议", "大会")


def find(reading: Reading, meeting: Sequence[Field]) -> Iterator[Field]:
    """The year, and the date of the paper; the ``meeting``'s fields are known."""
    dated = _date(reading)
    if dated:
        yield dated
    held = next((each for each in meeting if each.pointer == "/meeting/date"), None)
    yield from _year(reading, held or dated)


def _date(reading: Reading) -> Field | None:
    """The day that stands alone on a line, above the text or below it, or beside the meeting it was read at."""
    alone = [*reading.of("date"), *reading.of("subtitle", "speaker"), *reading.of("title")]
    for words in alone:
        for each in dates.find(words.plain):
            if day := dates.whole(each):
                return Field("/date", day.isoformat(), words.line)
    return None


def _year(reading: Reading, dated: Field | None) -> Iterator[Field]:
    """The year by a review's own title, else by the title of the document, else by kind and date."""
    line = reading.line("title")
    headed = _reviewed(reading)
    if headed:
        yield Field("/year", headed, line)
    elif year := _titled(reading):
        yield Field("/year", year, line)
    elif dated:
        day = datetime.date.fromisoformat(str(dated.value))
        yield Field("/year", _by_kind(reading, day), line, sure=False)


def _reviewed(reading: Reading) -> int:
    """The year in the title of the section that looks back (2025年工作回顾)."""
    reviews = [part for part in reading.old.parts if part.kind == "heading" and part.role == "achievements"]
    years = [each.year for part in reviews[:1] for each in dates.find(part.text) if each.year]
    return years[0] if len(set(years)) == 1 else 0


def _titled(reading: Reading) -> int:
    """The year a title says it reviews; of a government's report, read at the start of a year, the one before."""
    years = [each for each in dates.find(reading.title) if each.year and not each.day]
    if not years:
        return 0
    behind = [reading.title[each.end : after] for each, after in _stretches(reading, years)]
    reviewed = [each.year for each, words in zip(years, behind, strict=True) if any(cue in words for cue in _REVIEWS)]
    if GOVERNMENT in reading.title:
        return min(each.year for each in years) - 1
    planned = [each.year - 1 for each, words in zip(years, behind, strict=True) if any(cue in words for cue in _PLANS)]
    ahead = _offset(reading) < 0 and not reviewed and planned
    return planned[0] if ahead else (reviewed or [each.year for each in years])[0]


def _stretches(reading: Reading, years: list[Dated]) -> Iterator[tuple[Dated, int]]:
    ends = [each.start for each in years[1:]]
    yield from zip(years, [*ends, len(reading.title)], strict=True)


def _by_kind(reading: Reading, day: datetime.date) -> int:
    return day.year + (_offset(reading) if day.month < YEAR_ENDS else 0)


def _offset(reading: Reading) -> int:
    """How far before the meeting's year the year lies that a kind reports on."""
    kind = named("kinds", reading.old.kind)
    return kind.year if kind else 0
