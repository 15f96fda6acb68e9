"""Whatever a writer types comes out of the Word file unchanged, read back by python-docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.document import model
from drafter.document.model import Document, Gap, Meta, Run
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.document.model import Block, Runs
    from drafter.word.skeleton import Skeleton

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Every character that XML holds; a carriage return is a line end in XML and in Word, so it is tried on its own below.
whole = st.characters(exclude_categories=["Cs"]).filter(lambda c: c in "\t\n" or not (c < " " or c in "\ufffe\uffff"))
nasty = st.sampled_from(
    ["&amp;", "<w:t>", "]]>", "  ", "\t", "\n", "“”", "——", "……", "{{ x }}", "{%", "*县", "&#13;", "　"]
)
text = st.lists(st.text(whole, max_size=12) | nasty, max_size=6).map("".join)
run = st.builds(Run, text, bold=st.booleans(), level=st.integers(0, 4)) | st.builds(
    Run, text, gap=st.builds(Gap, text, who=text)
)
runs = st.lists(run, max_size=4).map(tuple)
table = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        model.Table,
        st.tuples(*[runs] * columns),
        st.lists(st.tuples(*[runs] * columns), max_size=3).map(tuple),
        runs,
    )
)
block = st.one_of(
    st.builds(model.Title, st.lists(runs, min_size=1, max_size=3).map(tuple)),
    st.builds(model.Subtitle, runs),
    st.builds(model.Salutation, runs),
    st.builds(model.Heading, st.integers(1, 4), text, runs),
    st.builds(model.Paragraph, runs),
    table,
    st.builds(model.AttachmentNote, st.lists(runs, max_size=3).map(tuple)),
    st.builds(model.Signature, st.lists(runs, max_size=2).map(tuple), runs, st.booleans()),
    st.builds(model.Credits, runs),
)
attachment = st.builds(model.Attachment, st.integers(0, 12), runs, st.lists(block, max_size=3).map(tuple))
blocks = st.lists(block | attachment, max_size=6).map(tuple)


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def expected(block: Block) -> Iterator[str]:
    """The paragraphs a block is made of, in order."""
    match block:
        case model.Title(lines):
            yield "\n".join(map(words, lines))
        case model.Heading(_, label, runs):
            yield label + words(runs)
        case model.Table(header, rows, caption):
            yield words(caption)
            yield from (words(cell) for row in (header, *rows) for cell in row)
        case model.AttachmentNote(titles):
            for number, title in enumerate(titles, 1):
                yield ("附件：" if number == 1 else "") + (f"{number}." if len(titles) > 1 else "") + words(title)
        case model.Signature(names, date):
            yield from map(words, names)
            yield words(date)
        case model.Attachment(number, title, inner):
            yield f"附件{number or ''}"
            yield words(title)
            for each in inner:
                yield from expected(each)
        case _:
            yield words(block.runs)


def read(data: bytes) -> list[str]:
    """The words of every paragraph, those in cells too; blank lines left out."""
    body = docx.Document(io.BytesIO(data)).element.body
    return list(filter(None, (paragraph.text for paragraph in body.iter(f"{W}p"))))


def without_breaks(paragraphs: list[str]) -> list[str]:
    """A long title's own line breaks come and go with its length."""
    return [bare for each in paragraphs if (bare := each.replace("\n", ""))]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(blocks)
def test_any_text_in_any_block_survives(standard: Skeleton, blocks: tuple[Block, ...]) -> None:
    data = write(Document(Meta("题"), blocks), standard)

    wanted = [paragraph for block in blocks for paragraph in expected(block)]

    assert without_breaks(read(data)) == without_breaks(wanted)


@settings(max_examples=150)
@given(text)
def test_any_paragraph_survives_to_the_last_line_break(standard: Skeleton, text: str) -> None:
    read_back = read(write(Document(Meta("题"), (model.Paragraph((Run(text),)),)), standard))

    assert read_back == ([text] if text else [])


@settings(max_examples=100)
@given(name=text, who=text, title=text)
def test_any_name_survives_in_comments_and_properties(standard: Skeleton, name: str, who: str, title: str) -> None:
    block = model.Paragraph((Run("【待填】", gap=Gap(name, who)),))
    document = docx.Document(io.BytesIO(write(Document(Meta(title, name), (block,)), standard)))

    (comment,) = list(document.comments)
    assert name in comment.text
    assert who in comment.text
    assert document.core_properties.title == title
    assert document.core_properties.author == name


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_a_line_break(standard: Skeleton, line_end: str) -> None:
    data = write(Document(Meta("题"), (model.Paragraph((Run(f"上{line_end}下"),)),)), standard)

    assert read(data) == ["上\n下"]


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x0C, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_xml_cannot_hold_never_breaks_the_file(standard: Skeleton, code: int) -> None:
    bad = f"前{chr(code)}后"
    block = model.Paragraph((Run(bad, gap=Gap(bad, bad)),))

    document = docx.Document(io.BytesIO(write(Document(Meta(bad, bad), (block,)), standard)))

    assert document.paragraphs[0].text == "前\ufffd后"
    assert document.core_properties.title == "前\ufffd后"


def test_neighbours_that_look_alike_are_one_run(standard: Skeleton, parts_of: Callable) -> None:
    runs = (
        Run("接待"),
        Run("4.5万人次", fact="接待"),
        Run("。", source="/x"),
        Run("一是", bold=True),
        Run("好", bold=True),
    )
    data = write(Document(Meta("题"), (model.Paragraph(runs),)), standard)
    written = etree.fromstring(parts_of(data)["word/document.xml"])

    assert ["".join(run.itertext()) for run in written.iter(f"{W}r")] == ["接待4.5万人次。", "一是好"]


def test_quotes_and_dashes_are_set_in_the_chinese_font(standard: Skeleton, parts_of: Callable) -> None:
    texts = ["“活”", "——", "……", "‘好’", "5·12", "3×4"]
    plain = ["2026年", "AB", "，。"]
    paragraphs = tuple(model.Paragraph((Run(text),)) for text in (*texts, *plain))
    written = etree.fromstring(parts_of(write(Document(Meta("题"), paragraphs), standard))["word/document.xml"])

    hinted = [run for run in written.iter(f"{W}r") if run.find(f"{W}rPr/{W}rFonts[@{W}hint='eastAsia']") is not None]

    assert ["".join(run.itertext()) for run in hinted] == texts
