"""``drafter new``: an outline of one's own from a starter, with what is known filled in."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter import messages
from drafter.cli import answers, ask, schema, terminal
from drafter.cli.choices import one_of, starter
from drafter.cli.drafting import grave
from drafter.cli.files import must_be_new, write_new
from drafter.cli.paths import STANDARD_OUTPUT, outline_path, typed
from drafter.cli.report import problem_lines
from drafter.messages import say
from drafter.outline import names
from drafter.problems import DrafterError, Problem

KEYS = ("en", "zh")


def command(
    kind: Annotated[str, typer.Argument(metavar="cli.meta-kind", help="cli.new-kind")] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="cli.meta-file", help="cli.new-output")] = "",
    organization: Annotated[str, typer.Option(metavar="cli.meta-name", help="cli.new-organization")] = "",
    led_by: Annotated[list[str] | None, typer.Option(metavar="cli.meta-name", help="cli.new-led-by")] = None,
    meeting: Annotated[str, typer.Option(metavar="cli.meta-name", help="cli.new-meeting")] = "",
    date: Annotated[str, typer.Option(metavar="cli.meta-day", help="cli.new-date")] = "",
    year: Annotated[str, typer.Option(metavar="cli.meta-year", help="cli.new-year")] = "",
    keys: Annotated[str, typer.Option(metavar="cli.meta-keys", help="cli.new-keys")] = "",
) -> int:
    """Write a new outline; 0, or 1 where its file is there already."""
    language = one_of("cli.unknown-keys", keys, KEYS) if keys else messages.language()
    known = {"organization": organization, "led-by": ",".join(led_by or ()), "meeting": meeting}
    values = answers.read(known | {"date": date, "year": year})
    name, source = starter(kind) if kind else _ask_kind()
    text = _read(source)
    path = outline_path(output, names.chinese("kinds", name) if language == "zh" else name)
    try:
        must_be_new(path)
        asked = ask.missing(values) if terminal.interactive() else values
        _create(path, _outline(text, asked, language), language)
    except DrafterError as error:
        terminal.err(*problem_lines(error.problems, terminal.width()))
        return 1
    return 0


def _ask_kind() -> tuple[str, str]:
    if not terminal.interactive():
        args: dict[str, str | int] = {"name": say("cli.meta-kind"), "command": "drafter new"}
        raise DrafterError(Problem("cli.missing-argument", args=args, remedy="cli.see-command-help"))
    return ask.kind()


def _read(path: str) -> str:
    """The text of a starter, in whatever encoding. Raises DrafterError for one that is broken: copies would be too."""
    from drafter.outline.load import loads
    from drafter.outline.source import decode, read

    data, problems = read(path)
    problems = problems or loads(data, path).problems
    source, _ = decode(data, path)
    if source is None or grave(problems):
        raise DrafterError(*problems)
    return source.text


def _outline(text: str, values: dict[str, answers.Value], language: str) -> str:
    from drafter.outline.edits import fill, translate_keys

    filled = fill(text, {answers.POINTERS[name]: value for name, value in values.items() if value})
    return translate_keys(filled, language)


def _create(path: str, text: str, language: str) -> None:
    if path == STANDARD_OUTPUT:
        terminal.out(text.rstrip("\n"))
        return
    write_new(path, f"# yaml-language-server: $schema={schema.BESIDE}\n{text}".encode())
    terminal.out(say("cli.created", path=typed(path)))
    schema.put_beside(path, language)
