"""The years a paper is about, as far as it says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language import dates
from drafter.language.numbering import parse
from drafter.language.punctuation import END_MARKS
from drafter.outline.text import Gap

if TYPE_CHECKING:
    from drafter.check.view import Paragraph, View

_FIRST = 10
_LAST = 6
_SHORT = 60


def own_years(view: View) -> tuple[int, ...]:
    """The years of a paper, in order: what the office or outline says, else its title and dates say; () for unknown.

    A report on 2022 with a plan for 2023 has both. The title and the date below it stand among the first short lines,
    the date of signing among the last.
    """
    said = view.office.year or (view.outline and not isinstance(view.outline.year, Gap) and view.outline.year) or 0
    if said:
        return (said,)
    filled = [each for each in view.paragraphs if view.words(each).strip()]
    for lines in (filled[:_FIRST], filled[-_LAST:]):
        found = {year for line in lines for year in _years(view, line)}
        if found:
            return tuple(sorted(found))
    return ()


def _years(view: View, line: Paragraph) -> set[int]:
    """The years that a short line names, unless it is a sentence or a numbered heading of the text."""
    words = view.words(line).strip()
    if len(words) > _SHORT or words.endswith(tuple(END_MARKS)) or parse(words):
        return set()
    return {each.year for each in dates.find(words) if each.year}
