"""``drafter show``: an outline at a glance."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import terminal
from drafter.cli.choices import papers
from drafter.cli.drafting import grave
from drafter.cli.facts import fact_lines
from drafter.cli.measure import measures
from drafter.cli.offers import offer_lines
from drafter.cli.overview import head_lines, missing_lines, paper_lines
from drafter.cli.report import problem_lines
from drafter.cli.tree import tree_lines
from drafter.problems import DrafterError

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from drafter.problems import Problem


def command(
    outline: Annotated[str, typer.Argument(metavar="cli.meta-outline", help="cli.show-outline")],
    paper: Annotated[str, typer.Option(metavar="cli.meta-paper", help="cli.show-paper")] = "",
) -> int:
    """Show an outline; 0, or 1 where it has errors."""
    from drafter.outline.load import load

    loaded = load(outline)
    problems = list(loaded.problems)
    if loaded.outline is not None:
        chosen = papers([paper], outline)[0] if paper else loaded.outline.own_paper
        problems += [problem for problem in _show(loaded.outline, chosen, outline) if problem not in problems]
    terminal.err(*problem_lines(problems, terminal.width()))
    return 1 if grave(tuple(problems)) else 0


def _show(outline: Outline, paper: str, path: str) -> tuple[Problem, ...]:
    """Print all there is to see; what kept the paper from being measured comes back."""
    from drafter.outline.narrow import narrow
    from drafter.papers.compose import offers

    try:
        narrowed, offered = narrow(outline, paper), offers(outline, paper, path)
    except DrafterError as error:
        return error.problems
    measured = measures(outline, path)
    width = terminal.width(sys.stdout)
    terminal.out(*head_lines(narrowed, path, width), "", *paper_lines(measured, width))
    terminal.out("", *tree_lines(narrowed, paper, width))
    terminal.out("", *missing_lines(outline, measured, paper, width))
    if outline.facts:
        terminal.out("", *fact_lines(outline, width))
    if offered:
        terminal.out("", *offer_lines(offered, width))
    return tuple(problem for each in measured for problem in each.problems)
