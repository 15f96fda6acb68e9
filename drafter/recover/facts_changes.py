"""Growth that a text states, as last year's figure: 4.5万人次，比上年增长15.5% gives ``previous`` 38960.

Only where the outline prints the same words again from it.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from drafter.language.growths import rises_to
from drafter.language.mentions import Change, changes
from drafter.language.quantities import PERCENT, POINTS, against, growth
from drafter.language.words import words
from drafter.outline.filters import LAST_YEAR
from drafter.recover.facts_figures import printed
from drafter.recover.facts_names import Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.language.mentions import Mention
    from drafter.recover.facts_figures import Figure

_LAST = re.compile("[从由](?:上年|去年|上一年)(?:同期|底|末)?的?$")
_GAP = re.compile("[，、（]?")
_EXACT = Context(prec=60)
_FINEST = 2
_YEARLY = ("同比", "年", "年同期")


class Grown(msgspec.Struct, frozen=True):
    """Last year's figure of a named one, and what tells it: characters ``start`` to ``end`` of its part.

    ``printed`` is the filter that prints those: growth, or previous where the figure itself stands there.
    """

    named: Named
    start: int
    end: int
    previous: Decimal
    printed: str = "growth"


def risen(text: str, source: str, here: list[Named], mentioned: Sequence[Mention]) -> Iterator[Grown]:
    """Last year's figures that a part tells: 240场, of 由上年的240场增加到356场."""
    by_end = {each.figure.mention.end: each for each in here}
    for first, second in pairwise(mentioned):
        owner = by_end.get(second.end)
        if owner and rises_to(text, first, second) and _LAST.search(text, max(0, first.start - 10), first.start):
            before, now = printed(first.quantity, source[first.start : first.end]), owner.figure.printed
            if before and (before.unit, before.scale, before.about, "") == (now.unit, now.scale, "", now.about):
                yield Grown(owner, first.start, first.end, before.value, "previous")


def grown(text: str, source: str, here: list[Named]) -> Iterator[Grown]:
    """Every growth in a part that its figure can print. ``here`` are its named figures, in order."""
    by_end = {each.figure.mention.end: each for each in here}
    for change in changes(text):
        gap = 1 if _GAP.fullmatch(text[change.start - 1 : change.start]) else 0
        owner = by_end.get(change.start) or by_end.get(change.start - gap)
        found = _grown(source, owner, change) if owner and change.base.endswith(_YEARLY) else None
        if found:
            yield found


def _grown(source: str, owner: Named, change: Change) -> Grown | None:
    """The growth with its base (比上年增长5%), or behind it where the base stays text (同比增长5%)."""
    way = owner.figure.printed
    if way.about or way.rank:
        return None
    bare = change.start + len(change.base)
    for start, whole in ((change.start, True), (bare, False)):
        said = source[start : change.end]
        fits = whole or source[:start].endswith(words("bases"))
        previous = _previous(owner.figure, change, said, whole) if fits else None
        if previous is not None:
            return Grown(owner, start, change.end, previous)
    return None


def _previous(figure: Figure, change: Change, said: str, whole: bool) -> Decimal | None:
    """The roundest figure of last year that makes the outline print ``said``."""
    way = figure.printed
    base = _implied(way.value, change)
    if base is None:
        return None
    for digits in range(base.adjusted(), -_finest(figure) - 1, -1):
        rounded = base.quantize(Decimal(1).scaleb(digits), context=_EXACT)
        printed = growth(way.value, rounded, way.unit) if rounded > 0 else ""
        if printed and (against(LAST_YEAR, printed) if whole else printed) == said:
            return Decimal(int(rounded)) if rounded == int(rounded) else rounded
    return None


def _implied(value: Decimal, change: Change) -> Decimal | None:
    step = -change.quantity.number if change.down else change.quantity.number
    if change.quantity.unit == POINTS:
        return _EXACT.subtract(value, step)
    if change.quantity.unit not in PERCENT or step <= -100:
        return None
    return _EXACT.divide(value * 100, 100 + step)


def _finest(figure: Figure) -> int:
    """How many decimals last year's figure may have: none where things are counted."""
    way = figure.printed
    decimals = max(0, -int(way.value.as_tuple().exponent))
    if way.unit in PERCENT or way.unit in words("measured") or way.unit[:1] in ("万", "亿"):
        return decimals + _FINEST
    return decimals
