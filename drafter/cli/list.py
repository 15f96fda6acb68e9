"""``drafter list``: what there is to choose from, and the file each comes from; the rules that checks go by."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drafter import library, messages
from drafter.cli import terminal
from drafter.cli.cells import cells, pad
from drafter.cli.choices import in_order, one_of
from drafter.cli.paths import shown
from drafter.messages import say
from drafter.outline import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.terminal import Line
    from drafter.library import Entry

SORTS = {
    "outlines": ("cli.list-outlines", "kinds"),
    "papers": ("cli.list-papers", "papers"),
    "layouts": ("cli.list-layouts", ""),
}
RULES = "rules"
CHINESE = {"outlines": "范本", "papers": "文种", "layouts": "版式", RULES: "规则"}
ORIGINS = {"folder": "cli.origin-folder", "user": "cli.origin-user", "built-in": "cli.origin-built-in"}


def command(
    sort: Annotated[str, typer.Argument(metavar="cli.meta-sort", help="cli.list-sort")] = "",
) -> int:
    """List starters, papers and layouts, or one sort of things; 0."""
    chosen = one_of("cli.unknown-sort", _in_english(sort), (*SORTS, RULES)) if sort else ""
    if chosen == RULES:
        from drafter.cli.rule_list import rule_lines

        terminal.out(*rule_lines(terminal.width(sys.stdout)))
    else:
        _show([chosen] if chosen else list(SORTS))
    return 0


def _in_english(word: str) -> str:
    return {zh: en for en, zh in CHINESE.items()}.get(names.fold(word), word)


def _show(sorts: list[str]) -> None:
    blocks = [list(_block(sort)) for sort in sorts]
    for block in blocks[:-1]:
        terminal.out(*block, "")
    terminal.out(*blocks[-1])


def _block(sort: str) -> Iterator[Line]:
    heading, table = SORTS[sort]
    yield ((say(heading), "file"),)
    entries = {entry.name: entry for entry in library.entries(sort)}
    rows = [_row(table, entries[name]) for name in in_order(table, entries.values())]
    widths = [max((cells(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        yield from _row_lines(row, widths)
    if not rows:
        yield ((f"  {say('cli.list-none')}", "dim"),)


def _row(table: str, entry: Entry) -> tuple[str, str, str, str]:
    name = names.find(table, entry.name) if table else None
    both = [name.en, name.zh] if name else [entry.name, ""]
    first, second = reversed(both) if name and messages.language() == "zh" else both
    return first, second, say(ORIGINS[entry.origin]), shown(entry.path)


def _row_lines(row: tuple[str, str, str, str], widths: list[int]) -> Iterator[Line]:
    """Names, origin and path in columns; the path goes under them where the line would be too long."""
    left = "  ".join(pad(text, width) for text, width in zip(row, widths, strict=False) if width)
    if 4 + cells(left) + cells(row[3]) <= terminal.width(sys.stdout):
        yield ((f"  {left}  ", ""), (row[3], "dim"))
    else:
        yield ((f"  {left.rstrip()}", ""),)
        yield ((f"      {row[3]}", "dim"),)
