"""Help pages, from the messages: usage, what the command does, arguments, options, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter import messages
from drafter.cli import commands, terminal
from drafter.cli.cells import cells, pad, wrap
from drafter.cli.usage import label
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = tuple[str, str]
MOST_LEFT = 26
WIDEST = 88


def program_page(command: Any, context: Any) -> str:
    """The page of ``drafter --help``: the commands by both their names, and the options of them all."""
    rows = [_command_row(name) for name in commands.CHINESE]
    body = (say("cli.program"), *_section("cli.heading-commands", rows), *_options(command, context))
    return _page(say("cli.program-usage"), (*body, *_example("cli.program-example")))


def command_page(command: Any, context: Any) -> str:
    """The page of one command's ``--help``."""
    name = commands.spoken(command.name, messages.language())
    usage = f"drafter {name} {say(f'cli.{command.name}-usage')}"
    arguments = [_row(param) for param in command.params if param.param_type_name == "argument"]
    body = (say(f"cli.{command.name}"), *_section("cli.heading-arguments", arguments), *_options(command, context))
    return _page(usage, (*body, *_example(f"cli.{command.name}-example")))


def _page(usage: str, body: Iterable[str]) -> str:
    width = min(terminal.width(), WIDEST)
    first = wrap(say("cli.usage-line", usage=usage), width)
    return "\n".join([*first, "", *(line for part in body for line in _fit(part, width))])


def _fit(line: str, width: int) -> list[str]:
    """A row that is too wide goes on under its right column; other lines under their own indent."""
    left, tab, right = line.partition("\t")
    if not tab:
        return wrap(line, width) if not line.startswith(" ") else [line]
    column = min(MOST_LEFT, width // 2) + 2
    first, *rest = wrap(right, width - column) or [""]
    if cells(left) > column - 2:
        return [left, *(" " * column + part for part in (first, *rest))]
    return [pad(left, column) + first, *(" " * column + part for part in rest)]


def _section(heading: str, rows: list[Row]) -> Iterator[str]:
    if rows:
        yield from ("", say(heading), *(f"  {left}\t{right}" for left, right in rows))


def _options(command: Any, context: Any) -> Iterator[str]:
    options = [_row(param) for param in command.get_params(context) if param.param_type_name == "option"]
    return _section("cli.heading-options", options)


def _example(id: str) -> Iterator[str]:
    yield from ("", say("cli.heading-example"), *(f"  {line}" for line in say(id).splitlines()))


def _command_row(name: str) -> Row:
    first, second = (commands.spoken(name, lang) for lang in sorted(("en", "zh"), key=messages.language().__ne__))
    return f"{first}, {second}", say(f"cli.{name}")


def _row(param: Any) -> Row:
    if param.param_type_name == "argument":
        return label(param.metavar), say(param.help)
    names = ", ".join(sorted(param.opts, key=len))
    value = "" if param.is_flag else f" {label(param.metavar)}"
    return f"{names}{value}", say("cli.option-help" if param.name == "help" else param.help)
