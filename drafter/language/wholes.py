"""A total and the parts that a text gives of it: 共有17个文化馆，其中一级馆7个，二级馆6个，三级馆4个."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from drafter.language.mentions import Mention, bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

_CUE = re.compile(r"(?P<some>其中)|(?P<all>分别[为是](?!第)|由(?=[^。；\n]{1,60}?组成)|包括(?=[^。；\n]{1,80}?共))")
PEOPLE = ("名", "位")
LONGEST = 400
MOST = 40
_FAR = 14
_ENDS = re.compile("[。！？\n]|其中|比重|占")
_ENDS_HERE = re.compile("[。！？；\n]|其中|比重|占")
_EARLIER = re.compile("[从由同比较与][^，。；：、]*$|的$")
_OPEN_END = re.compile("等|以及其他|余|其余|其他|之外")
_SUMS_UP = re.compile("，(?:共|合计|总计|共计|总共)(?:计|有)?$")
_JOINED = re.compile("[、和及][^，。；：、0-9]{1,16}")
_LAST_JOINED = re.compile("(?:组成|构成)?，[共合总计有]{1,4}")


class Whole(msgspec.Struct, frozen=True):
    """``total`` and its ``parts``, at least one. ``complete`` says that the text means them to be all."""

    total: Mention
    parts: tuple[Mention, ...]
    complete: bool


def wholes(text: str, mentioned: Sequence[Mention]) -> Iterator[Whole]:
    """Every total that a text takes apart. ``mentioned`` are all mentions of the text, in order.

    Parts carry the unit of the total and stand in its sentence, up to the next 其中.
    """
    yield from _before(text, mentioned)
    yield from _behind(text, mentioned)


def _behind(text: str, mentioned: Sequence[Mention]) -> Iterator[Whole]:
    """Totals whose parts follow: 17个，其中…, 17个，分别为…"""
    ends, starts = [each.end for each in mentioned], [each.start for each in mentioned]
    for cue in _CUE.finditer(text):
        last = bisect_left(ends, cue.start() + 1) - 1
        if last >= 0 and _reaches(text, mentioned[last].end, cue.start()):
            total = mentioned[last]
            end = _end(text, cue.end(), bool(cue["all"]))
            listed = mentioned[bisect_left(starts, cue.end()) : bisect_left(starts, end)]
            parts = _leading(text, cue.end(), total, listed)
            if parts:
                yield Whole(total, parts, bool(cue["all"]) and not _OPEN_END.search(text, cue.end(), end))


def excess(whole: Whole) -> bool:
    """Whether the parts make more than the total, however the figures were rounded."""
    return _sum(whole)[0] > bounds(whole.total.quantity)[1]


def falls_short(whole: Whole) -> bool:
    """Whether the parts make less than the total, however the figures were rounded."""
    return _sum(whole)[1] < bounds(whole.total.quantity)[0]


def _before(text: str, mentioned: Sequence[Mention]) -> Iterator[Whole]:
    """Totals whose parts stand before them: 展览5场、讲座12场，共17场."""
    for index, total in enumerate(mentioned):
        if _SUMS_UP.search(text, max(0, total.start - 8), total.start):
            parts = tuple(reversed(list(_chained(text, mentioned[max(0, index - MOST) : index], total))))
            if len(parts) > 1:
                yield Whole(total, parts, complete=True)


def _chained(text: str, earlier: Sequence[Mention], total: Mention) -> Iterator[Mention]:
    """From the last back, the mentions of one enumeration in the unit of the total."""
    following = total
    for each in reversed(earlier):
        joined = _JOINED if following is not total else _LAST_JOINED
        if _unit(each) != _unit(total) or not joined.fullmatch(text, each.end, following.start):
            return
        yield each
        following = each


def _unit(mention: Mention) -> str:
    """The unit; 名 and 位 count people as 人 does."""
    return "人" if mention.quantity.unit in PEOPLE else mention.quantity.unit


def _sum(whole: Whole) -> tuple[Decimal, Decimal]:
    each = [bounds(part.quantity) for part in whole.parts]
    return sum((low for low, _ in each), start=0 * each[0][0]), sum((high for _, high in each), start=0 * each[0][0])


def _reaches(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return end - start <= _FAR and not re.search("[。；！？\n]", between)


def _end(text: str, start: int, complete: bool) -> int:
    """Where the parts end: with the sentence, or where it takes something else apart; what is complete before ；."""
    match = (_ENDS_HERE if complete else _ENDS).search(text, start, start + LONGEST)
    return match.start() if match else min(len(text), start + LONGEST)


def _leading(text: str, start: int, total: Mention, listed: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions up to the first that counts something else, or an earlier figure.

    Behind ； what follows may stand beside the total: it is a part only where it is named like the first one.
    """
    parts: list[Mention] = []
    for each in listed:
        parted = parts and "；" in text[start : each.start] and each.subject[-1:] != parts[0].subject[-1:]
        if parted or _unit(each) != _unit(total) or _EARLIER.search(text, start, each.start):
            break
        parts.append(each)
    return tuple(parts) if total.quantity.unit else ()
