"""D305: 同比 of a whole year, 比上年 of a part of one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every 同比 or 比上年 whose sentence names the other kind of time, and that alone."""
    for match in _sentences().finditer(view.normal):
        whole, part = _whole_year().search(match[0]), _part_of_year().search(match[0])
        if whole and not part:
            yield from _found(match, "同比", "says")
        elif part and not whole:
            yield from _found(match, "[比较](?:上年|去年)(?!同期|末|底|初|同月|同季|的?[同0-9])", "months")


def _found(sentence: re.Match[str], said: str, says: str) -> Iterator[Finding]:
    match = re.search(f"{said}(?=[^，。；]{{0,6}}(?:增|减|提|下|上|降|回))", sentence[0])
    if match:
        yield Finding(sentence.start() + match.start(), sentence.start() + match.end(), says=says)


@cache
def _sentences() -> re.Pattern[str]:
    return re.compile("[^。；！？\n\v]*(?:同比|[比较](?:上年|去年))[^。；！？\n\v]*")


@cache
def _whole_year() -> re.Pattern[str]:
    return re.compile("全年|年度(?!计划|目标)|[0-9]{4}年(?![0-9一二三四上下前第初])")


@cache
def _part_of_year() -> re.Pattern[str]:
    return re.compile("[0-9一二三四五六七八九十]月|季度|半年|假期|期间|春节|国庆|五一|[0-9]日|[本上当]月|以来|周末")
