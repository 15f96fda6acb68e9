"""D609: dates of which one cannot come before the other."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from drafter.check.finding import At
from drafter.check.typed import AHEAD, outline_of
from drafter.language import dates
from drafter.outline import names
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Node, Outline

LAST_YEAR = -1
YEAR_ENDS = 11


def find(view: View) -> Iterator[At]:
    """Tasks due before the meeting that sets them, figures counted after the paper, papers before what they sum up."""
    outline = outline_of(view)
    meets = _day(outline.meeting.date) or _day(outline.date)
    if meets:
        yield from (at for section in outline.sections for at in _due(section, meets))
    yield from _counted(outline)
    yield from _of_campaign(outline)
    yield from _of_paper(outline)


def _day(value: Any) -> datetime.date | None:
    return value if isinstance(value, datetime.date) else None


def _at(pointer: str, says: str, first: datetime.date, then: datetime.date, severity: Severity | None = None) -> At:
    return At(pointer, {"first": dates.day(first), "then": dates.day(then)}, says, severity)


def _due(node: Node, meets: datetime.date) -> Iterator[At]:
    due = _day(node.due)
    if due and due < meets and node.role in AHEAD:
        yield _at(f"{node.pointer}/due", "says", due, meets)
    for point in node.points:
        yield from _due(point, meets)


def _counted(outline: Outline) -> Iterator[At]:
    dated = _day(outline.date)
    for fact in outline.facts.values():
        if dated and fact.as_of and fact.as_of > dated:
            yield _at(f"{fact.pointer}/as_of", "counted", fact.as_of, dated)


def _of_campaign(outline: Outline) -> Iterator[At]:
    begins, ends, dated = _day(outline.campaign.from_), _day(outline.campaign.to), _day(outline.date)
    if begins and ends and ends < begins:
        yield _at("/campaign/to", "ends", ends, begins, Severity.ERROR)
    elif ends and dated and dated < ends and outline.kind == "campaign-summary":
        yield _at("/date" if "/date" in outline.places.spots else "/meeting/date", "summed_up", dated, ends)


def _of_paper(outline: Outline) -> Iterator[At]:
    """A year is summed up after it, or at its own end."""
    dated, kind = _day(outline.date), names.find("kinds", outline.kind)
    if not dated or not isinstance(outline.year, int) or not kind or kind.year != LAST_YEAR:
        return
    if dated.year < outline.year or (dated.year == outline.year and dated.month < YEAR_ENDS):
        pointer = "/date" if "/date" in outline.places.spots else "/meeting/date"
        yield _at(pointer, "too_early", dated, datetime.date(outline.year, 12, 31))
