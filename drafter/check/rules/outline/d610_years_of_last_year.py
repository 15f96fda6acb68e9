"""D610: years that were left standing when last year's outline was taken over."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import At
from drafter.check.typed import AHEAD, outline_of, typed
from drafter.language.beginnings import began
from drafter.language.punctuation import is_open
from drafter.outline import names
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.typed import Said, Typed
    from drafter.check.view import View
    from drafter.outline.model import Outline

RECENT = 5
TITLES = ("title", "heading", "subtitle")
NAMES = ("title", "name", "short")
REFERENCES = {0: ("year", "年度"), 1: ("next_year", "下年度"), -1: ("last_year", "上年度")}


def find(view: View) -> Iterator[At]:
    """Typed years long past, plans for a year that is over, titles that will be wrong next year, old counts."""
    outline = outline_of(view)
    if not isinstance(outline.year, int):
        return
    written, ahead = view.once(typed), _years_ahead(outline)
    for start, end in written.numbers:
        year = _year(written.words, start, end)
        if year and year not in (outline.organization.founded, *_of_names(outline)):
            yield from _asked(written, start, end, year - outline.year, ahead)
    yield from _old_counts(outline, outline.year - 1 + ahead)


def _year(words: str, start: int, end: int) -> int:
    """The year there, 0 for none."""
    is_year = end - start == 4 and words[end : end + 1] == "年" and words[start : start + 2] in ("19", "20")
    return int(words[start:end]) if is_year else 0


def _years_ahead(outline: Outline) -> int:
    """How far the year that is planned for is from the one reported on."""
    kind = names.find("kinds", outline.kind)
    return -kind.year if kind else 0


def _of_names(outline: Outline) -> tuple[int, ...]:
    """Years that the campaign or an agenda spans."""
    days = (outline.campaign.from_, outline.campaign.to)
    return tuple(day.year for day in days if hasattr(day, "year"))


def _asked(written: Typed, start: int, end: int, distance: int, ahead: int) -> Iterator[At]:
    said = written.said[written.index(start)]
    line_start = written.starts[written.index(start)]
    before, after = written.words[line_start:start], written.words[end + 1 : end + 12]
    titled = said.kind in TITLES or (said.kind == "field" and _is_name(said.text.pointer))
    if titled and ahead and distance < ahead and _plans().match(after):
        yield written.at(start, end + 1, "plan", Severity.WARNING)
    elif titled and distance in REFERENCES and "《" not in before:
        en, zh = REFERENCES[distance]
        yield written.at(
            start, end + 1, "fixed", Severity.HINT, reference_en=f"{{{{ {en} }}}}", reference_zh=f"{{{{ {zh} }}}}"
        )
    elif -RECENT <= distance < -1 and not _is_known(before, after, said):
        stale = said.role in AHEAD and distance == -2
        yield written.at(start, end + 1, "says", Severity.WARNING if stale else Severity.HINT)


def _is_name(pointer: str) -> bool:
    """Whether a field is what the meeting or an attachment is called; a campaign keeps its name."""
    return pointer.startswith(("/meeting/", "/attachments/")) and pointer.rpartition("/")[2] in NAMES


def _is_known(before: str, after: str, said: Said) -> bool:
    """Whether an old year is meant: quoted, the start of something, one end of a span, compared with."""
    if said.kind not in ("body", *TITLES) or _old().search(before) or began(before, after):
        return True
    return is_open(before)


def _old_counts(outline: Outline, year: int) -> Iterator[At]:
    """Figures counted before ``year``, that of the work reported on."""
    for fact in outline.facts.values():
        if fact.as_of and fact.value is not None and fact.as_of.year < year:
            yield At(f"{fact.pointer}/as_of", {"name": fact.name, "year": year}, "counted", Severity.WARNING)


@cache
def _plans() -> re.Pattern[str]:
    return re.compile("度?(?:重点|主要|全年)?(?:工作)?(?:计划|打算|安排|要点|任务|目标)")


@cache
def _old() -> re.Pattern[str]:
    """Words before a year that another is compared with, the end of a span, or a list of years."""
    return re.compile("(?:比|较|与|同|到|至|—|-|～|年、|年和|年至)$")
