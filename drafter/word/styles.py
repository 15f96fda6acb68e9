"""A layout's styles and font table as WordprocessingML (ECMA-376 17.7, 17.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.layout import Font, Look
from drafter.word.looks import properties, run_properties
from drafter.word.roles import FOOTER, IDS, PAGE_NUMBERS, ROLES, RUN_INS, TABLE
from drafter.word.xml_text import plain

if TYPE_CHECKING:
    from drafter.word.layout import Layout
    from drafter.word.roles import Role

Ids = dict[str, str]
_EIGHTHS_PER_TWIP = 8 / 20
_CELL_MARGINS = {"top": 40, "left": 85, "bottom": 40, "right": 85}


def all_styles(layout: Layout) -> str:
    """Every style of a layout, the body first; the others say only what differs from the body."""
    paragraphs = [paragraph_style(layout, role, IDS, alone=role == "body") for role in ROLES]
    run_ins = [run_in_style(layout, role, IDS) for role in RUN_INS]
    return "".join((*paragraphs, *run_ins, table_style(layout, IDS), *_page_number_styles(layout)))


def paragraph_style(layout: Layout, key: str, ids: Ids, alone: bool) -> str:
    """The style of a role. ``alone``: based on nothing, so that it looks the same in an office's own file."""
    role = ROLES[key]
    look = layout.look(key) if alone else layout.styles[key]
    links = "" if alone else _link("basedOn", ids["body"])
    links += _link("next", ids[role.next])
    links += _link("link", ids[f"run_in{role.level}"]) if role.level else ""
    return _style("paragraph", ids[key], role, links, properties(layout, look, alone, role.level))


def run_in_style(layout: Layout, key: str, ids: Ids) -> str:
    """The style of a run-in head: Word's own companion of the heading style, so that they change together."""
    role = RUN_INS[key]
    heading = f"heading{role.level}"
    return _style(
        "character", ids[key], role, _link("link", ids[heading]), run_properties(layout, layout.styles[heading])
    )


def table_style(layout: Layout, ids: Ids) -> str:
    """A table ruled all over, as official tables are."""
    outer, inner = layout.table_lines.outer, layout.table_lines.inner
    sides = {"top": outer, "left": outer, "bottom": outer, "right": outer, "insideH": inner, "insideV": inner}
    rules = "".join(_rule(side, width) for side, width in sides.items())
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _CELL_MARGINS.items())
    look = f'<w:jc w:val="center"/><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>'
    return _style("table", ids["table"], TABLE, "", f"<w:tblPr>{look}</w:tblPr>")


def font_table(layout: Layout) -> str:
    """The fonts by the names every office knows, each with what may stand in for it (ECMA-376 17.8.3.1)."""
    looks = layout.styles.values()
    named = {name for look in looks for name in (look.font, look.latin) if name}
    unlisted = [Font(name) for name in sorted(named - set(layout.fonts))]
    return "".join(_font(font) for font in (*layout.fonts.values(), *unlisted))


def _font(font: Font) -> str:
    others = _link("altName", ",".join(font.alternatives)) if font.alternatives else ""
    chinese = "" if font.name.isascii() else _link("charset", "86")
    family = _link("family", "auto") + _link("pitch", "default")
    return f'<w:font w:name="{plain(font.name)}">{others}{chinese}{family}</w:font>'


def _rule(side: str, width: int) -> str:
    size = round(width * _EIGHTHS_PER_TWIP)
    return f'<w:{side} w:val="{"single" if size else "nil"}" w:sz="{size}" w:space="0" w:color="auto"/>'


def _page_number_styles(layout: Layout) -> list[str]:
    number = layout.page_number
    line = number.size * 10
    footer = Look(font=number.font, latin=number.font, size=number.size, align="left", first_line=0, line=line)
    base = _style("paragraph", FOOTER.id, FOOTER, _link("basedOn", IDS["body"]), properties(layout, footer))
    return [base, _page_number_style(layout, "odd", number.odd), _page_number_style(layout, "even", number.even)]


def _page_number_style(layout: Layout, side: str, align: str) -> str:
    number, role = layout.page_number, PAGE_NUMBERS[side]
    left, right = (number.indent if align == edge else 0 for edge in ("left", "right"))
    look = Look(size=number.size, align=align, left=left, right=right)
    return _style("paragraph", role.id, role, _link("basedOn", FOOTER.id), properties(layout, look))


def _style(kind: str, id: str, role: Role, links: str, look: str) -> str:
    flags = ' w:default="1"' if role is ROLES["body"] else "" if role.built_in else ' w:customStyle="1"'
    head = f'<w:style w:type="{kind}"{flags} w:styleId="{plain(id)}">{_link("name", role.name)}'
    return f"{head}{links}{_link('uiPriority', '9')}<w:qFormat/>{look}</w:style>"


def _link(element: str, value: str) -> str:
    return f'<w:{element} w:val="{plain(value)}"/>'
