"""Blanks before a mark or behind an opening one, beside a dash, and behind a mark within a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.numbering import parse
from drafter.language.numerals import SMALL
from drafter.language.width import BLANKS, HAN
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

LONGEST = 4
"""Of the blanks taken out; more are a gap that somebody left on purpose."""

LONGEST_LABEL = 8


def find(view: View) -> Iterator[Finding]:
    """Each row of blanks that a mark does not want; an empty bracket is a field to be filled in."""
    for match in _blanks().finditer(view.normal):
        at = match.start("behind") if match["behind"] else match.start("before")
        end = match.end()
        if not view.protected.touches(at, end):
            fixes = (Fix(at, end, ""),) if end - at <= LONGEST else ()
            yield Finding(at, end, {"mark": _mark(view.normal, at, end, bool(match["behind"]))}, fixes=fixes)
    yield from _after(view)


def _after(view: View) -> Iterator[Finding]:
    """A blank behind a mark may part two headings that were run together: only looked at, never taken out."""
    for match in _behind_a_mark().finditer(view.prose):
        paragraph = view.paragraph(match.start())
        label = parse(view.normal[paragraph.start : match.end()].lstrip())
        if paragraph.source.kind == "body" and not (label and match.end() - paragraph.start <= LONGEST_LABEL):
            yield Finding(*match.span("blank"), {"mark": match["mark"]}, severity=Severity.HINT)


def _mark(text: str, at: int, end: int, behind: bool) -> str:
    return text[at - 1] if behind else text[end]


@cache
def _blanks() -> re.Pattern[str]:
    blank = f"[{BLANKS}]++"
    behind = f"(?:(?<=[（〔【《〈“‘])|(?<=——))(?P<behind>{blank})(?![）〕】》〉”’\n\v]|\\Z)"
    before = f"(?<![{BLANKS}\n\v（〔【《〈“‘|])(?P<before>{blank})(?=[，。；：？！、）〕】》〉”’]|——)"
    return re.compile(f"{behind}|(?<!\\A){before}")


@cache
def _behind_a_mark() -> re.Pattern[str]:
    """Not before the label of a heading."""
    return re.compile(rf"(?P<mark>[，。；、！？])(?P<blank>[ \u00a0\u3000]{{1,2}})(?=[{HAN}])(?!{SMALL}、)")
