"""Headings of one level that are set in two ways in one document."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.headings import headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.headings import Heading
    from drafter.check.view import View

END = "。；，、"


def find(view: View) -> Iterator[Finding]:
    """One finding for a level: at the first that departs from its siblings, or from the level's own way.

    Where that is one with a mark among many without, D113 has told it.
    """
    alone = [each for each in view.once(headings) if not each.run_in and each.label]
    for _, group in groupby(sorted(alone, key=_level), _level):
        level = list(group)
        odd = _first_odd(level, view)
        if odd and not _has_mark(odd, view):
            with_mark = sum(_has_mark(each, view) for each in level)
            yield Finding(odd.start, odd.end, {"marked": with_mark, "bare": len(level) - with_mark})


def _level(heading: Heading) -> int:
    return heading.level


def _has_mark(heading: Heading, view: View) -> bool:
    return view.normal[heading.end - 1] in END


def _first_odd(level: list[Heading], view: View) -> Heading | None:
    """Among siblings first: that is where a reader sees it."""
    for siblings in (*_siblings(level), level):
        forms = Counter(_has_mark(each, view) for each in siblings)
        if len(forms) == 2:
            usual = forms.most_common(1)[0][0]
            return next(each for each in siblings if _has_mark(each, view) != usual)
    return None


def _siblings(level: list[Heading]) -> Iterator[list[Heading]]:
    """Headings of one level whose numbers run on; a number that does not rise begins a new row."""
    row: list[Heading] = []
    for each in level:
        if row and each.label and row[-1].label and each.label.number <= row[-1].label.number:
            yield row
            row = []
        row.append(each)
    yield row
