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


def find(view: View) -> Iterator[Finding]:
    """Headings with a 。 or a pause at their end (？ ！ …… mean something), and run-in ones parted by blanks only."""
    parted = [found for heading in view.once(labelled) for found in _run_in(view, heading)]
    yield from parted
    known = {view.paragraph(found.start).index for found in parted}
    for heading in view.once(headings):
        mark = view.normal[heading.end - 1]
        closed = mark in CLOSING and not (mark == "：" and heading.label is None)
        if closed and not heading.run_in and heading.paragraph not in known:
            yield Finding(heading.end - 1, heading.end)


def _run_in(view: View, heading: Heading) -> Iterator[Finding]:
    """（一）加强领导  各单位要……。: short words without a mark, blanks, then a sentence."""
    match = _parted().match(view.normal, heading.words, view.paragraphs[heading.paragraph].end)
    if match and heading.label and heading.label.style in ("chapter", "paren", "digit"):
        yield Finding(*match.span("words"), says="run_in")


@cache
def _parted() -> re.Pattern[str]:
    words = f"(?P<words>[{HAN}]{{3,30}}+)"
    return re.compile(rf"{words}[ \t]{{1,6}}(?=[^\n。]{{15,200}}。)")
