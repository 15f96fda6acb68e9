"""Tables as WordprocessingML: header repeated, rows whole, columns as wide as their words want."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.document.text import join_runs
from drafter.language.punctuation import breadth
from drafter.word.paragraphs import paragraph

if TYPE_CHECKING:
    from drafter.document.model import Runs, Table
    from drafter.word.runs import Body

Row = tuple["Runs", ...]
_AROUND = 200  # a cell's margins and a little air, in twips
_LEAST, _SHORT, _WIDEST = 4, 8, 40  # in 字
_SEAMS = re.compile("(?<=[0-9A-Za-z%])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[0-9A-Za-z])")


class Column(NamedTuple):
    """What a column wants: its longest cell in 字, and whether none of its cells should ever wrap (figures, dates)."""

    wish: float
    short: bool = False


def table(body: Body, block: Table, keep: bool) -> str:
    """A caption, if there is one, and the table; what has no cells is no table.

    ``keep`` holds the last row on the page of what comes next.
    """
    caption = paragraph(body, "caption", block.caption, keep=True) if block.caption else ""
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    count = max(map(len, rows), default=0)
    if not count:
        return caption
    columns = [_column([join_runs(row[index]) for row in rows if index < len(row)]) for index in range(count)]
    widths = shares(columns, body.skeleton.text_width, body.skeleton.cell_character)
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>' for each in widths]
    roles = ["table_center" if column.short else "table_text" for column in columns]
    head = _row(body, block.header, cells, ["table_head"] * count, "<w:tblHeader/>") if block.header else ""
    last = len(block.rows) - 1
    written = [_row(body, row, cells, roles, keep=keep and index == last) for index, row in enumerate(block.rows)]
    return f"{caption}{_opening(body, widths)}{head}{''.join(written)}</w:tbl>"


def _column(texts: list[str]) -> Column:
    wish = max(map(breadth, texts))
    if wish > _SHORT:
        return Column(min(wish, _WIDEST))
    # Some programs set digits a little off Han; even there a short cell must not wrap.
    return Column(max(breadth(text) + len(_SEAMS.findall(text)) / 3 for text in texts), short=True)


def shares(columns: list[Column], room: int, character: int) -> list[int]:
    """The widths of columns in twips, which together fill ``room``; ``character`` is one 字.

    Where all fit on one line, what is left over is shared out. Where they do not, short columns take what they want
    and the others share the rest.
    """
    wanted = [max(1, column.wish) * character + _AROUND for column in columns]
    if sum(wanted) > room:
        wanted = _squeezed(columns, wanted, room, _LEAST * character + _AROUND)
    scale = room / sum(wanted)
    widths = [int(want * scale) for want in wanted]
    widths[-1] += room - sum(widths)
    return widths


def _squeezed(columns: list[Column], wanted: list[float], room: float, least: float) -> list[float]:
    """A fair share is granted; a short column gets more as long as the others keep ``least`` each.

    The rest share by the roots of their wishes: between equal shares and equally many lines.
    """
    waiting = sorted(range(len(columns)), key=lambda index: (not columns[index].short, wanted[index]))
    left = room
    while waiting:
        want, others = wanted[waiting[0]], len(waiting) - 1
        spared = columns[waiting[0]].short and left - want >= least * others > 0
        if want * (others + 1) > left and not spared:
            break
        left -= want
        waiting.pop(0)
    unit = left / sum(wanted[index] ** 0.5 for index in waiting)
    return [want**0.5 * unit if index in waiting else want for index, want in enumerate(wanted)]


def _opening(body: Body, widths: list[int]) -> str:
    grid = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{body.skeleton.styles["table"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(body: Body, row: Row, cells: list[str], roles: list[str], repeated: str = "", keep: bool = False) -> str:
    full = row + ((),) * (len(cells) - len(row))
    written = [
        f"{cell}{paragraph(body, role, runs, keep)}</w:tc>"
        for cell, role, runs in zip(cells, roles, full, strict=False)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"
