"""Anyone's Markdown: words without markup, every character at its place in the file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document.read import read

from .manuscripts import one_of, strays, texts

if TYPE_CHECKING:
    from drafter.document.manuscript import Manuscript


def markdown(text: str) -> Manuscript:
    return read(text.encode(), "稿.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n乙\n\n丙", ["甲乙", "丙"]),
        ("A\nB  \n丙\\\n丁", ["A B", "丙", "丁"]),
        ("一**二**_三_`四`<b>五</b>", ["一二三四五"]),
        ('见[通知](http://a.b "通知")和[附件][1]、![图](a.png)完\n\n[1]: http://c.d', ["见通知和附件、完"]),
        ("甲&mdash;乙\\*丙&amp;丁", ["甲—乙*丙&丁"]),
        ("> 引用\n> 两行\n\n- 甲\n  续\n- 乙", ["引用两行", "甲续", "乙"]),
        ("---\ntitle: 题\n---\n正文", ["正文"]),
        ("<!-- 注 -->\n\n甲<!-- 注 -->乙", ["甲乙"]),
        ("<div align=center>\n\n居中\n\n</div>\n<p>甲</p>", ["居中", "甲"]),
        ("甲<br>乙", ["甲", "乙"]),
        ("    缩进的段落", ["缩进的段落"]),
        ("　　全角缩进", ["　　全角缩进"]),
        ("*县*县 2*3*4 2026. 目标", ["县县 234 2026. 目标"]),
        ("---\n\n***\n正文", ["正文"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert texts(markdown(text)) == expected


def test_headings_lists_and_code_say_what_they_are() -> None:
    found = markdown(
        "# 题 #\n\n小题\n---\n\n3. 甲\n4. 乙\n\n1) 丙\n\n- 丁\n\n```sh\ndrafter\n```\n\n用`码`见<http://a.b>"
    ).lines

    assert [(line.text, line.level, line.label) for line in found] == [
        ("题", 1, ""),
        ("小题", 2, ""),
        ("甲", 0, "3."),
        ("乙", 0, "4."),
        ("丙", 0, "1)"),
        ("丁", 0, ""),
        ("drafter", 0, ""),
        ("用码见http://a.b", 0, ""),
    ]
    assert [line.literal for line in found[-2:]] == [((0, 7),), ((1, 2), (3, 13))]


def test_tables_are_cells() -> None:
    found = markdown("| 项目 | 数\\|量 |\n|---|---|\n| 观众 | **4.5**万 |\n\n甲\n\n|丙|\n|-|\n|丁|").lines

    assert [(line.text, line.cell) for line in found] == [
        ("项目", (1, 1, 1)),
        ("数|量", (1, 1, 2)),
        ("观众", (1, 2, 1)),
        ("4.5万", (1, 2, 2)),
        ("甲", None),
        ("丙", (2, 1, 1)),
        ("丁", (2, 2, 1)),
    ]


def test_a_heading_below_a_table_stands_in_its_own_line() -> None:
    found = markdown("| 项目 | 传承人数 |\n| --- | --- |\n| 市级 | 162 |\n\n## 问题\n\n正文").lines

    assert [(line.text, line.marks[0].line, line.marks[0].column) for line in found[-2:]] == [
        ("问题", 5, 4),
        ("正文", 7, 1),
    ]


def test_bold_is_a_whole_paragraph() -> None:
    assert [line.bold for line in markdown("**甲**\n\n**甲**乙\n\n乙").lines] == [True, False, False]


def test_every_character_knows_its_place() -> None:
    manuscript = markdown(
        "---\ntitle: 甲\n---\n# 甲 *甲* 甲 ##\n\n甲 **甲** [甲](甲.md '甲') 甲`甲`甲![甲](甲)甲\n甲  \n甲A\nB\n\n"
        "> - 甲\n>   甲\n\n1. 甲\n   1. 甲 甲\n\n| 甲 | 甲\\|甲 | 甲 |\n|--|--|--|\n| 甲 | 甲 | 甲 |\n\n```\n甲\n"
        "```\n\n<p>\n甲</p>\n"
    )

    assert set(strays(manuscript)) == {(" ", "")}
    places = [manuscript.place(line, 0, 1) for line in manuscript.lines]
    assert places == sorted(places, key=lambda place: (place.line, place.column))
    assert len({(place.line, place.column) for place in places}) == len(places)


def test_a_word_behind_a_link_is_not_looked_for_in_its_target() -> None:
    manuscript = markdown("[通知](通知.md '通知')通知")

    assert manuscript.place(manuscript.lines[0], 2, 4).column == 17


marks = one_of(
    "# * ** _ ` ``` > - + 1. | |- [ ]( ) ![ ]: < <b> <!-- --> \\ & &amp; ~ = --- \n \n\n 甲 乙丙 A \t \xa0 　"
)


@given(st.lists(marks))
def test_no_markup_is_too_broken(broken: list[str]) -> None:
    manuscript = markdown("".join(broken))

    for line in manuscript.lines:
        assert "\n" not in line.text
        for index in range(len(line.text)):
            manuscript.place(line, index, index + 1)


@given(st.lists(st.text(st.sampled_from("甲乙丙，。、“”（）1a"), min_size=1).map(lambda text: "文" + text), min_size=1))
def test_any_prose_comes_back(paragraphs: list[str]) -> None:
    manuscript = markdown("\n\n".join(paragraphs))

    assert texts(manuscript) == paragraphs
    assert not list(strays(manuscript))


@pytest.mark.parametrize("unit", ["[", "*a_", "> ", "|a", "<b>", "a](", "|a|\n|-|\n", "甲\n", "`"])
def test_no_file_takes_long(unit: str) -> None:
    begun = time.process_time()
    markdown(unit * 4_000)

    assert time.process_time() - begun < 2
