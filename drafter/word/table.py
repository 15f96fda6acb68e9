"""Tables as WordprocessingML: header repeated, rows whole, columns as wide as their words want."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.word.paragraphs import paragraph
from drafter.word.runs import text_of
from drafter.word.units import width

if TYPE_CHECKING:
    from drafter.document.model import Runs, Table
    from drafter.word.runs import Body

Row = tuple["Runs", ...]
_AROUND = 200  # a cell's margins and a little air, in twips
_CENTRED_TO, _WIDEST = 8, 40  # in 字
_SEAMS = re.compile("(?<=[0-9A-Za-z%])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[0-9A-Za-z])")


def table(body: Body, block: Table) -> str:
    """A caption, if there is one, and the table; what has no cells is no table."""
    caption = paragraph(body, "caption", block.caption, keep=True) if block.caption else ""
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    columns = max(map(len, rows), default=0)
    if not columns:
        return caption
    wishes = [max(_wish(text_of(row[column])) for row in rows if column < len(row)) for column in range(columns)]
    widths = shares(wishes, body.skeleton.text_width, body.skeleton.cell_character)
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>' for each in widths]
    roles = ["table_center" if wish <= _CENTRED_TO + 1 else "table_text" for wish in wishes]
    head = _row(body, block.header, cells, ["table_head"] * columns, "<w:tblHeader/>") if block.header else ""
    return (
        caption
        + _opening(body, widths)
        + head
        + "".join([_row(body, row, cells, roles) for row in block.rows])
        + "</w:tbl>"
    )


def _wish(text: str) -> float:
    """The width of a cell in 字. A short one must not wrap, even where a program sets digits a little off Han."""
    wish = width(text)
    return wish + len(_SEAMS.findall(text)) / 4 if wish <= _CENTRED_TO else wish


def shares(wishes: list[float], room: int, character: int) -> list[int]:
    """Widths in twips that fill ``room``, for columns whose longest cells are ``wishes`` 字 wide.

    Where all fit on one line, what is left over is shared out; where they do not, the narrow columns take what they
    want and the wide ones share the rest.
    """
    wanted = [max(1, min(wish, _WIDEST)) * character + _AROUND for wish in wishes]
    settled = wanted if sum(wanted) <= room else _settled(wanted, room)
    scale = room / sum(settled)
    widths = [int(width * scale) for width in settled]
    widths[-1] += room - sum(widths)
    return widths


def _settled(wanted: list[float], room: float) -> list[float]:
    """The wide columns share by the roots of their wishes: between equal shares and equally many lines."""
    content: list[float] = []
    greedy = sorted(wanted)
    while greedy and greedy[0] <= (room - sum(content)) / len(greedy):
        content.append(greedy.pop(0))
    unit = (room - sum(content)) / sum(want**0.5 for want in greedy)
    return [want if want in content else want**0.5 * unit for want in wanted]


def _opening(body: Body, widths: list[int]) -> str:
    grid = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{body.skeleton.styles["table"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(body: Body, row: Row, cells: list[str], roles: list[str], repeated: str = "") -> str:
    full = row + ((),) * (len(cells) - len(row))
    written = [
        f"{cell}{paragraph(body, role, runs)}</w:tc>" for cell, role, runs in zip(cells, roles, full, strict=False)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"
