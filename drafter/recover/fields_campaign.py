"""What the summary of a campaign says of it: its name, the stage it is in, from when to when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.dates import find as dated
from drafter.recover.lists import pattern
from drafter.recover.reading import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.reading import Reading


def find(reading: Reading, organization: str) -> Iterator[Field]:
    """The fields of the campaign; none for another kind of document."""
    if reading.old.kind != "campaign-summary":
        return
    match = pattern("fields", "campaign.name").search(reading.title)
    if match:
        name = re.sub(r"^\d{4}年?(?:度)?", "", match["name"]).removeprefix(organization)
        yield Field("/campaign/name", re.sub(r"^(?:\d{4}年?度?|关于|开展)+", "", name), reading.line("title"))
    stage = pattern("fields", "campaign.stage").search(reading.lead.plain)
    if stage:
        yield Field("/campaign/stage", stage["stage"], reading.lead.line)
    yield from _span(reading)


def _span(reading: Reading) -> Iterator[Field]:
    """From when to when, where one sentence says both, or when it began."""
    words = reading.lead
    both = pattern("fields", "campaign.span").search(words.plain)
    match = both or pattern("fields", "campaign.begun").search(words.plain)
    if not match:
        return
    first = next(dated(match["from"]))
    yield Field("/campaign/from", _day(first.year, first.month, first.day), words.line)
    if both:
        last = next(dated(both["to"]))
        yield Field("/campaign/to", _day(last.year or first.year, last.month, last.day), words.line)


def _day(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}年{month}月"
