"""``drafter check``: what a careful reviewer would catch in outlines and documents."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drafter.cli import terminal
from drafter.cli.choices import one_of
from drafter.cli.paths import STANDARD_INPUT, shown
from drafter.messages import say
from drafter.outline import names
from drafter.problems import DrafterError, Problem, Severity

if TYPE_CHECKING:
    from drafter.cli.checkable import Files
    from drafter.cli.checked import Result, Wanted

TEXT = "text"
FORMS = {TEXT: "", "json": "as_json", "sarif": "sarif", "github": "github"}
"""Every format, with the module that writes it for programs."""
LEVELS = {"error": "错误", "warning": "提醒", "hint": "提示"}


def command(
    paths: Annotated[list[str] | None, typer.Argument(metavar="cli.meta-files", help="cli.check-files")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="cli.check-fix")] = False,
    whole: Annotated[bool, typer.Option("--all", help="cli.check-all")] = False,
    only: Annotated[list[str] | None, typer.Option(metavar="cli.meta-rule", help="cli.check-only")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="cli.meta-rule", help="cli.check-ignore")] = None,
    last: Annotated[str, typer.Option(metavar="cli.meta-file", help="cli.check-last")] = "",
    baseline: Annotated[str, typer.Option(metavar="cli.meta-file", help="cli.check-baseline")] = "",
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help="cli.check-write-baseline")] = False,
    form: Annotated[str, typer.Option("--format", metavar="cli.meta-format", help="cli.check-format")] = TEXT,
    fail_on: Annotated[str, typer.Option(metavar="cli.meta-level", help="cli.check-fail-on")] = "error",
    explain: Annotated[str, typer.Option(metavar="cli.meta-rule", help="cli.check-explain")] = "",
) -> int:
    """Check files; 1 where something of the level of ``fail_on`` or graver is found, else 0."""
    if explain:
        return _explain(explain)
    write, level = one_of("cli.unknown-form", form, FORMS), _level(fail_on)
    chosen = _files(paths or [], fix)
    wanted = _wanted(only or [], ignore or [], last)
    if write_baseline:
        return _accept(chosen, wanted, baseline)
    result = _result(chosen, _but_accepted(wanted, baseline), fix)
    _show(result, write, whole)
    return 1 if any(_grave(problem, level) for problem in result.problems) else 0


def _explain(word: str) -> int:
    from drafter.cli.explain import page_lines
    from drafter.cli.rules import rule

    terminal.out(*page_lines(rule(word), terminal.width(sys.stdout)))
    return 0


def _level(word: str) -> Severity:
    in_english = {zh: en for en, zh in LEVELS.items()}
    return Severity(one_of("cli.unknown-level", in_english.get(names.fold(word), word), LEVELS))


def _grave(problem: Problem, level: Severity) -> bool:
    order = list(Severity)
    return order.index(problem.severity) <= order.index(level)


def _files(words: list[str], fix: bool) -> Files:
    """The files to check. Raises DrafterError where there are none, or where one cannot be mended."""
    from drafter.cli.checkable import files

    if not words:
        args: dict[str, str | int] = {"name": say("cli.meta-files").rstrip("…"), "command": "drafter check"}
        raise DrafterError(Problem("cli.missing-argument", args=args, remedy="cli.see-command-help"))
    if fix and STANDARD_INPUT in words:
        raise DrafterError(Problem("cli.check-no-file-to-fix"))
    chosen = files(words)
    if not chosen.paths:
        raise DrafterError(Problem("cli.nothing-to-check"))
    return chosen


def _wanted(only: list[str], ignore: list[str], last: str) -> Wanted:
    from drafter.cli.checked import Wanted
    from drafter.cli.checking import text_of
    from drafter.cli.rules import codes

    return Wanted(codes(only), codes(ignore), text_of(last) if last else "")


def _but_accepted(wanted: Wanted, path: str) -> Wanted:
    from drafter.cli.checking import accepted

    return msgspec.structs.replace(wanted, baseline=accepted(path))


def _accept(chosen: Files, wanted: Wanted, path: str) -> int:
    from drafter.check import baseline
    from drafter.cli import files

    result = _result(chosen, wanted)
    count = baseline.write(result.problems, path or baseline.FILE, chosen.paths, files.write)
    terminal.out(say("cli.baseline-written", path=shown(path or baseline.FILE), count=count))
    return 0


def _result(chosen: Files, wanted: Wanted, fix: bool = False) -> Result:
    from drafter.cli import checking
    from drafter.cli.checked import together

    one = checking.mended if fix else checking.checked
    return together([one(path, wanted) for path in chosen.paths], chosen.passed)


def _show(result: Result, write: str, whole: bool) -> None:
    if write == TEXT:
        from drafter.cli.formats.for_people import lines

        terminal.out(*lines(result, terminal.width(sys.stdout), whole))
    else:
        terminal.data(import_module(f"drafter.cli.formats.{FORMS[write]}").text(result.problems))
