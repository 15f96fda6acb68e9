"""A table as an outline has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.recover.write_text import literal, one_line
from drafter.recover.write_yaml import Brackets

if TYPE_CHECKING:
    from drafter.recover.model import Part


def table_of(part: Part) -> dict[str, Any]:
    """A table's header and rows, each row as wide as the widest."""
    rows = [[one_line(literal(cell)) for cell in row] for row in part.rows]
    width = max(map(len, rows))
    squared = [Brackets(row + [""] * (width - len(row))) for row in rows]
    return {"header": squared[0], "rows": squared[1:]} if part.header else {"rows": squared}
