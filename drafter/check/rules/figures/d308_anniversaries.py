"""D308: anniversaries that do not fall in the year of the paper."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.years import own_years
from drafter.language.dates import parse_anniversary
from drafter.language.words import words
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

PLAY = 1
NEAR = 24


def find(view: View) -> Iterator[Finding]:
    """Every N周年 of something whose founding is known. A year said right before it decides, else the paper's own."""
    for match in _named().finditer(view.normal):
        founded = _events()[match["event"]] or _own(view, match)
        falls = founded + (parse_anniversary(f"{match['count']}周年") or 0)
        said = _said().search(view.normal, max(0, match.start() - NEAR), match.start())
        years = (int(said[1]),) if said else view.once(own_years)
        if founded and years and not _near(falls, years, 0 if said else PLAY):
            args = {"event": match["event"], "founded": founded, "falls": falls, "year": _listed(years)}
            quoted = _is_quoted(view, match.start())
            says, severity = ("quoted", Severity.HINT) if quoted else ("says", None)
            yield Finding(match.start("count"), match.end(), args, says, severity)


def _near(year: int, years: tuple[int, ...], play: int) -> bool:
    return years[0] - play <= year <= years[-1] + play


def _own(view: View, match: re.Match[str]) -> int:
    """The organization's own founding, where the words before speak of it and of no other; else 0."""
    office = view.office
    names = [name for name in (office.name, office.abbr, office.self) if name]
    before = view.normal[max(0, match.start() - NEAR) : match.start()]
    own = before.endswith(("我馆", "本馆", "我局", "本局", "我院", "本院", "我校", "本校", *names))
    return office.founded if own or not before[-1:].strip("，。；：、是为迎来庆祝纪念\n") else 0


def _is_quoted(view: View, at: int) -> bool:
    """Whether a character stands within quotes or a title."""
    before = view.normal[view.paragraph(at).start : at].replace("〞", "”")
    return any(before.count(opening) > before.count(closing) for opening, closing in ("“”", "《》", "‘’"))


def _listed(years: tuple[int, ...]) -> str:
    return "、".join(f"{year}年" for year in years)


@cache
def _events() -> dict[str, int]:
    """What is commemorated, and the year it counts from; 0 for the organization's own."""
    found, year = {}, 0
    for word in words("founded"):
        if word.isdecimal():
            year = int(word)
        else:
            found[word] = year
    return found


@cache
def _named() -> re.Pattern[str]:
    """An event and its count; without 周 only where it is celebrated (纪念改革开放30年, not 改革开放40年来)."""
    names = "|".join(sorted(_events(), key=len, reverse=True))
    return re.compile(
        f"(?P<celebrated>纪念|庆祝)?(?P<event>{names})的?(?P<count>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,5}})"
        "(?:周年|(?(celebrated)年(?![来多间以])|周年))"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile("([12][0-9]{3})年既?(?:是|为|系|恰逢|正值|适逢|迎来)[^。；0-9]{0,16}$")
