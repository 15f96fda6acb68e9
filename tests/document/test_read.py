"""Anyone's text file, in any encoding: every line a line, every character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.decoding import decode
from drafter.document.read import read
from drafter.problems import DrafterError

from .manuscripts import SAMPLES, needs_samples, strays, texts

TEXT = "2025年工作总结\n一、主要工作\n全年接待观众４５万人次，同比增长12%。\n"
BOMS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0"}
printable = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\u2028\u2029\ufeff"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_encodings_without_a_mark(encoding: str) -> None:
    manuscript = read(TEXT.encode(encoding), "总结.txt")

    assert texts(manuscript) == TEXT.split("\n")
    assert manuscript.encoding == encoding.replace("gbk", "gb18030")
    assert manuscript.format == "txt"


@pytest.mark.parametrize("encoding", BOMS)
def test_a_byte_order_mark_is_no_text(encoding: str) -> None:
    manuscript = read(BOMS[encoding] + TEXT.encode(encoding), "总结.txt")

    assert texts(manuscript) == TEXT.split("\n")
    assert manuscript.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["全年接待观众，再创新高。", "工作总结\n全年接待观众45万人次，再创新高。\n二〇二五年"])
def test_utf_16_is_told_from_gb18030(encoding: str, text: str) -> None:
    assert texts(read(text.encode(encoding), "a.txt")) == text.split("\n")


@given(st.lists(printable, min_size=1), st.sampled_from(sorted(BOMS)))
def test_any_text_with_a_mark_comes_back(lines: list[str], encoding: str) -> None:
    data = BOMS[encoding] + "\r\n".join(lines).encode(encoding)
    manuscript = read(data, "任意.md.txt")

    if manuscript.format == "txt":
        assert texts(manuscript) == lines
        assert not list(strays(manuscript))


@given(st.lists(st.text(st.characters(codec="gb2312", categories=["Lo"]), min_size=4), min_size=1))
def test_any_han_in_gb18030_comes_back(lines: list[str]) -> None:
    assert texts(read(("，".join(["工作总结", *lines]) + "。").encode("gb18030"), "a.txt")) == [
        "，".join(["工作总结", *lines]) + "。"
    ]


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(sorted(BOMS)))
def test_what_is_decoded_can_be_written_back_byte_by_byte(text: str, encoding: str) -> None:
    data = BOMS[encoding] + text.encode(encoding)
    decoded = decode(data)

    assert decoded is None or decoded.encode(decoded.text) == data


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_do(end: str) -> None:
    manuscript = read(f"第一行{end}{end}第三行".encode(), "a.txt")
    place = manuscript.place(manuscript.lines[2], 1, 3)

    assert texts(manuscript) == ["第一行", "", "第三行"]
    assert (place.line, place.column, place.end_column, place.source) == (3, 2, 4, "第三行")


def test_a_line_break_of_word_stays_inside_its_line() -> None:
    assert texts(read("甲\v乙\f丙".encode(), "a.txt")) == ["甲\v乙\f丙"]


def test_a_few_broken_bytes_do_not_hide_the_rest() -> None:
    assert texts(read("工作总结".encode() + b"\xe5\x9b" + "，再创新高。".encode(), "a.txt")) == [
        "工作总结\ufffd\ufffd，再创新高。"
    ]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 50, b"\x1f\x8b\x08\0\0", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DrafterError) as caught:
        read(data, "图片.txt")

    assert [problem.id for problem in caught.value.problems] == ["document.not-text"]


@given(st.binary(), st.sampled_from(["a.txt", "a.md", "a.html", "a.doc", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, file: str) -> None:
    try:
        manuscript = read(data, file)
    except DrafterError:
        return
    for line in manuscript.lines:
        assert "\n" not in line.text
        assert manuscript.place(line, 0, len(line.text)).line <= len(manuscript.sources)
        assert line.text.isprintable() or line.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "file", "format"),
    [
        ("<!DOCTYPE html><p>正文</p>", "a.txt", "html"),
        ("\ufeff <html xmlns:o='urn:schemas-microsoft-com:office:office'><p>正文</p>", "总结.doc", "html"),
        ('<?xml version="1.0"?>\n<!-- 导出 -->\n<html><p>正文</p></html>', "a", "html"),
        ("<p>只有一段</p>", "a.htm", "html"),
        ("没有标签，3<5。", "a.html", "txt"),
        ("# 标题", "a.md", "md"),
        ("# 不是标题", "a.txt", "txt"),
        ("<table>见附件", "a.txt", "html"),
        ("《<通知>》的要求", "a.txt", "txt"),
    ],
)
def test_content_counts_before_the_ending(text: str, file: str, format: str) -> None:
    assert read(text.encode(), file).format == format


@needs_samples
def test_every_sample_is_read_with_every_character_in_its_place() -> None:
    paths = [path for path in SAMPLES.rglob("*.*") if path.suffix in (".txt", ".html")]
    for path in paths:
        manuscript = read(path.read_bytes(), path.name)

        assert manuscript.lines, path
        assert {there for _, there in strays(manuscript)} <= {"&", "\n", "\t", ""}, path
    assert len(paths) > 10
