"""D308: anniversaries that do not fall in the year of the paper."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.years import own_years
from drafter.language.dates import find_anniversaries
from drafter.language.founded import event, events, is_own
from drafter.language.punctuation import is_open
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import Args
    from drafter.check.view import View
    from drafter.language.dates import Anniversary

PLAY = 1
NEAR = 40
LONGEST = 80


def find(view: View) -> Iterator[Finding]:
    """Every N周年 of something whose founding is known. A year said right before it decides, else the paper's own."""
    for each in find_anniversaries(view.normal):
        before = view.normal[max(0, each.start - NEAR) : each.start].removesuffix("的")
        found = event(before)
        if found:
            yield from _judged(view, each, found, before.removesuffix(found))


def _judged(view: View, each: Anniversary, event: str, before: str) -> Iterator[Finding]:
    founded = events()[event] or _own(view, before)
    falls = founded + each.count
    said = _said().search(before)
    years = (int(said[1]),) if said else view.once(own_years)
    if founded and years and not _near(falls, years, 0 if said else PLAY):
        args: Args = {"event": event, "founded": founded, "falls": falls, "year": _listed(years)}
        quoted = _is_quoted(view, each.start)
        says, severity = ("quoted", Severity.HINT) if quoted else ("says", None)
        yield Finding(each.start, each.end, args, says, severity)


def _near(year: int, years: tuple[int, ...], play: int) -> bool:
    return years[0] - play <= year <= years[-1] + play


def _own(view: View, before: str) -> int:
    """The organization's own founding, where the words before speak of it and of no other; else 0."""
    office = view.office
    names = tuple(name for name in (office.name, office.abbr, office.self) if name)
    return office.founded if is_own(before, names) else 0


def _is_quoted(view: View, at: int) -> bool:
    """Whether a character stands within quotes or a title."""
    before = view.normal[max(view.paragraph(at).start, at - LONGEST) : at].replace("〞", "”")
    return is_open(before, "“《‘")


def _listed(years: tuple[int, ...]) -> str:
    return "、".join(f"{year}年" for year in years)


@cache
def _said() -> re.Pattern[str]:
    """A year that the sentence itself gives: 2025年是, 2025年，我们隆重庆祝; not what 2024年 only prepared."""
    day = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    verbs = "既?(?:是|为|系|恰逢|正值|适逢|迎来|庆祝|纪念|喜迎)"
    return re.compile(
        rf"([12][0-9]{{3}})年{day}[，）]?[^。；\n0-9迎筹准备启谋将前开]{{0,10}}{verbs}[^。；\n0-9]{{0,16}}$"
    )
