"""Titles as WordprocessingML: one paragraph, its lines broken where the writer or the language breaks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.document.model import Run
from drafter.document.text import join_runs
from drafter.language.punctuation import breadth, wide
from drafter.word.paragraphs import paragraph

if TYPE_CHECKING:
    from drafter.document.model import Runs
    from drafter.word.runs import Body

_BREAK = Run("\n")
SLACK = 1
"""字 left free beside digits: many fonts draw them wider than half a 字, and some programs set blanks around them."""


def title(body: Body, role: str, lines: tuple[Runs, ...]) -> str:
    """A title. The writer's own lines win; a single line that is too long breaks as 梯形 or 菱形 (7.3.1)."""
    if len(lines) == 1:
        lines = _broken(lines[0], body.skeleton.title_width)
    joined = [run for line in lines for run in (_BREAK, *line)]
    return paragraph(body, role, tuple(joined[1:]))


def _broken(runs: Runs, width: int) -> tuple[Runs, ...]:
    text = join_runs(runs)
    room = width if all(map(wide, text)) else width - SLACK
    if breadth(text) <= room:
        return (runs,)
    from drafter.language.title_lines import break_title

    return _cut(runs, [len(line) for line in break_title(text, room)])


def _cut(runs: Runs, lengths: list[int]) -> tuple[Runs, ...]:
    """Runs cut into stretches of the given lengths; a run keeps its looks and origin on both sides of a cut."""
    lines: list[Runs] = []
    rest = runs
    for length in lengths[:-1]:
        line, rest = _split(rest, length)
        lines.append(line)
    return (*lines, rest)


def _split(runs: Runs, length: int) -> tuple[Runs, Runs]:
    before: list[Run] = []
    for index, run in enumerate(runs):
        if len(run.text) > length:
            head = (replace(run, text=run.text[:length]),) if length else ()
            return (*before, *head), (replace(run, text=run.text[length:]), *runs[index + 1 :])
        before.append(run)
        length -= len(run.text)
    return tuple(before), ()
