"""The filters of references: what each makes of which kind of value.

Every filter passes a gap on. A figure is worked out in full and rounded only where it is printed.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.language import dates, numerals, quantities
from drafter.language.words import words
from drafter.outline import facts
from drafter.outline.model import Fact
from drafter.outline.text import Gap, Text
from drafter.outline.values import Amount, Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    Work = Callable[[Any, "Moment"], Any]

When = int | datetime.date | Text

LAST_YEAR = "上年"


class Moment(msgspec.Struct, frozen=True):
    """Where a filter is at work: in what text ``before`` and ``after`` it, and in the year of the paper's date."""

    before: str
    after: str
    today: int | Gap
    facts: dict[str, Fact]


class TooEarly(ValueError):  # noqa: N818
    """There is no anniversary yet of what began in ``year``."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


def apply(name: str, value: Value, moment: Moment) -> Value | None:
    """What the filter ``name`` makes of a value; None where it does not fit its kind. Raises TooEarly."""
    rule = FILTERS[name].get(value.kind)
    if rule is None:
        return None
    kind, work = rule
    content = value.content if isinstance(value.content, Gap) else work(value.content, moment)
    return Value(kind, content, value.fact)


def _needing(*figures: str) -> Callable[[Work], Work]:
    """A rule for facts that works only where the fact has all ``figures``, and else gives the gap."""

    def decorate(work: Work) -> Work:
        def rule(fact: Fact, moment: Moment) -> Any:
            empty = next((figure for figure in figures if getattr(fact, figure) in (None, "")), None)
            return facts.missing(fact, empty, moment.facts) if empty else work(fact, moment)

        return rule

    return decorate


@_needing("value", "previous")
def _growth(fact: Any, moment: Moment) -> str:
    """比上年增长15.5%; only 增长15.5% where the words before it say already what it is measured by (同比)."""
    change = quantities.growth(fact.value, fact.previous, fact.unit, fact.rank)
    return change if moment.before.endswith(words("bases")) else quantities.against(LAST_YEAR, change)


@_needing("value", "target")
def _completion(fact: Any, _moment: Moment) -> str:
    return quantities.completion(fact.value, fact.target)


@_needing("value")
def _value(fact: Any, _moment: Moment) -> Amount:
    return Amount(fact.value, "", fact.show, fact.about)


@_needing("unit")
def _unit(fact: Any, _moment: Moment) -> str:
    return str(fact.unit)


@_needing("previous")
def _previous(fact: Any, _moment: Moment) -> Amount:
    return Amount(fact.previous, fact.unit, fact.show)


@_needing("target")
def _target(fact: Any, _moment: Moment) -> Amount:
    return Amount(fact.target, fact.unit, fact.show)


@_needing("value")
def _whole(fact: Any, _moment: Moment) -> Amount:
    return Amount(fact.value, fact.unit, "", fact.about)


def _counted(many: int | Decimal, measure: str) -> str:
    """A number in Han as it is counted before ``measure``; in digits where it is no whole one."""
    return numerals.count_han(int(many), measure) if many == int(many) else f"{many:f}"


def _count(many: tuple[Any, ...], moment: Moment) -> str:
    return _counted(len(many), moment.after)


def _count_amount(amount: Amount, moment: Moment) -> str:
    return _counted(amount.number, moment.after)


def _han_amount(amount: Amount, moment: Moment) -> str:
    """四项, 八十多条: as it would be printed in digits, in Han."""
    digits = quantities.show(amount.number, amount.unit, "", amount.about)
    return digits.replace(f"{amount.number:f}", _counted(amount.number, amount.unit or moment.after), 1)


def _by_date(work: Callable[[int, int], str]) -> Callable[[When, Moment], When | str | Gap]:
    """A rule for years and days that needs the year of the paper's date. Words that say when stay as they are."""

    def rule(when: When, moment: Moment) -> When | str | Gap:
        if isinstance(when, Text) or isinstance(moment.today, Gap):
            return when if isinstance(when, Text) else moment.today
        return work(when.year if isinstance(when, datetime.date) else when, moment.today)

    return rule


@_by_date
def _anniversary(year: int, today: int) -> str:
    if year >= today:
        raise TooEarly(year)
    return dates.anniversary(year, today)


def _of(first: Work, then: Work) -> Work:
    """A rule for facts: what ``then`` makes of what ``first`` makes of the fact."""

    def rule(fact: Fact, moment: Moment) -> Any:
        content = first(fact, moment)
        return content if isinstance(content, Gap) else then(content, moment)

    return rule


def _same(content: Any, _moment: Moment) -> Any:
    return content


FILTERS: dict[str, dict[str, tuple[str, Work]]] = {
    "growth": {"fact": ("text", _growth)},
    "value": {"fact": ("amount", _value)},
    "unit": {"fact": ("text", _unit)},
    "previous": {"fact": ("amount", _previous)},
    "target": {"fact": ("amount", _target)},
    "completion": {"fact": ("text", _completion)},
    "count": {
        "list": ("text", _count),
        "agenda": ("text", _count),
        "points": ("text", _count),
        "fact": ("text", _of(_whole, _count_amount)),
        "amount": ("text", _count_amount),
    },
    "digits": {
        "list": ("text", lambda many, _: str(len(many))),
        "agenda": ("text", lambda many, _: str(len(many))),
        "points": ("text", lambda many, _: str(len(many))),
        "fact": ("text", _of(_whole, lambda amount, _: f"{amount.number:f}")),
        "amount": ("text", lambda amount, _: f"{amount.number:f}"),
    },
    "join": {"list": ("list", _same), "points": ("points", _same)},
    "han": {
        "fact": ("text", _of(_whole, _han_amount)),
        "amount": ("text", _han_amount),
        "year": ("text", lambda year, _: numerals.digits_han(year)),
    },
    "date": {"day": ("text", lambda day, _: day if isinstance(day, Text) else dates.month_day(day))},
    "spoken": {"year": ("text", _by_date(dates.spoken)), "day": ("text", _by_date(dates.spoken))},
    "anniversary": {
        "year": ("text", _anniversary),
        "day": ("text", _anniversary),
        "fact": ("text", _of(_whole, lambda amount, moment: _anniversary(int(amount.number), moment))),
    },
}
