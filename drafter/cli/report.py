"""Problems as a person reads them: by file, each with its line, a caret, what is wrong and what to do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter import messages
from drafter.cli.cells import cells, clip, flow, wrap
from drafter.cli.paths import counts_paragraphs, shown
from drafter.messages import say
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.cli.terminal import Line
    from drafter.problems import Place, Problem

MOST = 50
"""Problems shown of a file."""
MOST_WORDS = 1000
"""Cells of a message: it may quote what was typed."""
SEVERITIES = {
    Severity.ERROR: ("cli.error", "error"),
    Severity.WARNING: ("cli.warning", "warning"),
    Severity.HINT: ("cli.hint", "hint"),
}


def problem_lines(problems: Iterable[Problem], width: int) -> Iterator[Line]:
    """All problems of a run in lines of at most ``width`` cells, the files in the order they come up."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    for file, found in by_file.items():
        if file:
            yield ((shown(file), "file"),)
        yield from _file_lines(sorted(found, key=_position), width)


def gap_lines(gaps: Sequence[Problem], width: int) -> Iterator[Line]:
    """Gaps by who has the answer, each with its line: work left to do, not mistakes.

    A gap is a problem whose arguments are the ``name`` of what is missing and ``who`` has it ("" where unknown).
    """
    by_person: dict[str, list[str]] = {}
    for gap in sorted(gaps, key=_position):
        by_person.setdefault(str(gap.args["who"]), []).append(_gap_text(gap))
    for who, texts in by_person.items():
        yield ((f"    {who or say('cli.gaps-own')}", "hint"),)
        for line in flow(texts, say("cli.list-separator"), width - 6):
            yield ((f"      {line}", ""),)


def _gap_text(gap: Problem) -> str:
    name = gap.args["name"]
    return say("cli.gap", name=name, line=gap.place.line) if gap.place.line else str(name)


def place_text(place: Place) -> str:
    """Line, or paragraph of a Word file, and column in words; "" where the place is unknown."""
    if not place.line:
        return ""
    unit = "paragraph" if counts_paragraphs(place.file) else "line"
    if not place.column:
        return say(f"cli.{unit}", line=place.line)
    return say(f"cli.{unit}-column", line=place.line, column=place.column)


def _position(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def _file_lines(problems: list[Problem], width: int) -> Iterator[Line]:
    told = problems[:MOST]
    for problem, following in zip(told, (*told[1:], None), strict=True):
        yield from message_lines(problem, width)
        yield from source_lines(problem.place, width)
        if following is None or problem.place.line or messages.remedy(problem) != messages.remedy(following):
            yield from remedy_lines(problem, width)
    if len(problems) > MOST:
        yield ((say("cli.more-problems", count=len(problems) - MOST), "dim"),)


def message_lines(problem: Problem, width: int) -> Iterator[Line]:
    """Where and what: place, severity, message, code."""
    name, style = SEVERITIES[problem.severity]
    indent = "  " if problem.place.file else ""
    where = place_text(problem.place)
    before = indent + (f"{where}  " if where else "")
    label = say(name)
    code = messages.code(problem)
    text = clip(messages.describe(problem), MOST_WORDS) + (f"  [{code}]" if code else "")
    first, *rest = wrap(f"{label}{text}", width - cells(before))
    yield ((before, "dim"), (first[: len(label)], style), (first[len(label) :], ""))
    yield from (((" " * cells(before) + line, ""),) for line in rest)


def source_lines(place: Place, width: int) -> Iterator[Line]:
    """The line a problem stands on, with a caret under what is wrong."""
    if not (place.line and place.source.strip()):
        return
    number = f"{place.line:>6}"
    source, start, length = _window(place, width - len(number) - 4)
    yield ((f"{number} │ ", "dim"), (source, ""))
    if place.column:
        yield ((f"{'':>{len(number)}} │ ", "dim"), (" " * start + "^" * length, "caret"))


def _window(place: Place, width: int) -> tuple[str, int, int]:
    """The part of the source line around the column; the caret's first cell and its length in cells.

    Only what may be seen is looked at: a line can be the whole of a file.
    """
    begin = max(place.column - 1, 0)
    last = place.end_column - 1 if place.end_line in (0, place.line) else len(place.source)
    end = max(last, begin + 1)
    first = max(0, begin - width)
    part = _printable(place.source[first : begin + width + 1])
    begin, end = begin - first, end - first
    cut = 0
    while cells(part[cut:begin]) > width // 2 and cells(part[cut:]) > width - bool(first + cut):
        cut += 1
    left = "…" if first + cut else ""
    start = min(cells(left + part[cut:begin]), width - 1)
    return clip(left + part[cut:], width), start, max(1, min(cells(part[begin:end]), width - start))


def _printable(text: str) -> str:
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def remedy_lines(problem: Problem, width: int) -> Iterator[Line]:
    """What to do about a problem, with an arrow before it."""
    text = messages.remedy(problem)
    if not text:
        return
    indent = "       " if problem.place.line else "  "
    first, *rest = wrap(text, width - len(indent) - 2)
    yield ((f"{indent}→ {first}", "remedy"),)
    yield from (((f"{indent}  {line}", "remedy"),) for line in rest)
