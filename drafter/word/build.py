"""Layout + base package → skeleton.

Straight into XML, without python-docx: most of what a layout sets (East Asian fonts, indents in characters, the
document grid, footers of even pages) python-docx has no words for, and its own template fails the schema in nearly
every part.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.word.package import part
from drafter.word.roles import IDS
from drafter.word.skeleton import Skeleton
from drafter.word.styles import all_styles, font_table
from drafter.word.xml_text import plain

if TYPE_CHECKING:
    from drafter.word.layout import Layout

_BASE = Path(__file__).parent / "base"
_UNCHANGED = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/app.xml")
_FROM_SHEET_TO_HEADER = 851


def build(layout: Layout) -> Skeleton:
    """The skeleton of a layout."""
    opening, section = _document(layout)
    return Skeleton(
        parts=tuple(part(name, text) for name, text in _texts(layout).items()),
        opening=opening,
        section=section,
        styles=IDS | {"body": ""},  # the default style, which a paragraph need not name
        character=layout.character(layout.body_size),
        cell_character=layout.character(layout.look("table_text").size or layout.body_size),
        text_width=layout.page.text_width,
        title_width=layout.page.text_width // layout.character(layout.look("title").size or layout.body_size),
        blank_lines=layout.blank_lines,
        placeholder=layout.placeholder,
    )


def base(name: str) -> str:
    """A part of the base package, without the line breaks and indents that make it readable."""
    return re.sub(r">\s*\n\s*<", "><", (_BASE / name).read_text("utf-8")).strip()


def _texts(layout: Layout) -> dict[str, str]:
    fonts = base("word/fontTable.xml").replace("/>", f">{font_table(layout)}</w:fonts>")
    return {
        **{name: base(name) for name in _UNCHANGED},
        "word/styles.xml": base("word/styles.xml").replace("</w:styles>", f"{all_styles(layout)}</w:styles>"),
        "word/settings.xml": _settings(layout),
        "word/fontTable.xml": fonts,
        **{name: _footer(base(name), layout.page_number.text) for name in ("word/footer1.xml", "word/footer2.xml")},
    }


def _settings(layout: Layout) -> str:
    """The tab stops and the grid that Word shows follow the layout's own."""
    text = base("word/settings.xml").replace('Spacing w:val="579"', f'Spacing w:val="{layout.page.pitch}"')
    tab = 2 * layout.character(layout.body_size)
    return text.replace('TabStop w:val="640"', f'TabStop w:val="{tab}"')


def _footer(text: str, number: str) -> str:
    if not number:
        return re.sub("<w:r>.*</w:r>", "", text)
    before, after = (plain(words) for words in number.split("{page}"))
    return text.replace(">— <", f">{before}<").replace("> —<", f">{after}<")


def _document(layout: Layout) -> tuple[str, str]:
    opening, references, _, end = re.split("(?<=<w:body>)|(?=<w:pgSz)|(?=</w:sectPr>)", base("word/document.xml"))
    return opening, references + page_xml(layout) + end


def page_xml(layout: Layout) -> str:
    """The page size, margins and grid of a section."""
    page, number = layout.page, layout.page_number
    footer = max(0, page.bottom - number.below - number.size * 10 // 2)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{_FROM_SHEET_TO_HEADER}" w:footer="{footer}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{page.pitch}"/>'
    )
