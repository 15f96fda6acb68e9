"""The documents of ``documents/`` as their writers' files: texts in their encodings, Word files made of plain lines.

A ``.word.txt`` holds a Word file's paragraphs, ``LOOK: text`` each: text, bold, center, right, title, h1 and h2
(heading styles that number themselves 一、 and （一）), num (a list that numbers itself 1.), hei and kai (in that font
and nothing more), table and row (cells with ``|`` between); ``bold+text`` begins with bold words, up to the ``|``.
A ``.gbk.txt`` becomes GB18030 with Windows' line ends.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parents[1] / "documents"
ENDINGS = {".word.txt": ".docx", ".gbk.txt": ".txt"}
FONTS = {"hei": "黑体", "kai": "楷体"}
ALIGNED = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
STYLES = {"title": "Title", "h1": "Heading 1", "h2": "Heading 2"}
LEVELS = {"h1": (81, 0), "h2": (81, 1), "num": (82, 0)}
NUMBERING = {
    81: (("chineseCounting", "%1、"), ("chineseCounting", "（%2）")),
    82: (("decimal", "%1."),),
}


def papers(folder: str = "") -> dict[str, bytes]:
    """Every document of a folder by its file's name, in their order."""
    return dict(_paper(path) for path in sorted((FOLDER / folder).iterdir()) if path.is_file())


def _paper(path: Path) -> tuple[str, bytes]:
    kind = next((ending for ending in ENDINGS if path.name.endswith(ending)), "")
    name = path.name.removesuffix(kind) + ENDINGS[kind] if kind else path.name
    if kind == ".word.txt":
        return name, word_file(path.read_text("utf-8"))
    if kind == ".gbk.txt":
        return name, path.read_text("utf-8").replace("\n", "\r\n").encode("gb18030")
    return name, path.read_bytes()


def word_file(lines: str) -> bytes:
    """The Word file that the lines describe."""
    document = docx.Document()
    _define_numbering(document)
    for line in lines.splitlines():
        look, _, text = line.partition(": ")
        _add(document, look.split("+"), text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: Document, looks: list[str], text: str) -> None:
    if looks[0] in ("table", "row"):
        return _add_row(document, looks[0], text.split(" | "))
    style = next((STYLES[look] for look in looks if look in STYLES), None)
    paragraph = document.add_paragraph(style=style)
    front, bar, rest = text.partition("|")
    paragraph.add_run(front).bold = "bold" in looks or None
    if bar:
        paragraph.add_run(rest)
    for look in looks:
        _dress(paragraph, look)
    return None


def _dress(paragraph: Paragraph, look: str) -> None:
    if look in FONTS:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONTS[look])
    if look in ALIGNED:
        paragraph.alignment = ALIGNED[look]
    if look in LEVELS:
        number, level = LEVELS[look]
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = number
        properties.get_or_add_ilvl().val = level


def _add_row(document: Document, look: str, cells: list[str]) -> None:
    table = document.add_table(0, len(cells)) if look == "table" else document.tables[-1]
    for cell, text in zip(table.add_row().cells, cells, strict=True):
        cell.text = text


def _define_numbering(document: Document) -> None:
    """Lists 81 and 82 of NUMBERING, as Word keeps them: what they look like first, then the lists themselves."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for number, levels in NUMBERING.items():
        said = "".join(_level(at, *level) for at, level in enumerate(levels))
        look = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{said}</w:abstractNum>'
        first.addprevious(parse_xml(look))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _level(at: int, kind: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
