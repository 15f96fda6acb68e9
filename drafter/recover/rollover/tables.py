"""Tables: this year's column becomes last year's and is to be filled in; a table without years is asked about."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.recover.rollover.marks import note
from drafter.recover.rollover.moves import QUESTIONS, YEARS, Change, Move, Note
from drafter.recover.rollover.nodes import below, end, items, members, start
from drafter.yaml_files import Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair

UNKNOWN = "~"
"""A cell to be filled in."""
SHOWN = 24
"""Characters shown of a table's first row."""
REFERENCE = "{{"


class Columns(msgspec.Struct, frozen=True):
    """The columns of a table, numbered from 0: those of last year, each with that of the year before or -1."""

    header: list[ScalarNode]
    pairs: dict[int, int]


def run(frame: Frame) -> Iterator[Move]:
    """A move for each table that compares years, a question for each other."""
    for typed in _tables(members(frame.root, "outline")):
        columns = _columns(frame, typed)
        at = start(typed["rows"][0])
        args: dict[str, str | int] = {"around": _shown(typed), "year": frame.year}
        if columns is None:
            yield Move(QUESTIONS, "table", at, args)
        else:
            cells = list(_moved(frame, columns, typed["rows"][1]))
            changes = (*(change for change, _ in cells), *_header(frame, columns))
            yield Move(YEARS, "column", at, args, changes, tuple(each for _, each in cells if each))


def _tables(top: Mapping[str, Pair]) -> Iterator[dict[str, Pair]]:
    """The fields of every table with rows, of sections, points and attachments."""
    attached = items(top["attachments"][1]) if "attachments" in top else ()
    parts = below(top["sections"][1]) if "sections" in top else ()
    for typed in (*parts, *(members(each, "attachment") for each in attached)):
        table = members(typed["table"][1], "table") if "table" in typed else typed
        if "rows" in table:
            yield table


def _shown(typed: dict[str, Pair]) -> str:
    """The header of a table, or its first row, on one line."""
    rows = items(typed["rows"][1])
    first = items(typed["header"][1]) if "header" in typed else items(rows[0]) if rows else ()
    words = "、".join(" ".join(each.value.split()) for each in first if isinstance(each, ScalarNode))
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _columns(frame: Frame, typed: dict[str, Pair]) -> Columns | None:
    """What can be moved on for sure: figures on one line each, under a header that names last year."""
    header = items(typed["header"][1]) if "header" in typed else ()
    rows = [items(row) for row in items(typed["rows"][1])]
    if frame.distance != 1 or not all(_are_plain(frame, row) for row in (header, *rows)):
        return None
    if any(len(row) != len(header) for row in rows):
        return None
    columns = _paired(frame, [each for each in header if isinstance(each, ScalarNode)])
    apart = [at for at, old in columns.pairs.items() if old < 0]
    figures = all(_figure().fullmatch(str(row[at].value)) for row in rows for at in apart)
    return columns if columns.pairs and figures else None


def _paired(frame: Frame, header: list[ScalarNode]) -> Columns:
    """The columns of last year; none where a column is of another year than that and the one before."""
    words, this, before = [str(each.value) for each in header], str(frame.last), str(frame.last - 1)
    if {year for each in words for year in _year().findall(each)} - {this, before}:
        return Columns(header, {})
    earlier = {each.replace(before, this): at for at, each in enumerate(words) if this not in each}
    return Columns(header, {at: earlier.get(each, -1) for at, each in enumerate(words) if this in each})


def _are_plain(frame: Frame, cells: Sequence[Node]) -> bool:
    """Whether cells are typed on one line each, without references, which move on by themselves."""
    return all(
        isinstance(each, ScalarNode) and REFERENCE not in each.value and "\n" not in frame.text[start(each) : end(each)]
        for each in cells
    )


def _moved(frame: Frame, columns: Columns, rows: Node) -> Iterator[tuple[Change, Note | None]]:
    """Figures of last year into the column of the year before; blanks for this year's and what follows from them."""
    for row in items(rows):
        for at, cell in enumerate(items(row)):
            old = columns.pairs.get(at, -1)
            if at in columns.pairs and old < 0:
                yield _blank(cell), Note(start(row), note(text=str(cell.value)), above=True)
            elif old >= 0:
                yield _blank(cell), None
                before = items(row)[old]
                yield Change(start(before), end(before), frame.text[start(cell) : end(cell)]), None
            elif at > max(columns.pairs) and _figure().fullmatch(str(cell.value)):
                yield _blank(cell), None


def _blank(cell: Node) -> Change:
    return Change(start(cell), end(cell), UNKNOWN)


def _header(frame: Frame, columns: Columns) -> Iterator[Change]:
    """The years that columns are named by, each a year on."""
    for node in columns.header:
        typed = frame.text[start(node) : end(node)]
        later = _year().sub(lambda year: str(int(year[0]) + 1), typed)
        if later != typed:
            yield Change(start(node), end(node), later)


@cache
def _year() -> re.Pattern[str]:
    return re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@cache
def _figure() -> re.Pattern[str]:
    """A cell that is a figure: growth, a share."""
    return re.compile(r"[+＋-－]?[0-9.,]+(?:%|％|‰|倍|个?百分点)?")
