"""Ranges of figures and years: what stands on both sides, and what stands between."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.words import one_of, words
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

TILDE = "～"
RIGHT = ("～", "—")
YEARS = range(1800, 2200)


def find(view: View) -> Iterator[Finding]:
    """Each range, unless its dash belongs to a date, a telephone number or a standard's name."""
    for match in _ranges().finditer(view.normal):
        start, end = match.span("dash")
        if not view.protected.touches(start, end):
            yield from _years(match) if _are_years(match) else _quantity(match)


def _are_years(match: re.Match[str]) -> bool:
    low, high = match["low"], match["high"]
    if not (low.isdecimal() and high.isdecimal() and match["after"] == "年"):
        return False
    return int(low) in YEARS and int(high) in YEARS and int(low) < int(high)


def _years(match: re.Match[str]) -> Iterator[Finding]:
    if match["dash"] != "—":
        yield Finding(*match.span(), {"right": "—"}, "years", fixes=(Fix(*match.span("dash"), "—"),))


def _quantity(match: re.Match[str]) -> Iterator[Finding]:
    """Figures that rise; what falls from one to the other may be a score, a number, or 500～1万, which is right."""
    unit, dash = match["after"], match["dash"]
    rises = float(match["low"]) < float(match["high"])
    between = dash if dash in RIGHT else TILDE
    if unit == "%" and rises and not match["unit"]:
        yield Finding(*match.span(), {"unit": unit}, "once", fixes=(Fix(*match.span("dash"), unit + between),))
    elif unit in tuple("万亿") and rises and not match["unit"]:
        yield Finding(*match.span(), {"unit": unit}, "once")
    elif dash not in RIGHT and rises and unit:
        yield Finding(*match.span(), {"right": TILDE}, "between", Severity.HINT)


@cache
def _ranges() -> re.Pattern[str]:
    """Two figures with a dash between them, and the unit behind each where it is one that matters."""
    units = one_of(words("range_units"))
    figure = r"\d{1,9}(?:\.\d{1,9})?"
    return re.compile(
        rf"(?<![\d.,/A-Za-z—–－~〜～-])(?P<low>{figure})(?P<unit>[%万亿年]?)(?P<dash>[～~〜—–－―-]|——|--)"
        rf"(?P<high>{figure})(?![\d.,:/～~—-])(?P<after>{units})?"
    )
