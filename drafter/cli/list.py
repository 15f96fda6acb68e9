"""``drafter list``: what there is to choose from, and the file each comes from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from drafter import library, messages
from drafter.cli import terminal
from drafter.cli.cells import cells, pad
from drafter.cli.choices import in_order
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
ORIGINS = {"folder": "cli.origin-folder", "user": "cli.origin-user", "built-in": "cli.origin-built-in"}


def command() -> int:
    """List starters, papers and layouts; 0."""
    blocks = [list(_block(sort)) for sort in SORTS]
    for block in blocks[:-1]:
        terminal.out(*block, "")
    terminal.out(*blocks[-1])
    return 0


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
