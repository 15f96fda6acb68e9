"""Two figures and the growth between them, as one sentence states them: 从3.9万人次增加到4.5万人次，增长15.4%."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.mentions import Change, Mention, bounds, changes
from drafter.language.quantities import PERCENT, POINTS
from drafter.language.words import one_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

_HUNDRED = 100
_FARTHEST = 16
_LAST_YEAR = "(?:上年|去年|上一年|[0-9]{4}年)(?:同期|底|末)?"


_FROM = re.compile("[从由][^，。；：]*$")
_PAUSE = re.compile("）?[，、（]?(?:总共|共|净)?")
_COMPARED = re.compile(f"，?[比较]{_LAST_YEAR}的?")
_RECALLED = re.compile(f"[，（]{_LAST_YEAR}(?:为|是)?")


class Growth(msgspec.Struct, frozen=True):
    """``now`` against ``before``, and the change that the text states between them."""

    before: Mention
    now: Mention
    change: Change


def growths(text: str, mentioned: Sequence[Mention]) -> Iterator[Growth]:
    """Every change whose two figures stand right before it. ``mentioned`` are all mentions of the text, in order.

    Averages (年均), and what is worked out at other prices (按可比价格), stand apart from their figures and are none.
    """
    starts = [each.start for each in mentioned]
    for change in changes(text):
        last = bisect_right(starts, change.start)
        if last >= 2:
            growth = _growth(text, mentioned[last - 2], mentioned[last - 1], change)
            if growth:
                yield growth


def expected(growth: Growth) -> tuple[Decimal, Decimal] | None:
    """From where to where the change may lie, in its own unit and positive upwards; None where that tells nothing.

    Both figures are rounded, so 4.5万 against 3.9万 allows 12.7% to 18.2%.
    """
    low, high = bounds(growth.now.quantity)
    least, most = bounds(growth.before.quantity)
    unit = growth.change.quantity.unit
    if unit == growth.now.quantity.unit or (unit == POINTS and growth.now.quantity.unit in PERCENT):
        return low - most, high - least
    if least <= 0 or (unit not in PERCENT and unit != "倍"):
        return None
    scale = _HUNDRED if unit in PERCENT else 1
    return (low / most - 1) * scale, (high / least - 1) * scale


def stated(change: Change) -> tuple[Decimal, Decimal]:
    """From where to where the change that a text states may lie, positive upwards."""
    low, high = bounds(change.quantity)
    return (-high, -low) if change.down else (low, high)


def rises_to(text: str, first: Mention, second: Mention) -> bool:
    """Whether a figure went from one to the next: 从3.9万人次增加到4.5万人次."""
    apart = second.start - first.end
    return 0 < apart <= _FARTHEST and bool(_rose().fullmatch(text, first.end, second.start)) and _from(text, first)


def _growth(text: str, first: Mention, second: Mention, change: Change) -> Growth | None:
    if first.quantity.unit != second.quantity.unit or not first.quantity.unit:
        return None
    between, gap = text[first.end : second.start], text[second.end : change.start]
    if _rose().fullmatch(between) and _PAUSE.fullmatch(gap) and _from(text, first):
        return Growth(first, second, change)
    compared = _COMPARED.fullmatch(between) and not gap and not change.base
    recalled = _RECALLED.fullmatch(between) and _PAUSE.fullmatch(gap)
    return Growth(second, first, change) if compared or recalled else None


def _from(text: str, mention: Mention) -> bool:
    """Whether 从 or 由 stands before a figure in its clause."""
    clause = text[max(0, mention.start - 24) : mention.start]
    return bool(_FROM.search(clause))


@cache
def _rose() -> re.Pattern[str]:
    verbs = one_of((*words("rises"), *words("falls")))
    return re.compile(f"[，、]?(?:{verbs}|跃升|发展|变)(?:到|至|为|成)了?(?:{_LAST_YEAR}的?)?")
