"""``drafter rollover``: last year's outline made this year's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drafter import messages
from drafter.cli import schema, terminal
from drafter.cli.answers import value
from drafter.cli.files import begin, finish, make_sure, must_be_new
from drafter.cli.paths import STANDARD_OUTPUT, outline_path, shown, typed
from drafter.cli.report import problem_lines
from drafter.cli.rolled import lines
from drafter.messages import say
from drafter.outline.source import read
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from drafter.recover.rollover.moves import Rolled


def command(
    last: Annotated[str, typer.Argument(metavar="cli.meta-outline", help="cli.rollover-last")],
    year: Annotated[str, typer.Option(metavar="cli.meta-year", help="cli.rollover-year")] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="cli.meta-file", help="cli.rollover-output")] = "",
    plan: Annotated[bool, typer.Option("--plan", help="cli.rollover-plan")] = False,
    force: Annotated[bool, typer.Option("--force", help="cli.rollover-force")] = False,
) -> int:
    """Write this year's outline; 0, or 1 where its file is there already or last year's has errors."""
    wanted = value("year", year)
    data, unread = read(last)
    if unread:
        raise DrafterError(*unread)
    try:
        return _roll(last, data, int(str(wanted) or 0), output, plan, force)
    except DrafterError as error:
        terminal.err(*problem_lines(error.problems, terminal.width()))
        if any(each.id.startswith(("outline.", "facts.")) for each in error.problems):
            terminal.err("", say("rollover.errors-in-last"))
        return 1


def _roll(last: str, data: bytes, year: int, output: str, plan: bool, force: bool) -> int:
    from drafter.recover.rollover.begin import begin as opened
    from drafter.recover.rollover.roll import roll

    frame = opened(data, last, os.path.dirname(os.path.abspath(last)), year)  # noqa: PTH100, PTH120
    path = _path(last, output, frame.last, frame.year)
    rolled = roll(msgspec.structs.replace(frame, file=_seen_from(path, last)))
    if plan:
        terminal.out(*lines(rolled, (shown(last), ""), terminal.width(sys.stdout)))
    elif path == STANDARD_OUTPUT:
        terminal.out(rolled.text.rstrip("\n"))
    else:
        _write(rolled, data, path, force)
        terminal.out(*lines(rolled, (shown(last), shown(path)), terminal.width(sys.stdout)), "")
        terminal.out(say("rollover.next", path=typed(path)))
    return 0


def _path(last: str, output: str, old: int, new: int) -> str:
    """Where the new outline goes; by default beside the old one, its name with the new year in it."""
    path = outline_path(output, "") if output else _renamed(last, old, new)
    if path != STANDARD_OUTPUT and os.path.realpath(path) == os.path.realpath(last):
        raise DrafterError(Problem("rollover.same-file", Place(path), {"free": typed(_renamed(last, old, new))}))
    return path


def _renamed(last: str, old: int, new: int) -> str:
    name = Path(last).stem
    gap = "-" if name[-1:].isascii() else ""
    moved = name.replace(str(old), str(new)) if str(old) in name else f"{name}{gap}{new}"
    return str(Path(last).with_name(f"{moved}.yaml"))


def _seen_from(path: str, last: str) -> str:
    """What the new outline calls the old one: its path from where the new one lies."""
    folder = "" if path == STANDARD_OUTPUT else os.path.dirname(path)  # noqa: PTH120
    try:
        relative = os.path.relpath(last, folder or ".")
    except ValueError:
        return os.path.abspath(last)  # noqa: PTH100
    return relative.replace(os.sep, "/")


def _write(rolled: Rolled, data: bytes, path: str, force: bool) -> None:
    """Write the new outline with the line ends of the old; over a file that is there only with ``force``."""
    if not force:
        must_be_new(path)
    ends = "\r\n" if b"\r\n" in data else "\n"
    begun = begin(path, rolled.text.replace("\n", ends).encode(), force=True)
    finish(begun, lambda: make_sure(begun))
    if schema.BESIDE in rolled.text:
        schema.put_beside(path, messages.language())
    terminal.out(say("rollover.written", path=typed(path)))
    if begun.backup:
        terminal.out(say("rollover.backup", backup=shown(begun.backup)))
    terminal.out("")
