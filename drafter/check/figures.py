"""The figures a document mentions, and what of its context decides whether two of them can be compared."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.check.headings import headings
from drafter.language import dates
from drafter.language.mentions import Mention, mentions

if TYPE_CHECKING:
    from drafter.check.view import View

LONGEST = 200
_SENTENCE_ENDS = re.compile("[。！？；\n\v]")


class Figure(msgspec.Struct, frozen=True):
    """A figure of a view's text (offsets are the view's).

    ``time`` is what its sentence says before it of when it was counted (2022年 1—11月), "" for nothing. ``planned``
    says that it is hoped for and has not been reached, ``recalled`` that it stands for an earlier time. ``ahead`` says
    that it stands in the part of the paper that plans (二、2025年工作安排), or behind it.
    """

    mention: Mention
    time: str = ""
    planned: bool = False
    recalled: bool = False
    ahead: bool = False


def mentioned(view: View) -> tuple[Mention, ...]:
    """Every figure in a view, in order, as bare mentions."""
    return tuple(mentions(view.normal, view.once(dated)))


def figures(view: View) -> tuple[Figure, ...]:
    """Every figure in a view with its context, in order; to be asked through ``view.once``."""
    plans = _plans(view)
    return tuple(_figure(view, each, plans) for each in view.once(mentioned))


def dated(view: View) -> tuple[dates.Dated, ...]:
    """Every year, month and day that a view names, in order."""
    return tuple(dates.find(view.normal))


def sentence_start(view: View, at: int) -> int:
    """Where the clause between 。！？； begins in which a character stands, at most LONGEST characters before it."""
    ends = view.once(_sentence_ends)
    last = bisect_right(ends, at) - 1
    return max(ends[last] if last >= 0 else 0, at - LONGEST)


def _sentence_ends(view: View) -> list[int]:
    return [match.end() for match in _SENTENCE_ENDS.finditer(view.normal)]


def _figure(view: View, mention: Mention, plans: int) -> Figure:
    said = view.normal[sentence_start(view, mention.start) : mention.start]
    time = "".join(_times().findall(said))
    planned, recalled = bool(_planned().search(said)), bool(_recalled().search(said))
    return Figure(mention, time, planned, recalled, mention.start >= plans)


def _plans(view: View) -> int:
    """Where the first chapter begins that looks ahead; past the end where none does."""
    chapters = (each for each in view.once(headings) if each.level == 1)
    said = ((each.start, view.normal[each.start : each.end]) for each in chapters)
    return next((start for start, words in said if _ahead().search(words) and not _back().search(words)), sys.maxsize)


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        "[0-9]{4}年|[0-9]{1,2}[—～-][0-9]{1,2}月|[0-9]{1,2}月|[上下]半年|[一二三四1-4]季度|今年|去年|上年|前年|明年|五年|假期|期间|春节|国庆|暑期"
    )


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(
        "计划|任务|安排|打算|思路|要求|建议|目标|部署|展望|规划|下一步|下步|今后|明年|重点工作|主要工作|关于[0-9]{4}年"
    )


@cache
def _back() -> re.Pattern[str]:
    return re.compile("回顾|情况|总结|成绩|成效|做法|不足|问题")


@cache
def _planned() -> re.Pattern[str]:
    return re.compile("计划|力争|争取|确保|目标|预计|预期|拟|将|达到|要|努力|任务|下一步|明年|规划|不低于|不少于|以上")


@cache
def _recalled() -> re.Pattern[str]:
    return re.compile("去年|上年|前年|同期|以前|原来|过去|曾|[从由比较][^，。；：]*$")
