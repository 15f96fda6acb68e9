"""Marks that a conversion destroyed: “…〞, and ?…? where a title once stood in 《》."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.check.lost_titles import lost_titles
from drafter.check.marks import as_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

SINGLY = 2
_RIGHT = {"〝": "“", "〞": "”", "〟": "”"}


def find(view: View) -> Iterator[Finding]:
    """All 〞 as one finding where there are many; each title by itself, since each is to be looked up."""
    quotes = list(_quotes(view))
    yield from quotes if len(quotes) <= SINGLY else [as_one(quotes, "many", view)]
    yield from _titles(view)


def _quotes(view: View) -> Iterator[Finding]:
    """〞 behind an open “ is a ”, and 〝 before a ” is a “; alone, either may be something else."""
    is_open = False
    for match in _marks().finditer(view.prose):
        char, right = match[0], _RIGHT.get(match[0], match[0])
        if char in _RIGHT:
            sure = is_open if right == "”" else bool(_closes().match(view.prose, match.end()))
            fixes = (Fix(match.start(), match.end(), right),) if sure else ()
            yield Finding(match.start(), match.end(), {"right": right}, fixes=fixes)
        is_open = right == "“"


def _titles(view: View) -> Iterator[Finding]:
    for start, end in view.once(lost_titles).spans:
        yield Finding(start, end, {"title": view.text[start + 1 : end - 1]}, says="title")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[“”〝〞〟\n]")


@cache
def _closes() -> re.Pattern[str]:
    return re.compile("[^“”〝〞〟\n]{1,200}[”〞〟]")
