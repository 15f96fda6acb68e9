"""The head of ``drafter show``: what the outline is, how long its papers are, what nobody has filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter import messages
from drafter.cli.cells import wrap
from drafter.cli.paths import shown
from drafter.cli.report import gap_lines
from drafter.cli.table import table_lines
from drafter.messages import say
from drafter.outline import names
from drafter.outline.text import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.measure import Measure
    from drafter.cli.terminal import Line
    from drafter.outline.model import Outline

RECORDS = ("organization", "meeting", "campaign")
PAPER_COLUMNS = ("cli.column-paper", "cli.column-characters", "cli.column-gaps", "cli.column-minutes")
ATTRIBUTES = {"from": "from_"}


def head_lines(outline: Outline, path: str, width: int) -> Iterator[Line]:
    """The title and where the outline comes from. ``outline`` is narrowed to a paper."""
    title = "".join(outline.title) or say("cli.untitled")
    yield from (((line, "file"),) for line in wrap(title, width))
    yield ((f"{shown(path)} · {called('kinds', outline.kind)} · {outline.year or ''}".rstrip(" ·"), "dim"),)


def paper_lines(measured: list[Measure], width: int) -> list[Line]:
    """A table of the papers: characters, gaps, minutes of a speech."""
    header = [say(name) for name in PAPER_COLUMNS]
    return table_lines(header, [_paper_row(each) for each in measured], width, "-rr ")


def missing_lines(outline: Outline, measured: list[Measure], paper: str, width: int) -> Iterator[Line]:
    """What is still empty: fields of the organization and the meeting by name, gaps of the paper with their lines."""
    for record in RECORDS:
        yield from _record_lines(outline, record, width)
    gaps = next((each.gaps for each in measured if each.paper == paper), ())
    if gaps:
        yield ((say("cli.show-gaps", count=len(gaps), paper=called("papers", paper)), "file"),)
        yield from gap_lines(gaps, width)
    else:
        yield ((say("cli.show-no-gaps", paper=called("papers", paper)), ""),)


def called(table: str, word: str) -> str:
    """A word of the format in the user's language."""
    name = names.find(table, word)
    return getattr(name, messages.language()) if name else word


def _paper_row(measure: Measure) -> list[str]:
    if measure.problems:
        return [called("papers", measure.paper), "—", "—", ""]
    minutes = _minutes(*measure.minutes) if measure.paper == "speech" else ""
    return [called("papers", measure.paper), f"{measure.characters:,}", str(len(measure.gaps)), minutes]


def _minutes(least: int, most: int) -> str:
    return say("cli.minutes", least=least, most=most) if least < most else say("cli.minute", minutes=most)


def _record_lines(outline: Outline, record: str, width: int) -> Iterator[Line]:
    fields = _fields(getattr(outline, record), record)
    empty = [name for name, value in fields if _is_empty(value)]
    if len(empty) == len(fields) and record != "organization":
        return
    args: dict[str, str | int] = {"record": called("outline", record), "fields": len(fields)}
    if empty:
        args |= {"filled": len(fields) - len(empty), "missing": say("cli.list-separator").join(empty)}
    text = say("cli.record-missing" if empty else "cli.record-filled", None, **args)
    yield from (((line, ""),) for line in wrap(text, width))


def _fields(value: object, record: str) -> list[tuple[str, object]]:
    """What a record says, by the names of its keys in the user's language."""
    attributes = [(name, ATTRIBUTES.get(name.en, name.en)) for name in names.tables()[record]]
    language = messages.language()
    return [(getattr(name, language), getattr(value, field)) for name, field in attributes if hasattr(value, field)]


def _is_empty(value: object) -> bool:
    """Whether nothing was filled in; a person is empty until they have a name or a form of address."""
    if isinstance(value, msgspec.Struct) and not isinstance(value, Gap):
        return all(not getattr(value, field) for field in value.__struct_fields__)
    return not value
