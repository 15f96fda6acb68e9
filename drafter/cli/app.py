"""The program from its arguments to its exit code. typer parses; every word said is ours, in the user's language."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from drafter.cli import commands, language, terminal
from drafter.messages import say
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.cli.terminal import Line

HELP = {"help_option_names": ["-h", "--help"]}
DONE, CANNOT, INTERRUPTED = 0, 2, 130

USAGE_ERROR = cast("type[Exception]", typer.BadParameter.__base__)


class Command(TyperCommand):
    """One command, with a help page and complaints of our own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse what is too much in the same words as everything else; say which command a complaint is about."""
        ctx.allow_extra_args = True
        try:
            super().parse_args(ctx, args)
        except USAGE_ERROR as error:
            vars(error)["ctx"] = ctx
            raise
        if ctx.args:
            raise DrafterError(Problem("cli.extra-argument", args={"argument": ctx.args[0]}))
        return args

    def get_help(self, ctx: Any) -> str:
        """The help page, in the user's language."""
        from drafter.cli.help import command_page

        return command_page(self, ctx)


class Group(TyperGroup):
    """The program itself: finds a command by either of its names and imports only that one."""

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """The command a word stands for."""
        name = commands.canonical(cmd_name)
        return _build(name) if name else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, TyperCommand | None, list[str]]:
        """The command the first argument names. Raises DrafterError with the nearest name."""
        command = self.get_command(ctx, args[0])
        if command is None:
            raise DrafterError(_unknown(args[0]))
        return command.name, command, args[1:]

    def get_help(self, ctx: Any) -> str:
        """The list of commands, in the user's language."""
        from drafter.cli.help import program_page

        return program_page(self, ctx)


def run(args: Sequence[str] | None = None) -> int:
    """Run the program (with ``sys.argv`` where no arguments are given) and give its exit code. Never raises."""
    terminal.prepare()
    try:
        language.settle()
        code = _run(args)
        terminal.finish()
    except DrafterError as error:
        return _complain(error)
    except USAGE_ERROR as error:
        from drafter.cli.usage import usage_problems

        return _complain(usage_problems(error))
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except OSError as error:
        return _complain(_failed(error))
    except UnicodeEncodeError as error:
        return _complain(DrafterError(Problem("cli.no-such-characters", args={"encoding": error.encoding})))
    except Exception as error:
        from drafter.cli.unexpected import tell

        tell(error)
        return CANNOT
    return code


def _run(args: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if args is None else args)
    _check_dashes(given)
    _check_folder()
    code = _program().main(args, prog_name="drafter", standalone_mode=False)
    return _interrupted() if code == INTERRUPTED else int(code or DONE)


def _program() -> Group:
    app = typer.Typer(
        cls=Group, invoke_without_command=True, rich_markup_mode=None, add_completion=False, context_settings=HELP
    )
    app.callback()(_callback)
    return cast("Group", typer.main.get_command(app))


def _callback(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="cli.option-version")] = False,
) -> int:
    if version:
        from drafter import __version__

        terminal.out(f"drafter {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        terminal.out(ctx.get_help())
    return DONE


def _build(name: str) -> TyperCommand:
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name, cls=Command)(commands.function(name))
    return cast("TyperCommand", typer.main.get_command(app))


def _unknown(word: str) -> Problem:
    if os.path.lexists(word):
        from drafter.cli.paths import typed

        return Problem("cli.outline-without-command", args={"file": typed(word)})
    from drafter.outline.names import nearest

    near = nearest(word, [*commands.CHINESE, *commands.CHINESE.values()])
    remedy = "cli.near" if near else "cli.see-help"
    return Problem("cli.no-such-command", args={"command": word, "near": near}, remedy=remedy)


def _check_dashes(args: list[str]) -> None:
    """A word processor turns -- into a dash; an option copied from one would be taken for a file."""
    for arg in args:
        if arg[0:1] in ("—", "–", "－", "―", "─"):
            meant = "--" + arg.lstrip("—–－―─-")
            raise DrafterError(Problem("cli.wide-dash", args={"given": arg, "meant": meant}))


def _check_folder() -> None:
    """Raises DrafterError where the current folder was deleted, or is on a drive that is gone."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError as error:
        raise DrafterError(Problem("cli.folder-gone")) from error


def _failed(error: OSError) -> DrafterError:
    """What to tell of a failure that nobody caught: typer prints help pages itself, so it may be the output."""
    try:
        terminal.finish()
    except DrafterError as unprinted:
        return unprinted
    return DrafterError(_refused(error))


def _refused(error: OSError) -> Problem:
    """What the operating system says no to, outside of writing drafts."""
    reason = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    return Problem("cli.system-refused", args={"reason": reason})


def _complain(error: DrafterError) -> int:
    from drafter.cli.report import problem_lines

    lines: list[Line] = list(problem_lines(error.problems, terminal.width()))
    terminal.err(*lines)
    return CANNOT


def _interrupted() -> int:
    terminal.err("", say("cli.interrupted"))
    return INTERRUPTED
