"""Figures as prose mentions them: 接待游客4.5万人次, what became of them since, and the parts they are made of.

Everything here reads plain text with marks in their proper width; offsets count its characters from 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language import dates
from drafter.language.quantities import ABOUT_WITHIN, SCALES, Quantity, parse
from drafter.language.words import one_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_FIGURE = 40
LONGEST_SUBJECT = 24
LONGEST_OBJECT = 12
_HEDGES = "了约超逾过"
_RANGE = tuple("～~—-－")
_SEAMS = "，。；：！？、（）〔〕［］“”‘’《》〈〉【】…—～\\s,;:()\ufffc"


class Mention(msgspec.Struct, frozen=True):
    """A figure in running text: characters ``start`` to ``end``, its 约 and unit included.

    ``subject`` are the words it counts, "" where none stand before it: 接待游客 in 全年共接待游客达4.5万人次; they
    begin at ``subject_start``. ``scope`` are the words before them that say when, for whom or how it is counted (全年,
    共), ``object`` the words right behind the figure: 单位 in 接待241家单位.
    """

    start: int
    end: int
    quantity: Quantity
    subject: str = ""
    subject_start: int = 0
    scope: tuple[str, ...] = ()
    object: str = ""


class Change(msgspec.Struct, frozen=True):
    """What became of a figure: 比上年增长15.5%, characters ``start`` to ``end``.

    ``base`` is what it is measured by, "" where that is not said; ``verb`` what it did, ``down`` whether it fell.
    """

    start: int
    end: int
    base: str
    verb: str
    quantity: Quantity
    down: bool


def mentions(text: str, dated: Iterable[dates.Dated] | None = None) -> Iterator[Mention]:
    """Every figure in a text, in order, without dates, codes, changes (增长15.5%) and ranges (15%～30%).

    ``dated`` are all dates of the text, in order, where they are known already.
    """
    named = [(each.start, each.end) for each in (dates.find(text) if dated is None else dated)]
    starts = [start for start, _ in named]
    before = 0
    for match in _figure_starts().finditer(text):
        start = match.start()
        last = bisect_right(starts, start) - 1
        seam = max(before, named[last][1] if last >= 0 else 0)
        quantity = None if seam > start or _change(text, start) else _figure(text, start)
        if quantity:
            yield _mention(text, start, quantity, seam)
        before = start + quantity.length if quantity else match.end()


def changes(text: str) -> Iterator[Change]:
    """Every change that a text states in a figure: 增长15.5%, 比上年减少3起, 提高2.3个百分点, 增长1.2倍."""
    found = (_change(text, match.start()) for match in _figure_starts().finditer(text))
    return (change for change in found if change)


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """From where to where the full figure may lie: 4.5万 is 44500 to 45500, 80多 is 80 to 90, 近80 is 70 to 80.

    What is counted one by one is exact (17个). What 约 leaves open is taken as a tenth either way; 以上 reaches to
    twice the figure.
    """
    value, step = quantity.value, _step(quantity)
    if _is_counted(quantity):
        return value, value
    if quantity.about in ABOUT_WITHIN:
        return value, value + step
    if quantity.about == "近":
        return value - step, value
    if quantity.about == "约":
        play = max(step, abs(value) / 10)
        return value - play, value + play
    return (value, value * 2) if quantity.about else (value - step / 2, value + step / 2)


@cache
def verbs_of_change() -> tuple[str, ...]:
    """What a figure does: 增长, 下降; the longest first, so that the first at the end of words is the whole verb."""
    return tuple(sorted((*words("rises"), *words("falls")), key=len, reverse=True))


def _is_counted(quantity: Quantity) -> bool:
    whole = quantity.number == quantity.number.to_integral_value()
    return whole and not quantity.scale and not quantity.about and quantity.unit.startswith(words("measures"))


def _step(quantity: Quantity) -> Decimal:
    """What the last digit that means something counts; a whole figure is exact but where 多 or 近 stands beside it."""
    digits = f"{quantity.number:f}"
    decimals = len(digits.partition(".")[2])
    zeros = 0 if decimals or not quantity.about else len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(zeros - decimals) * SCALES[quantity.scale]


def _change(text: str, start: int) -> Change | None:
    """The change whose figure begins there. 新增500亩 is none; 增15% is one only where it says against what."""
    front = text[max(0, start - LONGEST_SUBJECT) : start].rstrip(_HEDGES)
    verb = next((verb for verb in verbs_of_change() if front.endswith(verb)), "")
    base = _based().search(front, 0, len(front) - len(verb)) if verb else None
    quantity = parse(text[start : start + LONGEST_FIGURE]) if base or len(verb) > 1 else None
    if not quantity:
        return None
    first = max(0, start - LONGEST_SUBJECT) + (base.start() if base else len(front) - len(verb))
    return Change(first, start + quantity.length, base[1] if base else "", verb, quantity, verb in words("falls"))


def _figure(text: str, start: int) -> Quantity | None:
    """The figure there; None for one end of a range, a part of a code, and 1万6千."""
    quantity = parse(text[start : start + LONGEST_FIGURE])
    if not quantity:
        return None
    end = start + quantity.length
    ranged = text[start - 1 : start] in _RANGE or (text[end : end + 1] in _RANGE and text[end : end + 2] != "——")
    cut = _goes_on(text[end : end + 1]) and not _is_followed(text, end, quantity)
    return None if ranged or cut else quantity


def _is_followed(text: str, end: int, quantity: Quantity) -> bool:
    """Whether another figure of the same things follows right behind: 1023户2156人, not 3小时20分."""
    if not quantity.unit or quantity.unit in words("durations") or not text[end].isdecimal():
        return False
    after = parse(text[end : end + LONGEST_FIGURE])
    return bool(after and after.unit in words("measures") and not quantity.unit.isascii())


def _goes_on(char: str) -> bool:
    return char in tuple("千百十几") or (char.isascii() and char.isalnum())


def _mention(text: str, start: int, quantity: Quantity, before: int) -> Mention:
    end = start + quantity.length
    first = max(before, start - LONGEST_SUBJECT)
    seams = [match.end() for match in _seams().finditer(text, first, start)]
    first = seams[-1] if seams else first
    said = _linked().sub("", text[first:start])
    scope = _scoped().match(said)
    skipped = scope.end() if scope else 0
    counted = tuple(_scope_words().findall(said[:skipped]))
    return Mention(start, end, quantity, said[skipped:], first + skipped, counted, _object(text, end))


def _object(text: str, end: int) -> str:
    seam = _seams().search(text, end, end + LONGEST_OBJECT)
    return text[end : seam.start()] if seam else text[end : end + LONGEST_OBJECT]


@cache
def _figure_starts() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9A-Za-z.,:/〔第_-])[约近]?(?<![第.])[0-9][0-9.,]*")


@cache
def _based() -> re.Pattern[str]:
    return re.compile(f"({one_of(words('bases'))})[^，。；：、（）0-9]{{0,8}}?$")


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('links'))})+$")


@cache
def _scoped() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('scopes'))})+")


@cache
def _scope_words() -> re.Pattern[str]:
    return re.compile(one_of(words("scopes")))


@cache
def _seams() -> re.Pattern[str]:
    return re.compile(f"[{_SEAMS}]")
