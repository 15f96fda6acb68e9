"""One look as WordprocessingML paragraph and run properties, in the order the schema asks for (ECMA-376 17.3.1–2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.layout import GRID, SINGLE
from drafter.word.paragraphs import indent
from drafter.word.xml_text import plain

if TYPE_CHECKING:
    from drafter.word.layout import Layout, Look

ALIGN = {"justify": "both", "left": "left", "center": "center", "right": "right"}


def properties(layout: Layout, look: Look, alone: bool = False, level: int = 0) -> str:
    """Both kinds of properties, for a paragraph style. ``alone``: inherit nothing from the file's defaults."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    inside = _breaks(layout, look, alone) + _spacing(layout, look, alone)
    inside += _indents(layout, look) + _alignment(look) + outline
    return (f"<w:pPr>{inside}</w:pPr>" if inside else "") + run_properties(layout, look, alone)


def run_properties(layout: Layout, look: Look, alone: bool = False) -> str:
    """Fonts, weight, the grid's tightening and size."""
    inside = _fonts(layout, look) + _weight(look, alone) + _size(layout, look)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _breaks(layout: Layout, look: Look, alone: bool) -> str:
    keep = _switch("keepNext", look.keep_next) + _switch("pageBreakBefore", look.new_page)
    if alone:
        keep += '<w:widowControl w:val="0"/><w:kinsoku/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    # A type larger than the grid's would take two rows of it; cells are lower than a row.
    off_grid = look.line == SINGLE or (look.size not in (None, layout.body_size))
    return keep + ('<w:snapToGrid w:val="0"/>' if off_grid else "")


def _spacing(layout: Layout, look: Look, alone: bool) -> str:
    attributes = _lines("before", look.before, layout, alone) + _lines("after", look.after, layout, alone)
    if look.line == SINGLE:
        attributes += ' w:line="240" w:lineRule="auto"'
    elif look.line is not None:
        attributes += f' w:line="{layout.page.pitch if look.line == GRID else look.line}" w:lineRule="exact"'
    return f"<w:spacing{attributes}/>" if attributes else ""


def _lines(side: str, count: float | None, layout: Layout, alone: bool) -> str:
    if count is None and not alone:
        return ""
    return f' w:{side}Lines="{round((count or 0) * 100)}" w:{side}="{round((count or 0) * layout.page.pitch)}"'


def _indents(layout: Layout, look: Look) -> str:
    character = layout.character(look.size or layout.body_size)
    wanted = (("left", look.left), ("right", look.right), ("firstLine", look.first_line))
    attributes = "".join(indent(side, count, character) for side, count in wanted if count is not None)
    return f"<w:ind{attributes}/>" if attributes else ""


def _alignment(look: Look) -> str:
    return f'<w:jc w:val="{ALIGN[look.align]}"/>' if look.align else ""


def _fonts(layout: Layout, look: Look) -> str:
    if not (look.font or look.latin):
        return ""
    body = layout.styles["body"]
    font = look.font or body.font or ""
    latin = plain(layout.font_name(look.latin or body.latin or font))
    east = plain(layout.font_name(font))
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _weight(look: Look, alone: bool) -> str:
    return _switch("b", bool(look.bold) if alone else look.bold)


def _size(layout: Layout, look: Look) -> str:
    if not look.size:
        return ""
    tightening = layout.character(look.size) - look.size * 10
    return f'<w:spacing w:val="{tightening}"/><w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'


def _switch(element: str, on: bool | None) -> str:
    return "" if on is None else f"<w:{element}/>" if on else f'<w:{element} w:val="0"/>'
