"""Word files are mended where they stand: only the characters of ``w:t`` change, and no other part of the zip."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.outline.load import load
from drafter.papers.compose import compose
from drafter.problems import Edit, Place
from drafter.word import digest
from drafter.word.mend import mend
from drafter.word.read import read
from drafter.word.write import write

if TYPE_CHECKING:
    from drafter.word.skeleton import Skeleton

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared/samples/more"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"""\
<?xml version='1.0' encoding="UTF-8" standalone='yes'?>
<!-- 一条注释 --><w:document {W}  xmlns:x = "urn:x"><w:body>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一、总结,</w:t></w:r><w:r ><w:t xml:space='preserve'>计划 </w:t><w:tab/>\
<w:t>甲&amp;乙</w:t></w:r></w:p>
<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>有人</w:t></w:r><w:commentRangeEnd w:id="0"/>\
<w:r><w:commentReference w:id="0"/></w:r>\
<w:ins w:id="1" w:author="王某"><w:r><w:t>添上,的</w:t></w:r></w:ins>\
<w:del w:id="2" w:author="王某"><w:r><w:delText>删去,的</w:delText></w:r></w:del><w:r><w:t>话...</w:t></w:r></w:p>
<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3,</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
<w:fldSimple w:instr="DATE"><w:r><w:t>今天,</w:t></w:r></w:fldSimple><w:r><w:t>页,</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格子,</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t><![CDATA[<甲,乙>]]></w:t></w:r><w:r><w:t/></w:r><w:r><w:t>丙,<?x y?>丁</w:t></w:r></w:p>
<w:sectPr/></w:body></w:document>
"""


NEXT = "</w:t></w:r><w:r ><w:t xml:space='preserve'>"


def word_file(document: str | bytes = BODY) -> bytes:
    """A Word file of a document part, with a picture that is referred to and not there, as WPS leaves it."""
    made = io.BytesIO()
    docx.Document().save(made)
    data = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(data, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "word/document.xml":
                content = document.encode() if isinstance(document, str) else document
            if info.filename == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                link = f'<Relationship Id="rId99" Type="{kind}" Target="NULL"/></Relationships>'
                content = content.replace(b"</Relationships>", link.encode())
            new.writestr(info, content, zipfile.ZIP_STORED if "theme" in info.filename else zipfile.ZIP_DEFLATED)
        new.comment = "一份稿子".encode()
    return data.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def edit(data: bytes, line: int, old: str, new: str, nth: int = 0) -> Edit:
    source = read(data, "").sources[line - 1]
    column = [match.start() for match in re.finditer(re.escape(old), source)][nth] + 1
    return Edit(Place("稿.docx", "", line, column, column + len(old), source), old, new)


@pytest.mark.parametrize(
    ("line", "old", "new", "before", "after"),
    [
        (1, ",", "，", "总结,<", "总结，<"),
        (1, "结,计", "结与计", f"结,{NEXT}计", f"结与计{NEXT}"),
        (1, "甲&乙", "<甲>&乙", "甲&amp;乙", "&lt;甲&gt;&amp;乙"),
        (1, "一、", "", "一、总结", "总结"),
        (1, "甲", " 甲", "<w:t>甲", '<w:t xml:space="preserve"> 甲'),
        (2, "上,", "上，", "上,", "上，"),
        (2, "...", "……", "...", "……"),
        (2, "的话", "的那句话", "的</w:t></w:r></w:ins>", "的那句话</w:t></w:r></w:ins>"),
        (4, ",", "，", "格子,", "格子，"),
        (5, "甲,乙", "甲，乙", "<![CDATA[<甲,乙>]]>", "&lt;甲，乙&gt;"),
    ],
)  # fmt: skip
def test_the_characters_of_an_edit_change_and_no_other_byte(
    line: int, old: str, new: str, before: str, after: str
) -> None:
    data = word_file()
    mended, left = mend(data, [edit(data, line, old, new)])

    assert left == ()
    was, now = parts(data), parts(mended)
    expected = BODY.replace(before, after)
    if old == "的话":
        expected = expected.replace("<w:t>话...", "<w:t>...")
    assert now.pop("word/document.xml").decode() == expected
    assert was.pop("word/document.xml")
    assert now == was
    assert list(parts(mended)) == list(parts(data))


def test_the_rest_of_the_zip_is_not_even_packed_anew() -> None:
    data = word_file()
    mended, _ = mend(data, [edit(data, 1, ",", "，")])
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(mended)) as new:
        assert new.comment == old.comment
        for was, now in zip(old.infolist(), new.infolist(), strict=True):
            assert (was.filename, was.date_time, was.external_attr) == (now.filename, now.date_time, now.external_attr)
            if was.filename != "word/document.xml":
                assert packed(data, was) == packed(mended, now)
    docx_parts = [each for each in parts(mended) if each.startswith("word/")]
    assert "word/document.xml" in docx_parts


def packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    first = info.header_offset
    return data[first : first + 30 + len(info.filename.encode()) + info.compress_size]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (1, " \t甲", "甲"),  # a tab
        (3, "3,", "3，"),  # what fields print
        (3, "今天,", "今天，"),
        (1, "一、", "一\n"),
        (1, "一、", "一\x07"),
    ],
)
def test_what_is_no_text_of_the_writers_is_left_and_told(line: int, old: str, new: str) -> None:
    data = word_file()
    wrong, right = edit(data, line, old, new), edit(data, 4, ",", "，")
    mended, left = mend(data, [wrong, right])

    assert left == (wrong,)
    assert parts(mended)["word/document.xml"].decode() == BODY.replace("格子,", "格子，")


def test_what_does_not_stand_there_or_overlaps_is_left() -> None:
    data = word_file()
    place = Place("", "", 1, 1)
    wrong = [Edit(place, "别的", "x"), Edit(Place("", "", 99, 1), "一", "x"), Edit(Place("", "", 0, 0), "", "x")]
    first, over = edit(data, 1, "总结,", "总结，"), edit(data, 1, ",计", "，计")
    mended, left = mend(data, [*wrong, over, first])

    assert left == (*wrong, over)
    assert read(mended, "").sources[0] == "一、总结，计划 \t甲&乙"


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4", b"x" * 100, word_file("<w:document/>"), word_file("<!DOCTYPE a><a/>")]
)
def test_what_is_no_word_file_comes_back(data: bytes) -> None:
    wanted = Edit(Place("", "", 1, 1), "一", "二")

    assert mend(data, [wanted]) == (data, (wanted,))


def test_a_mended_draft_is_the_users_work(tmp_path: Path, standard: Skeleton) -> None:
    outline = load(str(next((ROOT / "outlines/examples").glob("*.yaml")))).outline
    assert outline
    path = tmp_path / "稿.docx"
    path.write_bytes(write(compose(outline, "report"), standard))
    assert digest.untouched(str(path))

    data = path.read_bytes()
    line = next(number for number, text in enumerate(read(data, "").sources, 1) if "，" in text)
    path.write_bytes(mend(data, [edit(data, line, "，", "；")])[0])

    assert not digest.untouched(str(path))
    assert "；" in "".join(each.text for each in docx.Document(str(path)).paragraphs)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real documents are not beside this checkout")
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda path: path.stem)
def test_a_real_document_is_mended_and_python_docx_reads_it(path: Path) -> None:
    data = path.read_bytes()
    sources = read(data, "").sources
    wanted = [
        Edit(Place("", "", number, text.index("，") + 1, 0, text), "，", "；")
        for number, text in enumerate(sources, 1)
        if "，" in text
    ]
    mended, left = mend(data, wanted)

    assert left == ()
    assert read(mended, "").sources == tuple(text.replace("，", "；", 1) for text in sources)
    was, now = parts(data), parts(mended)
    assert {name for name in was if was[name] != now[name]} == {"word/document.xml"}
    assert len(docx.Document(io.BytesIO(mended)).paragraphs) == len(docx.Document(io.BytesIO(data)).paragraphs)


EDITS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 20), st.integers(0, 4), st.text("，<&> 甲\n\0\t", max_size=3)),
    max_size=6,
)
FILE = word_file()


@settings(max_examples=80)
@given(EDITS)
def test_no_edits_at_any_place_harm_a_file(raw: list[tuple[int, int, int, str]]) -> None:
    sources = read(FILE, "").sources
    wanted = []
    for line, column, length, new in raw:
        source = sources[line] if line < len(sources) else ""
        wanted.append(Edit(Place("", "", line + 1, column + 1), source[column : column + length], new))
    mended, left = mend(FILE, wanted)
    now = read(mended, "").sources

    left_ids = {id(each) for each in left}
    made = [each for each in wanted if id(each) not in left_ids]
    touched = {each.place.line for each in made}
    assert len(now) == len(sources)
    assert all(now[at] == sources[at] for at in range(len(now)) if at + 1 not in touched)
    for line in touched:
        grown = sum(len(each.new) - len(each.old) for each in made if each.place.line == line)
        assert len(now[line - 1]) == len(sources[line - 1]) + grown
    tags = re.compile(rb"<[^>]*>")
    before, after = (tags.findall(parts(data)["word/document.xml"]) for data in (FILE, mended))
    assert [tag.replace(b' xml:space="preserve"', b"") for tag in after if b"CDATA" not in tag] == [
        tag.replace(b' xml:space="preserve"', b"") for tag in before if b"CDATA" not in tag
    ]
    assert {name: part for name, part in parts(mended).items() if name != "word/document.xml"} == {
        name: part for name, part in parts(FILE).items() if name != "word/document.xml"
    }
