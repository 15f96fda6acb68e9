"""D305: 同比 of a whole year, 比上年 of a part of one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.figures import sentence_start
from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every 同比 or 比上年 whose sentence names the other kind of time, and that alone."""
    for match in _compared().finditer(view.normal):
        said = view.normal[sentence_start(view, match.start()) : match.start()]
        whole, part = _whole_year().search(said), _part_of_year().search(said)
        if match["same"] and whole and not part:
            yield Finding(match.start(), match.end())
        elif match["last"] and part and not whole:
            yield Finding(match.start(), match.end(), says="months")


@cache
def _compared() -> re.Pattern[str]:
    moves = "(?=[^，。；]{0,6}(?:增|减|提|下|上|降|回))"
    return re.compile(f"(?:(?P<same>同比)|(?P<last>[比较](?:上年|去年)(?!同期|末|底|初|同月|同季|的?[同0-9]))){moves}")


@cache
def _whole_year() -> re.Pattern[str]:
    return re.compile("全年|年度(?!计划|目标)|[0-9]{4}年(?![0-9一二三四上下前第初])")


@cache
def _part_of_year() -> re.Pattern[str]:
    return re.compile("[0-9一二三四五六七八九十]月|季度|半年|假期|期间|春节|国庆|五一|[0-9]日|[本上当]月|以来|周末")
