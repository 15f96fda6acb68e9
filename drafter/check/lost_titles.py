"""?乡镇文化站管理办法?: titles whose 《 》 a wrong encoding or a conversion made into question marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.spans import Spans
from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from drafter.check.view import View

CLAUSE = 12
"""Characters before the first mark in which a question would show."""


def lost_titles(view: View) -> Spans:
    """The titles with both their marks; to be asked through ``view.once``."""
    return Spans(match.span() for match in _title().finditer(view.normal) if _is_title(view, match))


def _is_title(view: View, match: re.Match[str]) -> bool:
    """Whether nothing is asked, neither in the stretch nor in the clause before it."""
    before = view.normal[max(0, match.start() - CLAUSE) : match.start()]
    clause = before[max(before.rfind(mark) for mark in "，。；：\n") + 1 :]
    return not _asks().search(clause + match["title"]) and not view.protected.touches(match.start(), match.start() + 1)


@cache
def _title() -> re.Pattern[str]:
    """A stretch between two question marks that ends as titles of papers do."""
    ends = "|".join(words("title_endings"))
    inside = rf"(?P<title>[^？！。；，\n]{{0,60}}?(?:{ends})(?:（[^（）\n]{{1,10}}）)?)"
    return re.compile(rf"？{inside}？(?=[{HAN}，。、；：〔（？\n]|\Z)")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile("吗|呢|么|怎|谁|哪|几|何|是否|是不是|有没有|能不能")
