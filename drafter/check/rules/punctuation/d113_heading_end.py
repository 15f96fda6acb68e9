"""Headings on a line of their own that close with a mark, and run-in headings that do not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.headings import headings, labelled
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.headings import Heading
    from drafter.check.view import View

CLOSING = "。；，、："
HEADING = ("chapter", "paren", "digit", "paren-digit")
"""The labels of headings; 一是 and 第一， begin sentences."""


def find(view: View) -> Iterator[Finding]:
    """Headings with a 。 or a pause at their end (？ ！ …… mean something), and run-in ones parted by blanks only.

    The titles of an outline are D612's, which knows how each will be set.
    """
    parted = view.once(run_in)
    yield from parted
    known = {view.paragraph(found.start).index for found in parted}
    for heading in () if view.outline else view.once(headings):
        mark = view.normal[heading.end - 1]
        closed = mark in CLOSING and not (mark == "：" and heading.label is None)
        named = heading.label is None or heading.label.style in HEADING
        if closed and named and not heading.run_in and heading.paragraph not in known:
            yield Finding(heading.end - 1, heading.end)


def run_in(view: View) -> tuple[Finding, ...]:
    """Run-in headings that only blanks part from their text; to be asked through ``view.once``."""
    return tuple(found for heading in view.once(labelled) for found in _run_in(view, heading))


def _run_in(view: View, heading: Heading) -> Iterator[Finding]:
    """（一）加强领导  各单位要……。: short words without a mark, blanks, then a sentence."""
    match = _parted().match(view.normal, heading.words, view.paragraphs[heading.paragraph].end)
    if match and heading.label and heading.label.style in HEADING[:3]:
        yield Finding(*match.span("words"), says="run_in")


@cache
def _parted() -> re.Pattern[str]:
    words = f"(?P<words>[{HAN}]{{3,30}}+)"
    return re.compile(rf"{words}[ \t]{{1,6}}(?=[^\n。]{{15,200}}。)")
