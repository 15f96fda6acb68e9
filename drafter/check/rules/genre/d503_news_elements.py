"""Finds that the lead of a news item leaves out when, who or what; that nothing says where is only a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import body, cue, genre
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

ELEMENTS = ("when", "who", "what")


def find(view: View) -> Iterator[Finding]:
    """Each element that is missing, at the lead."""
    first = next(body(view), None)
    if first is None or view.once(genre) != "news":
        return
    words = view.words(first)
    for element in ELEMENTS:
        if not cue("news", element).search(words):
            yield Finding(first.start, first.end, says=element)
    if not cue("news", "where").search(view.normal):
        yield Finding(first.start, first.end, says="where", severity=Severity.HINT)
