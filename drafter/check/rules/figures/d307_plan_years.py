"""D307: five-year plans with years that are not theirs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.years import own_years
from drafter.language.five_year import NUMERAL, plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import Args
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every span of years behind a plan's name, and every opening or closing year, that is another's."""
    for match in _spans().finditer(view.normal):
        args = _plan(match["plan"])
        if (args["first"], args["last"]) != (int(match["from"]), int(match["to"])):
            yield Finding(match.start("from"), match.end("to"), args)
    for match in _years().finditer(view.normal):
        yield from _opening_or_closing(view, match)


def _opening_or_closing(view: View, match: re.Match[str]) -> Iterator[Finding]:
    """2024年是“十四五”收官之年. 今年 is a year of the paper, or the next."""
    args = _plan(match["plan"])
    right = args["first"] if match["opens"] else args["last"]
    own = view.once(own_years)
    meant = [int(match["year"])] if match["year"] else [*own, *(year + 1 for year in own[-1:])]
    if meant and right not in meant:
        says = "opens" if match["opens"] else "closes"
        yield Finding(match.start(), match.end(), args | {"year": meant[0]}, says)


def _plan(numeral: str) -> Args:
    """A plan's name and years."""
    named = plan(numeral)
    return {"plan": named.name, "first": named.first, "last": named.last}


@cache
def _spans() -> re.Pattern[str]:
    name = f"“?(?P<plan>{NUMERAL})五”?"
    return re.compile(
        f"{name}(?:时期|期间|规划|计划)?（(?P<from>[12][0-9]{{3}})年?[—～-]{{1,2}}(?P<to>[12][0-9]{{3}})年?）"
    )


@cache
def _years() -> re.Pattern[str]:
    """A plan's opening or closing year, where no other plan or year stands between."""
    name = f"“(?P<plan>{NUMERAL})五”(?!普法)"
    return re.compile(
        f"(?:(?P<year>[12][0-9]{{3}})年|今年)(?:既)?(?:是|为)[^。；，“”0-9]{{0,16}}{name}[^。；，、“”0-9]{{0,10}}?"
        "(?:(?P<opens>开局|起步|开篇)|(?P<closes>收官|结束|决胜收尾))(?:之年|年|的一年)"
    )
