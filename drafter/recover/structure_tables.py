"""Tables made of their cells; one that only sets text side by side becomes paragraphs again."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.recover.model import Part

_LONG_CELL = 150
_FIGURE = re.compile(r"^[\d.,%％—－\-+]+$")


def with_tables(parts: Iterable[Part]) -> list[Part]:
    """The parts with the cells of a table as one part, in rows."""
    grouped = groupby(parts, key=lambda part: part.cell and part.cell[0])
    return [part for table, cells in grouped for part in (_table(list(cells)) if table else cells)]


def _table(cells: Sequence[Part]) -> Iterator[Part]:
    rows = _rows(cells)
    if _is_layout(rows):
        yield from (replace(cell, kind="text", cell=None) for cell in cells)
    else:
        first = replace(cells[0], text="", label="", kind="table", cell=None, bold=False)
        yield replace(first, rows=rows, header=_has_header(cells, rows))


def _rows(cells: Sequence[Part]) -> tuple[tuple[str, ...], ...]:
    """The texts of all cells, every row as wide as the widest: a cell that was merged away is empty."""
    texts: dict[tuple[int, int], list[str]] = {}
    for cell in cells:
        _, row, column = cell.cell or (0, 0, 0)
        texts.setdefault((row, column), []).append((cell.label + cell.text).strip())
    width = max(column for _, column in texts)
    found = sorted({row for row, _ in texts})
    return tuple(tuple("\n".join(texts.get((row, column), [""])) for column in range(1, width + 1)) for row in found)


def _is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has a single column or row, or long texts in its cells: there to set a page, not to tell data."""
    filled = [cell for row in rows for cell in row if cell.strip()]
    if len(rows) < 2 or len(rows[0]) < 2 or len(filled) < 3:
        return True
    return sum(len(cell) for cell in filled if len(cell) > _LONG_CELL) * 2 > sum(map(len, filled))


def _has_header(cells: Sequence[Part], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is bold, or holds only words and no figure."""
    top = [cell for cell in cells if cell.cell and cell.cell[1] == (cells[0].cell or (0, 0))[1]]
    if all(cell.bold for cell in top):
        return True
    return all(cell.strip() and not _FIGURE.match(cell.strip()) for cell in rows[0])
