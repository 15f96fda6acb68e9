"""Anyone's web page: what a reader sees as a line is a line, and every character knows its place in the file."""

from __future__ import annotations

import html
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document.read import read

from .manuscripts import SAMPLES, needs_samples, one_of, strays, texts

if TYPE_CHECKING:
    from drafter.document.manuscript import Line, Manuscript


def page(body: str) -> Manuscript:
    return read(f"<!DOCTYPE html>\n<html><body>{body}</body></html>".encode(), "页面.html")


def line(body: str) -> Line:
    (only,) = page(body).lines
    return only


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<br>乙<br/><br />丙", ["甲", "乙", "丙"]),
        ("甲<div>乙</div>丙", ["甲", "乙", "丙"]),
        ("<p>一<b>二</b><span style='a>b'>三</span>四</p>", ["一二三四"]),
        ("<p>  甲\n\t乙  A\n B  丙 </p>", ["甲乙 A B 丙"]),
        ("<p>　　甲&nbsp;乙</p>", ["　　甲\xa0乙"]),
        ("<p>&ldquo;甲&rdquo;&mdash;&#8212;&#x2014;&amp;lt;&unknown;&</p>", ["“甲”———&lt;&unknown;&"]),
        ("<p>&nbsp;</p><p>　</p><p></p>", []),
        ("<script>if (a<b) '<p>甲</p>'</script><style>p{}</style><title>题</title><p>乙", ["乙"]),
        ("<select><option>甲</select><svg><text>乙</text></svg><p>丙", ["丙"]),
        ("<p>甲<svg>乙", ["甲乙"]),
        ("<!-- <p>甲</p> --><p>乙<!-- 丙 -->丁<?php 戊 ?><![if !mso]>己<![endif]>", ["乙丁己"]),
        ("<%@ page import='a>b' %><p>甲<%= 乙 %>丙", ["甲丙"]),
        ("<p>3<5，a < b，x<y</p>", ["3<5，a < b，x"]),
        ("<pre>甲\n　乙  丙\n</pre><p>丁", ["甲", "　乙  丙", "丁"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<p>甲</P><P ALIGN=center>乙", ["甲", "乙"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert texts(page(body)) == expected


def test_places_go_through_entities_tags_and_line_ends() -> None:
    manuscript = read("<html>\r\n<p>上年&ldquo;<b>十四\r\n五</b>&rdquo;收官</p>".encode(), "a.html")
    (only,) = manuscript.lines
    place = manuscript.place(only, 3, 6)

    assert only.text == "上年“十四五”收官"
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 16, 3, 2)
    assert {char for char, _ in strays(manuscript)} == {"“", "”"}


def test_headings_and_their_end() -> None:
    found = page("<h1>题</h1><p>文</p><h2>甲<br>乙</h2>丙<h3><p>丁</p></h3><h2>戊<p>己</p>").lines

    assert [(each.text, each.level) for each in found] == [
        ("题", 1),
        ("文", 0),
        ("甲", 2),
        ("乙", 2),
        ("丙", 0),
        ("丁", 3),
        ("戊", 2),
        ("己", 0),
    ]


def test_the_bold_words_a_line_begins_with_are_counted() -> None:
    leads = [line(body).lead for body in ("<p><b>赏非遗。</b>甲</p>", "<p><b>甲</b></p>", "<p>甲<b>乙</b>丙</p>")]
    assert leads == [4, 0, 0]


def test_numbers_of_lists_are_labels() -> None:
    found = page(
        "<ol start=3><li>甲<p>续</p><ul><li>乙</ul><li value=9>丙<ol type=a><li>丁</ol><li>戊</ol>"
        "<ol type=I><li><p>己</ol>庚"
    ).lines

    assert [(each.text, each.label) for each in found] == [
        ("甲", "3."),
        ("续", ""),
        ("乙", ""),
        ("丙", "9."),
        ("丁", "a."),
        ("戊", "10."),
        ("己", "I."),
        ("庚", ""),
    ]


def test_cells_of_tables() -> None:
    found = page(
        "<table><caption>表</caption><tr><th colspan=2>甲<th>乙<tr><td rowspan=2>丙<td>丁<td>戊<tr><td>己<br>庚"
        "<td><table><tr><td>辛<td>壬</table></table>癸"
    ).lines

    assert [(each.text, each.cell) for each in found] == [
        ("表", None),
        ("甲", (1, 1, 1)),
        ("乙", (1, 1, 3)),
        ("丙", (1, 2, 1)),
        ("丁", (1, 2, 2)),
        ("戊", (1, 2, 3)),
        ("己", (1, 3, 2)),
        ("庚", (1, 3, 2)),
        ("辛", (2, 1, 1)),
        ("壬", (2, 1, 2)),
        ("癸", None),
    ]


@pytest.mark.parametrize("cells", ["<td>正文一。<br>正文二。", f"<td>栏目<td>{'正文' * 200}"])
def test_a_table_that_arranges_the_page_makes_no_cells(cells: str) -> None:
    assert {each.cell for each in page(f"<table><tr>{cells}</table>").lines} == {None}


def test_bold_and_code() -> None:
    found = page("<p><b>甲</b> <strong>乙</strong></p><p><b>丙</b>丁</p><p>运行<code>drafter</code>").lines

    assert [each.bold for each in found] == [True, False, False]
    assert found[2].literal == ((2, 9),)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\u2028\u2029\ufeff\t\f\x85 \x80-\x9f"), min_size=1)
)
def test_any_text_comes_back_escaped_or_not(text: str) -> None:
    expected = [text] if text.strip() else []

    assert texts(page(f"<p>{html.escape(text)}</p>")) == expected
    assert texts(page(f"<pre>{html.escape(text)}</pre>")) == expected


pieces = one_of(
    "< > </ <! <!-- --> <% %> & &amp; &#x4e00; &#55296; &#0; <p> </p> <br> <b> </b> <table> <tr> <td> </td> </table>"
    " <ol> <li> </ol> <h1> </h1> <pre> </pre> <script> </script> <svg> <code> <a \" ' = \n 甲 、 \v \t"
)


@given(st.lists(pieces))
def test_no_markup_is_too_broken(broken: list[str]) -> None:
    manuscript = page("".join(broken))

    for each in manuscript.lines:
        assert "\n" not in each.text
        assert each.text.encode()
        manuscript.place(each, 0, len(each.text))


@pytest.mark.parametrize(
    "unit", ["<a ", "<%", "<a '>\"", "<svg>", "<table><tr><td rowspan=9>", "<ol><li>", "<b>", "&a", "<!-"]
)
def test_no_page_takes_long(unit: str) -> None:
    begun = time.process_time()
    page(unit * 20_000)

    assert time.process_time() - begun < 2


@needs_samples
def test_a_page_from_the_web_reads_well() -> None:
    manuscript = read((SAMPLES / "more" / "news-wenzhou-2012.html").read_bytes(), "a.html")

    assert [each.level for each in manuscript.lines] == [1, 0, 0, 0]
    assert all(each.text.strip().endswith(("。", "工作")) for each in manuscript.lines)
