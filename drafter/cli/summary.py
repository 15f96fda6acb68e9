"""What a run of ``drafter render`` says: each draft, its gaps with lines, each problem, and a sum at the end."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.cli import terminal
from drafter.cli.drafting import grave
from drafter.cli.paths import shown, typed
from drafter.messages import say
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from drafter.cli.placing import Outcome, Placed
    from drafter.cli.terminal import Line
    from drafter.problems import Problem


class Summary:
    """Speaks outcome by outcome, and adds them up."""

    def __init__(self) -> None:
        self._outlines = self._drafts = self._gaps = self._failed = 0
        self._found: Counter[Severity] = Counter()
        self._hold = False
        self._kept: list[tuple[Callable[..., None], tuple[str | Line, ...]]] = []

    def add(self, outcome: Outcome) -> None:
        """Tell what became of an outline."""
        self._outlines += 1
        self._drafts += len(outcome.placed)
        self._gaps += len(outcome.gaps)
        self._failed += grave(outcome.problems)
        self._found.update(outcome.found)
        self._write(terminal.out, map(_placed_text, outcome.placed))
        self._write(terminal.err, _gap_report(outcome.outline, outcome.gaps))
        self._write(terminal.err, _problem_report(outcome.problems))
        self._write(terminal.err, _found_report(Counter(outcome.found), outcome.outline))

    def close(self) -> int:
        """Tell the sum where there was more than one thing to do; the exit code."""
        if self._outlines > 1 or self._drafts > 1:
            counts = {"drafts": self._drafts, "gaps": self._gaps, "outlines": self._outlines, "failed": self._failed}
            terminal.err(say("cli.sum-failed" if self._failed else "cli.sum", **counts))
        if self._outlines > 1 and self._found:
            terminal.err(say("cli.found-sum", counts=_counts(self._found)))
        return 1 if self._failed else 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep back all words until the end of the block, while a progress bar has the terminal."""
        self._hold = True
        try:
            yield
        finally:
            self._hold = False
            for write, lines in self._kept:
                write(*lines)
            self._kept.clear()

    def _write(self, write: Callable[..., None], lines: Iterable[str | Line]) -> None:
        made = tuple(lines)
        if self._hold:
            self._kept.append((write, made))
        else:
            write(*made)


def _placed_text(placed: Placed) -> str:
    text = say("cli.wrote", path=shown(placed.path))
    if placed.gaps:
        text += say("cli.wrote-gaps", gaps=placed.gaps)
    return text + (say("cli.wrote-backup", backup=shown(placed.backup)) if placed.backup else "")


def _problem_report(problems: tuple[Problem, ...]) -> Iterator[str | Line]:
    if problems:
        from drafter.cli.report import problem_lines

        yield from problem_lines(problems, terminal.width())


def _gap_report(outline: str, gaps: tuple[Problem, ...]) -> Iterator[str | Line]:
    if gaps:
        from drafter.cli.report import gap_lines

        yield say("cli.gaps", count=len(gaps), file=shown(outline))
        yield from gap_lines(gaps, terminal.width())


def _found_report(found: Counter[Severity], outline: str) -> Iterator[str]:
    if found:
        yield say("cli.found", counts=_counts(found), file=typed(outline))


def _counts(found: Counter[Severity]) -> str:
    """How much of each severity, the gravest first, none where there is none."""
    counts = (say(f"cli.found-{severity.value}", count=found[severity]) for severity in Severity if found[severity])
    return say("cli.list-separator").join(counts)
