"""``drafter import``: old documents in, outlines out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, cast

import typer

from drafter import messages
from drafter.cli import terminal
from drafter.cli.choices import count, one_of
from drafter.cli.paths import STANDARD_OUTPUT
from drafter.messages import say
from drafter.outline import names

if TYPE_CHECKING:
    from drafter.cli.import_account import Account
    from drafter.cli.import_targets import Targets
    from drafter.cli.importing import Imported, Job
    from drafter.recover.facts import Which

KEYS = ("en", "zh")
FACTS = {"all": "全部", "key": "主要", "none": "不取"}


def command(
    olds: Annotated[list[str], typer.Argument(metavar="cli.meta-olds", help="cli.import-olds")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="cli.meta-file-or-folder", help="cli.import-output")
    ] = "",
    keys: Annotated[str, typer.Option(metavar="cli.meta-keys", help="cli.import-keys")] = "",
    facts: Annotated[str, typer.Option(metavar="cli.meta-facts", help="cli.import-facts")] = "all",
    keep_all: Annotated[bool, typer.Option("--keep-all", help="cli.import-keep-all")] = False,
    whole: Annotated[bool, typer.Option("--all", help="cli.import-all")] = False,
    force: Annotated[bool, typer.Option("--force", help="cli.import-force")] = False,
    jobs: Annotated[str, typer.Option(metavar="cli.meta-number", help="cli.import-jobs")] = "",
) -> int:
    """Make outlines of old documents; 0 where all were made and every character is accounted for, else 1."""
    from drafter.cli.import_targets import targets
    from drafter.cli.importing import Job

    settings = _language(keys), _facts(facts), keep_all, force
    processes, goal = count("--jobs", jobs), targets(olds, output)
    outcomes = _imported([Job(old, new, *settings) for old, new in goal.pairs], processes)
    _tell(outcomes, goal, whole)
    return 0 if all(outcome.account and outcome.account.proof.holds for outcome in outcomes) else 1


def _language(word: str) -> str:
    return one_of("cli.unknown-keys", word, KEYS) if word else messages.language()


def _facts(word: str) -> Which:
    in_english = {zh: en for en, zh in FACTS.items()}
    return cast("Which", one_of("import.unknown-facts", in_english.get(names.fold(word), word), FACTS))


def _imported(jobs: list[Job], processes: int | None) -> list[Imported]:
    from drafter.cli import batch
    from drafter.cli.importing import lost, place, run
    from drafter.cli.progress import watch

    made = batch.run(batch.Work(run, lost), jobs, batch.processes(processes, len(jobs)))
    return list(map(place, watch(made, len(jobs), say("import.importing"))))


def _tell(outcomes: list[Imported], goal: Targets, whole: bool) -> None:
    """Say what came of it: of one document all there is to know, of many a table."""
    if goal.many:
        from drafter.cli.import_table import failures, lines, remarks

        terminal.out(*lines(outcomes, goal.folder, terminal.width(sys.stdout)), "")
        terminal.err(*failures(outcomes, terminal.width(), whole))
        terminal.out(*remarks(outcomes, goal, terminal.width(sys.stdout), whole))
    elif outcomes[0].account is None:
        from drafter.cli.report import problem_lines

        terminal.err(*problem_lines(outcomes[0].problems, terminal.width()))
    else:
        _report(outcomes[0], outcomes[0].account, whole)


def _report(imported: Imported, account: Account, whole: bool) -> None:
    """Say what came of one document; where the outline itself is printed, all words go to standard error."""
    from drafter.cli.import_report import report

    if imported.job.new == STANDARD_OUTPUT:
        terminal.out(imported.text.rstrip("\n"))
        terminal.err(*report(imported, account, terminal.width(), whole))
    else:
        terminal.out(*report(imported, account, terminal.width(sys.stdout), whole))
