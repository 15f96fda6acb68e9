"""What is said of many documents that were imported: a table, those that failed by reason, what was left, a sum."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from drafter.cli.cells import cells, clip, clip_front, pad, wrap
from drafter.cli.overview import called
from drafter.cli.paths import shown
from drafter.cli.report import problem_lines
from drafter.cli.table import GAP
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.cli.import_targets import Targets
    from drafter.cli.importing import Imported
    from drafter.cli.terminal import Line
    from drafter.problems import Problem

COLUMNS = ("file", "kind", "headings", "facts", "dropped", "doubts", "result")
NUMBERS = COLUMNS[2:-1]
INDENT = 2

Row = tuple[str, ...]
MOST = 8
"""Files named of those that failed, or were passed over, for one reason."""


def lines(outcomes: Sequence[Imported], folder: str, width: int) -> list[Line]:
    """The table, a document a row, in the order they were read in; those of one folder by their path in it."""
    header = tuple(say(f"import.column-{name}") for name in COLUMNS)
    rows = [header, *((_path(outcome.job.old, folder), *_row(outcome)) for outcome in outcomes)]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lay_out = _in_one_line if sum(widths) + GAP * (len(widths) - 1) <= width else _in_two_lines
    first, *others = (lay_out(row, widths, width) for row in rows)
    return [*(((line, "file"),) for line in first), *(((line, ""),) for lines in others for line in lines)]


def failures(outcomes: Sequence[Imported], width: int, whole: bool) -> Iterator[Line]:
    """Why documents were not imported: each reason once, with what to do, and whom else it concerns."""
    by_reason: dict[str, list[Problem]] = {}
    for outcome in outcomes:
        for problem in outcome.problems[:1]:
            by_reason.setdefault(problem.id, []).append(_of_many(problem))
    for found in by_reason.values():
        yield from problem_lines(found if whole else found[:1], width)
        if found[1:] and not whole:
            others = [problem.place.file for problem in found[1:]]
            yield from _wrapped(_named("import.failed-too", others, whole), width)


def _of_many(problem: Problem) -> Problem:
    """A problem with a remedy for all: another name with ``-o`` helps one document only."""
    return msgspec.structs.replace(problem, remedy="import.exist") if problem.remedy == "import.exists" else problem


def remarks(outcomes: Sequence[Imported], goal: Targets, width: int, whole: bool) -> Iterator[Line]:
    """What was passed over, what became of all, and what is next."""
    unproved = [each.job.old for each in outcomes if each.account and not each.account.proof.holds]
    told = {"import.unproved-too": unproved, "import.closed": goal.closed, "import.others": goal.others}
    for message, files in told.items():
        if files:
            yield from _wrapped(_named(message, files, whole), width)
    failed = sum(bool(outcome.problems) for outcome in outcomes)
    counts = {"count": len(outcomes), "done": len(outcomes) - failed, "failed": failed}
    yield from _wrapped(say("import.sum-failed" if failed else "import.sum", **counts), width, "file")


def _in_one_line(row: Row, widths: list[int], _: int) -> list[str]:
    return [_columns(row, widths)]


def _in_two_lines(row: Row, widths: list[int], width: int) -> list[str]:
    """A row that does not fit: its file, and the rest below, with as much of the kind as there is room for."""
    room = max(width - INDENT - sum(widths[2:]) - GAP * (len(widths) - 2), 1)
    rest = (clip(row[1], room), *row[2:])
    return [clip_front(row[0], width), " " * INDENT + _columns(rest, [min(widths[1], room), *widths[2:]], 1)]


def _columns(row: Row, widths: list[int], first: int = 0) -> str:
    """Cells side by side; ``first`` is the column that the first of them belongs to."""
    aligned = [
        " " * (width - cells(text)) + text if COLUMNS[column] in NUMBERS else pad(text, width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True), first)
    ]
    return (" " * GAP).join(aligned).rstrip()


def _path(old: str, folder: str) -> str:
    return os.path.relpath(old, folder) if folder else shown(old)


def _row(outcome: Imported) -> Row:
    account = outcome.account
    if account is None:
        return ("", "", "", "", "", say("import.failed"))
    kind = called("kinds", account.kind) + ("" if account.sure else say("import.guess"))
    headings = account.counts["sections"] + account.counts["headings"]
    counts = headings, account.counts["facts"], account.proof.dropped, len(account.doubts)
    result = say("import.done" if account.proof.holds else "import.unproved")
    return (kind, *(f"{count:,}" for count in counts), result)


def _named(message: str, files: Sequence[str], whole: bool) -> str:
    named = files if whole else files[:MOST]
    more = "" if len(named) == len(files) else say("import.and-more")
    return say(message, count=len(files), files=say("cli.list-separator").join(map(shown, named)) + more)


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Line]:
    yield from (((line, style),) for line in wrap(text, width))
