"""Edits of an outline's text change what they are asked to, and nothing else."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.outline.edits import fill, translate_keys
from drafter.outline.load import loads

REPOSITORY = Path(__file__).parents[2]
FILES = [Path(__file__).parent / "format.yaml", *sorted((REPOSITORY / "outlines").rglob("*.yaml"))]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line[2:] for line in lines if line.startswith("+ ")]


def without_comments(text: str) -> str:
    return re.sub(r"(?m)^ *#.*$|  #.*$", "", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_there_and_back_again_only_comments_have_changed(path: Path) -> None:
    text = path.read_text("utf-8")

    assert without_comments(translate_keys(translate_keys(text, "zh"), "en")) == without_comments(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_translated_outline_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    translated = translate_keys(text, "zh")
    before, after = loads(text.encode(), "f"), loads(translated.encode(), "f")

    assert after.problems == ()
    assert before.outline
    assert after.outline
    assert after.outline.facts == before.outline.facts
    assert after.outline.meeting.speaker == before.outline.meeting.speaker
    assert after.outline.year == before.outline.year
    assert set(before.outline.places.spots) == set(after.outline.places.spots)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_chinese_outline_has_no_english_key_left(path: Path) -> None:
    translated = without_comments(translate_keys(path.read_text("utf-8"), "zh"))

    assert re.findall(r"(?m)^\s*(?:- )*[a-z_]+:|[{,] ?[a-z_]+:|\{\{ [a-z]", translated) == []


def test_keys_words_and_references_are_translated_where_they_are_that() -> None:
    text = """\
kind: annual-report   # the kind
title: {report: "{{ organization.name }}{{year}}年", other: 甲}
facts:
  title: {value: 3, unit: 个, once: true, as_of: 2025-12-31}  # title
sections:
  - role: 'problems'
    title: problems
    numbering: "shi"
    text: title有{{ title }}，{{ title.previous }}，{{ points | count }}，{{ meeting.speaker.call }}。
    papers: [report, news, mine]
"""

    assert (
        translate_keys(text, "zh")
        == """\
类型: 年度总结   # the kind
标题: {工作报告: "{{ 单位.名称 }}{{年度}}年", 其他: 甲}
数据:
  title: {数值: 3, 单位: 个, 一次性: 是, 截至: 2025-12-31}  # title
部分:
  - 作用: '问题'
    标题: problems
    编号: "一是"
    正文: title有{{ title }}，{{ title.上年 }}，{{ 要点 | 个数 }}，{{ 会议.讲话人.称呼 }}。
    文种: [工作报告, 新闻稿, mine]
"""
    )


def test_a_chinese_comment_speaks_of_the_chinese_keys() -> None:
    text = "# 数写在 facts 里，如 value: 3；{{ year | spoken }} 印出今年\n"
    text += "facts:\n  # see facts\n  甲: {value: 3} # 见 source\n"

    assert translate_keys(text, "zh") == (
        "# 数写在“数据”里，如数值: 3；{{ 年度 | 口语 }} 印出今年\n数据:\n  # see facts\n  甲: {数值: 3} # 见“来源”\n"
    )


def test_what_looks_like_a_comment_in_a_text_is_not_one() -> None:
    text = 'sections:\n  - text: |\n      第一段\n      # 见 facts\n  - text: "# 见 facts"\n'

    assert "# 见 facts" in translate_keys(text, "zh").split("\n")[3]
    assert translate_keys(text, "zh").count("# 见 facts") == 2


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "- a\n", "title: *a\n", "[" * 200, "a: &a [*a]\nsections: *a\n"])
def test_what_is_no_outline_comes_back(text: str) -> None:
    assert translate_keys(text, "zh").replace("部分", "sections") == text


STARTER = """\
# 开头
drafter: 1

organization:
  # 全称
  name:
  led_by: []   # 次序
  guided_by:
    - 省文物局
    # 末尾的注释
meeting:
  date:
  speaker: {name: , post: }
  host: {}
campaign:

sections: []
"""


@pytest.mark.parametrize(
    ("pointer", "content", "line"),
    [
        ("/organization/name", "城市博物馆", "  name: 城市博物馆"),
        ("/organization/led_by", ["市委、市政府", "市文旅局"], "  led_by: [市委、市政府, 市文旅局]   # 次序"),
        ("/organization/led_by", ["市委, 市政府"], '  led_by: ["市委, 市政府"]   # 次序'),
        ("/organization/abbr", "城博", "  abbr: 城博"),
        ("/meeting/date", "2026-02-08", "  date: 2026-02-08"),
        ("/meeting/speaker/name", "李某", "  speaker: {name: 李某, post: }"),
        ("/meeting/speaker/call", "李某馆长", "  speaker: {call: 李某馆长, name: , post: }"),
        ("/meeting/host/name", "张某", "  host: {name: 张某}"),
        ("/campaign/name", "活动", "  name: 活动"),
        ("/year", "2025", "year: 2025"),
        ("/signature/by", ["城市博物馆"], "signature: {by: [城市博物馆]}"),
        ("/organization/name", "一: 二 # 三", '  name: "一: 二 # 三"'),
        ("/organization/name", '“十四五”"馆"', '  name: “十四五”"馆"'),
        ("/organization/name", '"馆"', "  name: '\"馆\"'"),
        ("/organization/name", "{{ year }}", '  name: "{{ year }}"'),
    ],
)
def test_a_field_is_filled_in_and_the_rest_stays(pointer: str, content: str | list[str], line: str) -> None:
    filled = fill(STARTER, {pointer: content})

    assert changed_lines(STARTER, filled) == [line]
    assert loads(filled.encode(), "f").problems == ()


def test_a_list_over_several_lines_gives_way_but_not_the_comment_behind_it() -> None:
    filled = fill(STARTER, {"/organization/guided_by": ["甲", "乙"]})

    assert loads(filled.encode(), "f").outline.organization.guided_by == ("甲", "乙")  # type: ignore[union-attr]
    assert "# 末尾的注释" in filled


def test_several_fields_are_filled_in_at_once() -> None:
    outline = loads(
        fill(STARTER, {"/organization/name": "馆", "/year": "2025", "/meeting/name": "会"}).encode(), ""
    ).outline

    assert outline
    assert (outline.organization.name, outline.year, outline.meeting.name) == ("馆", 2025, "会")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=30)
)
@example("null")
@example("~")
@example("- 一")
@example("'")
@example("a\\b")
@example("yes")
def test_any_words_come_back_as_they_were_filled_in(words: str) -> None:
    filled = fill(STARTER, {"/meeting/speaker/name": words, "/organization/led_by": [words, words]})
    outline = loads(filled.encode(), "f").outline

    assert outline
    if words.strip():
        assert outline.meeting.speaker.name == words
        assert outline.organization.led_by == (words, words)
    assert msgspec.structs.asdict(outline.meeting)["host"].name.label == "主持人姓名"
