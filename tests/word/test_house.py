"""An office's own Word file as a layout: its page, styles and footers are taken, its text is not."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from drafter.messages import describe
from drafter.problems import DrafterError
from drafter.word import house_parts
from drafter.word.house import house_skeleton
from drafter.word.skeleton import skeleton
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.document.model import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD_TEXT = "绝密：旧文件的正文"


@pytest.fixture(scope="module")
def house() -> bytes:
    """A file as an office keeps it: B5, its own body and headings, a picture in the header, text nobody wants."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(182), Mm(257)
    section.left_margin = section.right_margin = Mm(25)
    section.footer.paragraphs[0].text = "本馆内部资料"
    section.header.paragraphs[0].add_run().add_picture(_picture(), width=Mm(20))
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    normal.paragraph_format.first_line_indent = Pt(28)
    document.styles["Heading 1"].font.name = "华文中宋"
    signed = document.styles.add_style("落款", WD_STYLE_TYPE.PARAGRAPH)
    signed.font.name = "隶书"
    document.add_heading(OLD_TEXT, 1)
    document.add_paragraph(OLD_TEXT)
    document.add_picture(_picture("blue"))
    document.core_properties.author = "从前的人"
    return _saved(document)


def _picture(colour: str = "red") -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(stream, "PNG")
    return io.BytesIO(stream.getvalue())


def _saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def draft(house: bytes, tmp_path: Path, paper: Document) -> bytes:
    path = tmp_path / "本馆.docx"
    path.write_bytes(house)
    return write(paper, skeleton(str(path)))


