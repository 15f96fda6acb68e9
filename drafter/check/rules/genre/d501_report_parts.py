"""Finds that a report lacks one of its three parts: achievements, problems, a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import cue, genre, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

PARTS = ("achievements", "problems", "plan")


def find(view: View) -> Iterator[Finding]:
    """One finding, at the title, for each part of which a report shows no trace."""
    title = view.once(title_of)
    if title and view.once(genre) == "report":
        text = view.normal[title.end :]
        missing = (part for part in PARTS if not cue("report", part).search(text))
        yield from (Finding(title.start, title.end, says=part) for part in missing)
