"""Anyone's Word file as lines: made with python-docx or by hand, read back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.word.pieces import paragraphs, pieces
from drafter.word.read import read

from .word_files import NS, STRICT, STYLES, changed, document, line, opened, p, packed, part, texts, zipped

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "more"


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real documents are not here")
def test_real_files_read_as_python_docx_reads_them() -> None:
    files = sorted(SAMPLES.glob("*.docx"))
    for path in files:
        manuscript = read(path.read_bytes(), path.name)
        peer = docx.Document(str(path)).paragraphs

        assert [each.replace("\v", "\n") for each in texts(manuscript)] == [each.text for each in peer]
        assert [each.style.lower() for each in manuscript.lines] == [each.style.name.lower() for each in peer]
        assert len({each.font for each in manuscript.lines} - {""}) == 1
    assert len(files) == 6


def test_paragraphs_tables_breaks_and_headings_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("总结", 0)
    made.add_heading("一、工作", 1)
    paragraph = made.add_paragraph("甲\t乙")
    paragraph.add_run("丙").add_break(WD_BREAK.LINE)
    paragraph.add_run("丁")
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    table.cell(1, 2).text = "戊"
    found = read(saved(made), "a.docx")

    assert [(each.text, each.style, each.level) for each in found.lines[:3]] == [
        ("总结", "Title", 0),
        ("一、工作", "heading 1", 1),
        ("甲\t乙丙\v丁", "Normal", 0),
    ]
    assert [(each.text, each.cell) for each in found.lines[3:]] == [
        ("合计", (1, 1, 1)),
        ("", (1, 1, 3)),
        ("", (1, 2, 1)),
        ("", (1, 2, 2)),
        ("戊", (1, 2, 3)),
    ]
    assert found.place(found.lines[2], 2, 3).line == 3
    assert (found.format, found.encoding, found.sources[2]) == ("docx", "", "甲\t乙丙\v丁")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>", "甲乙"),
        ("<w:del><w:r><w:delText>甲</w:delText><w:tab/></w:r></w:del><w:r><w:t>乙</w:t></w:r>", "乙"),
        ("<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>", "乙"),
        (
            "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>",
            "甲乙",
        ),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>", "甲"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>甲</w:t></w:r>", "甲"),
        ("<w:fldSimple><w:r><w:t>乙</w:t></w:r></w:fldSimple>", "乙"),
        (
            "<w:r><w:tab/><w:t>甲</w:t><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t></w:r>",
            "\t甲\v\v\u2011乙",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r>', "\uf0b7"),
        (
            "<w:r><w:ruby><w:rt><w:t>jiǎ</w:t></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "甲",
        ),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
        ("<w:r><w:t>甲</w:t></w:r><!-- 注 --><?注?><w:r><w:t/></w:r><w:r><w:t>乙</w:t></w:r>", "甲乙"),
    ],
)
def test_what_is_text(inside: str, expected: str) -> None:
    assert line(f"<w:p>{inside}</w:p>").text == expected


def test_a_text_box_comes_behind_its_paragraph_and_its_copy_not_at_all() -> None:
    box = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    inside = f"<w:drawing>{box.format(p('乙') + p('丙'))}</w:drawing>"
    copy = f"<w:pict><v:textbox>{box.format(p('乙') + p('丙'))}</v:textbox></w:pict>"
    both = f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{copy}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>{p('丁')}"
    found = opened(body)

    assert [(each.text, each.part, each.marks[0].line) for each in found.lines] == [
        ("甲", "", 1),
        ("乙", "box", 2),
        ("丙", "box", 3),
        ("丁", "", 6),
    ]
    numbered = list(paragraphs(etree.fromstring(document(body))))
    for each in found.lines:
        assert "".join(words for words, _ in pieces(numbered[each.marks[0].line - 1])) == each.text


def test_notes_come_behind_the_body() -> None:
    note = '<w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="1">{}</w:footnote>'
    found = opened(
        p("甲"),
        footnotes=part("footnotes", note.format(p("线"), p("乙"))),
        endnotes=part("endnotes", f"<w:endnote>{p('丙')}</w:endnote>"),
        header=part("hdr", p("页眉")),
        comments=part("comments", p("批注")),
    )

    assert [(each.text, each.part, each.marks[0].line) for each in found.lines] == [
        ("甲", "", 1),
        ("乙", "footnote", 3),
        ("丙", "endnote", 4),
    ]


def test_a_paragraph_whose_end_was_deleted_is_one_with_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    found = opened(p("甲", deleted) + p("", deleted) + p("乙丙", '<w:outlineLvl w:val="1"/>') + p("丁"))

    assert [(each.text, each.level) for each in found.lines] == [("甲乙丙", 2), ("丁", 0)]
    places = [found.place(found.lines[0], at, at + 1) for at in (0, 2)]
    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 2)]


def test_the_strict_namespace_and_other_prefixes() -> None:
    body = document(p("甲", '<w:pStyle w:val="x"/>')).replace(NS, STRICT).replace("w:", "n:").replace(":w=", ":n=")
    data = packed("", styles=STYLES.replace(NS, STRICT))
    found = read(changed(data, "word/document.xml", body), "a.docx")

    assert [(each.text, each.style, each.level) for each in found.lines] == [("甲", "本馆标题", 1)]


def test_what_wps_leaves_dangling_is_no_trouble() -> None:
    data = packed(p("甲"), styles=STYLES, numbering="<broken", theme="<!DOCTYPE a><a/>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != "word/styles.xml"}

    assert texts(read(zipped(kept), "a.docx")) == ["甲"]


names = st.sampled_from(["r", "r", "tab", "br", "rPr", "b", "ins", "del", "sdt", "drawing", "rt", "sym", "pPr"])
trees = st.recursive(
    st.sampled_from(["", "甲", " ", "乙丙"]).map(lambda text: f"<w:t>{text}</w:t>"),
    lambda inner: st.builds(
        lambda name, children: f"<w:{name}>{''.join(children)}</w:{name}>", names, st.lists(inner, max_size=4)
    ),
)


@given(st.lists(trees, max_size=5))
def test_text_is_what_mending_counts_by(children: list[str]) -> None:
    body = f"<w:p>{''.join(children)}</w:p>"
    (element,) = paragraphs(etree.fromstring(document(body)))

    assert line(body).text == "".join(words for words, _ in pieces(element))
