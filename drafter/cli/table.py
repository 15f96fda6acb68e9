"""Tables laid out by rich, which knows how wide Han are and shares out the columns of a narrow terminal."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from drafter.cli.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.cli.terminal import Line


GAP = 2
"""Blanks between two columns."""


def natural_width(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The cells that a table takes where nothing in it is broken."""
    columns = zip(header, *rows, strict=True)
    return sum(max(map(cells, column)) + GAP for column in columns)


def table_lines(header: Sequence[str], rows: Iterable[Sequence[str]], width: int, kinds: str = "") -> list[Line]:
    """A table of at most ``width`` cells, its first line the header.

    ``kinds`` has a letter for each column: r is flush right, - is never broken (nor is r), blank is neither.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP, 0, 0), highlight=False)
    for title, kind in zip(header, kinds.ljust(len(header)), strict=False):
        table.add_column(title, justify="right" if kind == "r" else "left", no_wrap=kind in "r-", overflow="fold")
    for row in rows:
        table.add_row(*map(_literal, row))
    paper = StringIO()
    Console(file=paper, width=width, color_system=None, legacy_windows=False).print(table)
    first, *rest = paper.getvalue().splitlines()
    return [((first.rstrip(), "file"),), *(((line.rstrip(), ""),) for line in rest)]


def _literal(text: str) -> str:
    """rich takes [b] for bold; what a writer typed is no markup."""
    from rich.markup import escape

    return escape(text)
