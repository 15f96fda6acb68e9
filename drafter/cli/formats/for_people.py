"""The result of a check as a person reads it: by file, each problem at its line, then a sum and what can be done.

A sort of problem that comes up often is shown a few times; of the rest the lines are named. A remedy is said once a
file.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter import messages
from drafter.cli.cells import wrap
from drafter.cli.paths import counts_paragraphs, shown
from drafter.cli.report import message_lines, remedy_lines, source_lines
from drafter.messages import say
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.cli.checked import Result
    from drafter.cli.terminal import Line
    from drafter.problems import Problem

SAME = 5
"""Problems of one sort shown of a file."""
MOST = 50
"""Problems shown of a file, the gravest first."""
LINES = 12
"""Lines named of what is not shown."""
GRAVITY = {severity: number for number, severity in enumerate(Severity)}


def lines(result: Result, width: int, whole: bool) -> Iterator[Line]:
    """All that a run found, in lines of at most ``width`` cells; with ``whole`` nothing is left to be named only."""
    by_file: dict[str, list[Problem]] = {}
    for problem in result.problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    hidden = 0
    for file, found in by_file.items():
        hidden += 0 if whole else len(found) - len(_worth_showing(found))
        yield from _file_lines(file, found, width, whole)
    for style, text in _sums(result, hidden):
        yield from (((line, style),) for line in wrap(text, width))


def _sums(result: Result, hidden: int) -> Iterator[tuple[str, str]]:
    """The sum by severity, what it leaves out, and what can be done next, each with its style."""
    yield "file", _sum(result)
    counts = {"see-all": hidden, "gaps": result.gaps, "silenced": result.silenced, "accepted": result.accepted}
    counts |= {"stale": result.stale, "passed": len(result.passed)}
    yield from (("", say(f"cli.check-{name}", count=count)) for name, count in counts.items() if count)
    if fixable := sum(bool(problem.edits and messages.code(problem)) for problem in result.problems):
        yield "remedy", say("cli.check-fixable", count=fixable)
    gravest = sorted(result.problems, key=lambda problem: GRAVITY[problem.severity])
    if code := next(filter(None, map(messages.code, gravest)), ""):
        yield "dim", say("cli.check-see-why", code=code)


def _sum(result: Result) -> str:
    if not result.problems:
        return say("cli.check-clean", files=result.files)
    counted = Counter(problem.severity for problem in result.problems)
    counts = {f"{severity.value}s": counted[severity] for severity in Severity}
    return say("cli.check-sum", files=result.files, **counts)


def _file_lines(file: str, found: list[Problem], width: int, whole: bool) -> Iterator[Line]:
    if file:
        yield ((shown(file), "file"),)
    yield from told_lines(found, width, whole)
    yield (("", ""),)


def told_lines(found: list[Problem], width: int, whole: bool) -> Iterator[Line]:
    """The problems of a file: all, or those worth showing, and what is to be said of the others."""
    chosen = set(range(len(found))) if whole else _worth_showing(found)
    yield from _told_lines((each for index, each in enumerate(found) if index in chosen), width)
    yield from _rest_lines((each for index, each in enumerate(found) if index not in chosen), width)


def _worth_showing(found: list[Problem]) -> set[int]:
    """Which to show: the first few of each sort, the gravest sorts where there are too many."""
    seen: Counter[str] = Counter()
    chosen: set[int] = set()
    for index in sorted(range(len(found)), key=lambda index: GRAVITY[found[index].severity]):
        seen[found[index].id] += 1
        if seen[found[index].id] <= SAME and len(chosen) < MOST:
            chosen.add(index)
    return chosen


def _told_lines(told: Iterable[Problem], width: int) -> Iterator[Line]:
    said = set()
    for problem in told:
        yield from message_lines(problem, width)
        yield from source_lines(problem.place, width)
        if (remedy := messages.remedy(problem)) not in said:
            said.add(remedy)
            yield from remedy_lines(problem, width)


def _rest_lines(rest: Iterable[Problem], width: int) -> Iterator[Line]:
    """What is not shown, by its sort: how many, and in which lines."""
    by_sort: dict[str, list[Problem]] = {}
    for problem in rest:
        by_sort.setdefault(problem.id, []).append(problem)
    for found in by_sort.values():
        yield from (((f"  {line}", "dim"),) for line in wrap(_rest_text(found), width - 2))


def _rest_text(found: list[Problem]) -> str:
    numbers = list(dict.fromkeys(problem.place.line for problem in found))
    named = say("cli.list-separator").join(map(str, numbers[:LINES]))
    unit = "paragraphs" if counts_paragraphs(found[0].place.file) else "lines"
    where = say(f"cli.check-{unit}-more" if len(numbers) > LINES else f"cli.check-{unit}", lines=named)
    code = messages.code(found[0])
    what = f"[{code}]" if code else messages.describe(found[0])
    return say("cli.check-rest", count=len(found), what=what, where=where)
