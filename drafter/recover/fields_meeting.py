"""What news and speeches say of their meeting: its name, day and place, who spoke, who was in the chair, who came."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language import dates
from drafter.recover.fields_people import attended, chaired, spoke
from drafter.recover.lists import pattern
from drafter.recover.reading import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.reading import Reading, Words

_MEETING = ("annual-meeting", "deployment-meeting", "assessment-speech")
_NEAR = 3
"""Paragraphs from the start that say where and when."""
_EARLY = 40
"""Characters of a paragraph within which it says when."""
_FULL_YEAR = re.compile(r"(?:19|20)\d{2}(?=年|[-/.])")


def find(reading: Reading) -> Iterator[Field]:
    """The fields of the meeting; none for what is no news and no speech."""
    name = _name(reading)
    if reading.old.kind not in _MEETING and not (name and reading.of("salutation")):
        return
    yield from _named(reading, name)
    yield from _when(reading, name)
    yield from _where(reading)
    yield from _people(reading)


def _name(reading: Reading) -> tuple[str, Words] | None:
    """The name and where it stands: in a speech's title or the line below, else in the first paragraphs."""
    for words in reading.head():
        for key in ("speech", "at"):
            if match := pattern("fields", f"meeting.{key}").search(words.plain):
                return words.typed[match.start("name") : match.end("name")], words
    for words in reading.of("text")[:_NEAR]:
        if match := pattern("fields", "meeting.held").search(words.plain):
            return words.typed[match.start("name") : match.end("name")], words
    return None


def _named(reading: Reading, name: tuple[str, Words] | None) -> Iterator[Field]:
    if not name:
        return
    yield Field("/meeting/name", name[0], name[1].line)
    for words in reading.of("title"):
        match = pattern("fields", "meeting.held").search(words.plain)
        if match and match["name"] != name[0] and len(match["name"]) < len(name[0]):
            yield Field("/meeting/short", words.typed[match.start("name") : match.end("name")], words.line)
            return


def _when(reading: Reading, name: tuple[str, Words] | None) -> Iterator[Field]:
    """The day the first paragraph names; where it leaves the year out, that of the meeting's or the page's name."""
    for words in (*reading.of("subtitle", "date"), *reading.of("text")[:_NEAR]):
        for each in dates.find(words.plain):
            if each.day and (words.kind != "text" or each.start < _EARLY):
                day = dates.whole(each, each.year or _likely_year(reading, name))
                if day:
                    yield Field("/meeting/date", day.isoformat(), words.line, sure=bool(each.year))
                if behind := pattern("fields", "meeting.time").match(words.plain, each.end):
                    yield Field("/meeting/time", behind["time"], words.line)
                return


def _likely_year(reading: Reading, name: tuple[str, Words] | None) -> int:
    """The latest year in the meeting's name and title, else that of the day the page was put up; 0 for none."""
    said = [int(year) for year in _FULL_YEAR.findall((name[0] if name else "") + reading.title)]
    credited = [each.year for words in reading.of("credits") for each in dates.find(words.plain) if each.day]
    return max(said, default=0) or next(iter([*_put_up(reading), *credited]), 0)


def _put_up(reading: Reading) -> list[int]:
    """The year of the page, as cleaning found it."""
    return [int(year) for year in _FULL_YEAR.findall(str(reading.old.fields.get("/date", "")) + "年")[:1]]


def _where(reading: Reading) -> Iterator[Field]:
    for words in reading.of("text")[:_NEAR]:
        if match := pattern("fields", "meeting.place").search(words.plain):
            yield Field("/meeting/place", words.typed[match.start("place") : match.end("place")], words.line)
            return


def _people(reading: Reading) -> Iterator[Field]:
    yield from spoke(reading)
    if reading.old.kind not in _MEETING:
        return
    yield from chaired(reading)
    yield from attended(reading)
