"""Which cell of which table a web page is at, and which tables only arrange the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.document.manuscript import Line

_WIDEST = 1000
_LONGEST = 300
"""Characters: a paragraph longer than that stands in no table of data."""


class Grid:
    """The tables that are open, each inside a cell of the one before."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[_Table] = []

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """Table, row and column, each from 1; None outside a table's cells."""
        table = self._open[-1] if self._open else None
        return (table.number, table.row, table.column) if table and table.column else None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A tag of a table begins."""
        if name == "table":
            self._tables += 1
            self._open.append(_Table(self._tables))
        elif self._open and name == "tr":
            self._open[-1].next_row()
        elif self._open and name in ("td", "th"):
            self._open[-1].next_cell(_span(attributes.get("colspan", "")), _span(attributes.get("rowspan", "")))

    def end(self, name: str) -> None:
        """A tag of a table ends."""
        if self._open and name == "table":
            self._open.pop()
        elif self._open and name in ("td", "th", "tr"):
            self._open[-1].column = 0


class _Table:
    """A table; ``column`` is 0 between its cells. What hangs down from rows above is counted by column."""

    def __init__(self, number: int) -> None:
        self.number, self.row, self.column = number, 0, 0
        self._next = 1
        self._hanging: dict[int, int] = {}

    def next_row(self) -> None:
        self.row += 1
        self.column, self._next = 0, 1
        self._hanging = {column: rows - 1 for column, rows in self._hanging.items() if rows > 1}

    def next_cell(self, columns: int, rows: int) -> None:
        self.row = max(1, self.row)
        while self._next in self._hanging:
            self._next += 1
        self.column = self._next
        self._next += columns
        if rows > 1:
            self._hanging |= dict.fromkeys(range(self.column, self._next), rows)


def layout_tables(lines: Iterable[Line]) -> set[int]:
    """The numbers of tables that only arrange a page: those of one column, and those with long paragraphs in them."""
    wide: set[int] = set()
    long: set[int] = set()
    found: set[int] = set()
    for line in lines:
        if line.cell:
            found.add(line.cell[0])
            if line.cell[2] > 1:
                wide.add(line.cell[0])
            if len(line.text) > _LONGEST:
                long.add(line.cell[0])
    return (found - wide) | long


def _span(text: str) -> int:
    return min(int(text), _WIDEST) if text.isdecimal() and 0 < len(text) < 5 and int(text) else 1
