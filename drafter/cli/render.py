"""``drafter render``: outlines in, drafts out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import batch
from drafter.cli.choices import count, papers
from drafter.cli.drafting import ALL, PDF, Job, draft, layout_path, lost
from drafter.cli.paths import STANDARD_OUTPUT
from drafter.cli.placing import place, place_behind, show
from drafter.cli.progress import watch
from drafter.cli.summary import Summary
from drafter.cli.target import target
from drafter.messages import say
from drafter.problems import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.drafting import Drafted
    from drafter.cli.placing import Outcome
    from drafter.cli.target import Target
    from drafter.problems import Problem


def command(
    outlines: Annotated[list[str], typer.Argument(metavar="cli.meta-outlines", help="cli.render-outlines")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="cli.meta-file-or-folder", help="cli.render-output")
    ] = "",
    paper: Annotated[list[str] | None, typer.Option(metavar="cli.meta-paper", help="cli.render-paper")] = None,
    layout: Annotated[str, typer.Option(metavar="cli.meta-layout", help="cli.render-layout")] = "",
    to: Annotated[str, typer.Option(metavar="cli.meta-format", help="cli.render-to")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="cli.render-strict")] = False,
    force: Annotated[bool, typer.Option("--force", help="cli.render-force")] = False,
    jobs: Annotated[str, typer.Option(metavar="cli.meta-number", help="cli.render-jobs")] = "",
) -> int:
    """Make drafts; 0 where all were made, 1 where not."""
    files = _distinct(outlines)
    words = tuple(paper or ())
    goal = target(output, to, len(files) * _at_least(words))
    _check(words, layout, files)
    made = _drafted([Job(file, words, layout, goal.to, strict) for file in files], count("--jobs", jobs))
    summary = Summary()
    placed = _placed(made, goal, force, len(files))
    for outcome in watch(placed, len(files), say("cli.drafting"), summary.held):
        summary.add(outcome)
    return summary.close()


def _check(words: tuple[str, ...], layout: str, files: list[str]) -> None:
    """Raises DrafterError for a paper or layout that no outline knows: a slip, to be told once and before any work."""
    problems: tuple[Problem, ...] = ()
    for near in files:
        try:
            papers([word for word in words if word not in ALL], near)
            if layout:
                layout_path(layout, near)
        except DrafterError as error:
            problems = problems or error.problems
        else:
            return
    raise DrafterError(*problems)


def _drafted(jobs: list[Job], processes: int | None) -> Iterator[Drafted]:
    made = batch.run(batch.Work(draft, lost), jobs, batch.processes(processes, len(jobs)))
    if jobs[0].to != PDF:
        return made
    from drafter.cli import pdf

    return pdf.converted(made)


def _placed(made: Iterator[Drafted], goal: Target, force: bool, outlines: int) -> Iterator[Outcome]:
    if goal.file == STANDARD_OUTPUT:
        return map(show, made)
    if outlines > 1:
        return place_behind(made, goal, force)
    return (place(drafted, goal, force) for drafted in made)


def _distinct(outlines: list[str]) -> list[str]:
    """An outline given twice is drafted once."""
    return list({Path(outline).absolute(): outline for outline in outlines}.values())


def _at_least(words: tuple[str, ...]) -> int:
    """How many papers an outline will come to."""
    return 2 if any(word in ALL for word in words) else max(1, len(words))
