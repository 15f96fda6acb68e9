"""Blanks before a mark or behind an opening one, and beside a dash."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.width import BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

LONGEST = 4
"""Of the blanks taken out; more are a gap that somebody left on purpose."""


def find(view: View) -> Iterator[Finding]:
    """Each row of blanks that a mark does not want; an empty bracket is a field to be filled in."""
    for match in _blanks().finditer(view.normal):
        at = match.start("behind") if match["behind"] else match.start("before")
        end = match.end()
        if not view.protected.touches(at, end):
            fixes = (Fix(at, end, ""),) if end - at <= LONGEST else ()
            yield Finding(at, end, {"mark": _mark(view.normal, at, end, bool(match["behind"]))}, fixes=fixes)


def _mark(text: str, at: int, end: int, behind: bool) -> str:
    return text[at - 1] if behind else text[end]


@cache
def _blanks() -> re.Pattern[str]:
    blank = f"[{BLANKS}]++"
    behind = f"(?:(?<=[（〔【《〈“‘])|(?<=——))(?P<behind>{blank})(?![）〕】》〉”’\n\v]|\\Z)"
    before = f"(?<![{BLANKS}\n\v（〔【《〈“‘|])(?P<before>{blank})(?=[，。；：？！、）〕】》〉”’]|——)"
    return re.compile(f"{behind}|(?<!\\A){before}")