def changed(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A Word file with its parts changed, or left out where ``change`` gives None."""
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            kept = change(name, source.read(name))
            if kept is not None:
                target.writestr(name, kept)
    return stream.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(DrafterError) as caught:
        house_skeleton("本馆.docx", data)
    (problem,) = caught.value.problems
    assert "本馆.docx" in describe(problem, "zh")
    return problem.id.removeprefix("word.house-")


def test_page_and_footer_are_the_offices(draft: bytes) -> None:
    section = docx.Document(io.BytesIO(draft)).sections[0]

    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (182, 25)
    assert section.footer.paragraphs[0].text == "本馆内部资料"
    assert len(section.header.part.package.image_parts) == 1


def test_nothing_of_the_old_text_is_left(draft: bytes, parts_of: Callable) -> None:
    parts = parts_of(draft)

    assert OLD_TEXT.encode() not in b"".join(parts.values())
    assert "从前的人".encode() not in b"".join(parts.values())
    assert len([name for name in parts if "media" in name]) == 1


def test_styles_are_the_offices_and_what_it_lacks_the_standards(draft: bytes) -> None:
    document = docx.Document(io.BytesIO(draft))
    by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}

    assert by_text["一、工作完成情况"].style.font.name == "华文中宋"
    assert by_text["现将2025年工作情况汇报如下："].style.name == "Normal"
    assert by_text["城市博物馆"].style.name == "落款"
    label = by_text["附件1"].style
    assert label.name == "附件序号"
    assert label.base_style.name == "Normal"
    assert label.element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"


def test_the_package_is_whole(draft: bytes, parts_of: Callable, loose_ends: Callable) -> None:
    parts = parts_of(draft)

    assert loose_ends(parts) == set()
    assert "word/comments.xml" in parts
    assert len(list(docx.Document(io.BytesIO(draft)).comments)) == 2


def test_a_footer_that_is_missing_is_left_out(house: bytes, paper: Document) -> None:
    without = changed(house, lambda part, data: None if "footer" in part else data)
    section = docx.Document(io.BytesIO(write(paper, house_skeleton("x.docx", without)))).sections[0]

    assert section.footer.is_linked_to_previous
    assert not section.header.is_linked_to_previous


def test_every_style_named_is_there(draft: bytes, parts_of: Callable) -> None:
    parts = parts_of(draft)
    there = {each.get(f"{W}styleId") for each in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for name in ("document", "comments", "styles")
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for each in etree.fromstring(parts[f"word/{name}.xml"]).iter(W + tag)
    }

    assert used <= there


def test_run_in_heads_follow_the_offices_heading(draft: bytes) -> None:
    document = docx.Document(io.BytesIO(draft))
    heads = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.startswith("（二）保护")]

    assert heads[0].style.name == "Heading 2 Char"


def test_an_office_that_never_set_its_body_gets_the_standards(tmp_path: Path, paper: Document) -> None:
    path = tmp_path / "空白.docx"
    path.write_bytes(_saved(docx.Document()))
    document = docx.Document(io.BytesIO(write(paper, skeleton(str(path)))))
    body = next(paragraph.style for paragraph in document.paragraphs if paragraph.text.startswith("现将"))

    assert body.name == "公文正文"
    assert body.font.size == Pt(16)
    assert body.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_a_body_style_by_its_usual_name_is_taken(tmp_path: Path, paper: Document) -> None:
    document = docx.Document()
    document.styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    path = tmp_path / "本馆.docx"
    path.write_bytes(_saved(document))
    draft = docx.Document(io.BytesIO(write(paper, skeleton(str(path)))))
    body = next(paragraph.style for paragraph in draft.paragraphs if paragraph.text.startswith("现将"))

    assert (body.name, body.font.size) == ("公文正文", Pt(15))


def test_a_draft_of_ours_is_a_layout_that_gives_the_same_paper(
    standard: object, paper: Document, tmp_path: Path, parts_of: Callable, invalid: Callable
) -> None:
    first = write(paper, standard)
    path = tmp_path / "稿.docx"
    path.write_bytes(first)
    second = write(paper, skeleton(str(path)))
    before, after = docx.Document(io.BytesIO(first)), docx.Document(io.BytesIO(second))

    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert [p.style.name for p in after.paragraphs] == [p.style.name for p in before.paragraphs]
    assert len(list(after.styles)) == len(list(before.styles))
    assert after.sections[0].footer.paragraphs[0].text == before.sections[0].footer.paragraphs[0].text
    assert after.settings.odd_and_even_pages_header_footer
    assert invalid(parts_of(second)) == []


@pytest.mark.parametrize("name", ["word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"])
def test_parts_an_office_lacks_are_no_trouble(house: bytes, name: str, paper: Document) -> None:
    without = changed(house, lambda part, data: None if part == name else data)
    document = docx.Document(io.BytesIO(write(paper, house_skeleton("x.docx", without))))

    assert document.paragraphs[0].text.startswith("城市博物馆")


def test_a_file_without_styles_gets_all_of_the_standards(house: bytes, paper: Document) -> None:
    bare = changed(house, lambda part, data: None if part == "word/styles.xml" else data)
    document = docx.Document(io.BytesIO(write(paper, house_skeleton("x.docx", bare))))

    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].style.font.size == Pt(22)


def test_a_picture_link_that_leads_nowhere_is_no_trouble(house: bytes) -> None:
    broken = changed(house, lambda part, data: data.replace(b"media/image1.png", b"NULL") if "rels" in part else data)

    assert house_skeleton("x.docx", broken).parts


def test_protection_and_tracked_changes_stay_behind(house: bytes, paper: Document, parts_of: Callable) -> None:
    def protect(part: str, data: bytes) -> bytes:
        extra = b'<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:evenAndOddHeaders/>'
        return data.replace(b"<w:defaultTabStop", extra + b"<w:defaultTabStop") if part == "word/settings.xml" else data

    kept = parts_of(write(paper, house_skeleton("x.docx", changed(house, protect))))["word/settings.xml"]

    assert b"evenAndOddHeaders" in kept
    assert b"documentProtection" not in kept
    assert b"trackRevisions" not in kept


def test_what_belongs_to_the_old_section_stays_behind(house: bytes) -> None:
    old = b'<w:sectPrChange w:id="1" w:author="x"><w:sectPr/></w:sectPrChange>'

    def track(part: str, data: bytes) -> bytes:
        return data.replace(b"</w:sectPr>", old + b"</w:sectPr>") if part == "word/document.xml" else data

    assert "sectPrChange" not in house_skeleton("x.docx", changed(house, track)).section


def test_an_id_that_another_style_has_is_not_taken_twice(house: bytes, paper: Document, parts_of: Callable) -> None:
    squatter = b'<w:style w:type="paragraph" w:styleId="AttachmentLabel"><w:name w:val="x"/></w:style></w:styles>'

    def squat(part: str, data: bytes) -> bytes:
        return data.replace(b"</w:styles>", squatter) if part == "word/styles.xml" else data

    parts = parts_of(write(paper, house_skeleton("x.docx", changed(house, squat))))
    ids = [each.get(f"{W}styleId") for each in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")]

    assert len(ids) == len(set(ids))


def test_a_header_that_links_back_to_the_text_does_not_bring_it(
    house: bytes, parts_of: Callable, paper: Document
) -> None:
    link = b'<Relationship Id="rIdBack" Type="http://x/document" Target="document.xml"/></Relationships>'

    def link_back(part: str, data: bytes) -> bytes:
        return data.replace(b"</Relationships>", link) if part == "word/_rels/header1.xml.rels" else data

    assert (
        OLD_TEXT.encode()
        not in parts_of(write(paper, house_skeleton("x.docx", changed(house, link_back))))["word/document.xml"]
    )


def test_many_large_parts_are_too_large(house: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house_parts, "_LARGEST", 1000)

    assert refused(house) == "too-large"


def test_a_file_with_entities_is_broken(house: bytes) -> None:
    entities = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY w "12345">]>'

    def arm(part: str, data: bytes) -> bytes:
        if part != "word/document.xml":
            return data
        declaration, _, root = data.partition(b"?>")
        return declaration + b"?>" + entities + root.replace(b"<w:pgSz", b"&f;&w;<w:pgSz")

    assert refused(changed(house, arm)) == "broken"


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "not-word"),
        ("一、总结".encode(), "not-word"),
        (b"%PDF-1.7", "not-word"),
        (b"PK\x03\x04 and no more", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, id: str) -> None:
    assert refused(data) == id


def test_a_workbook_is_no_layout() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")

    assert refused(stream.getvalue()) == "broken"


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_file_that_lacks_its_core_is_broken(house: bytes, name: str) -> None:
    assert refused(changed(house, lambda part, data: None if part == name else data)) == "broken"
    assert refused(changed(house, lambda part, data: data[:-9] if part == name else data)) == "broken"


def test_a_page_without_room_is_broken(house: bytes) -> None:
    assert refused(changed(house, lambda _, data: data.replace(b'w:left="1417"', b'w:left="19999"'))) == "broken"


def test_a_bomb_is_refused_before_it_goes_off(house: bytes) -> None:
    huge = b"<w:styles>" + b" " * 21_000_000
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(house)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, huge if name == "word/styles.xml" else source.read(name))

    assert refused(stream.getvalue()) == "too-large"


def test_a_file_too_large_to_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.truncate(30_000_001)

    with pytest.raises(DrafterError) as caught:
        skeleton(str(path))
    assert caught.value.problems[0].id == "word.house-too-large"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_a_layout_or_a_problem(house: bytes, data: st.DataObject) -> None:
    damaged = bytearray(house)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DrafterError):
        house_skeleton("x.docx", bytes(damaged[: data.draw(st.integers(4, len(damaged)))]))
