"""What the outline of an old document looks like, and that it says what the document said."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings

from drafter.outline.load import loads
from drafter.papers.printed import printed
from drafter.problems import Severity
from drafter.recover.expected import bare, expected
from drafter.recover.model import Dropped, FoundFact, Old, Part, Reference
from drafter.recover.proof import prove
from drafter.recover.verify import verify
from drafter.recover.write import write, written

from .made_up import documents, old

HEAD = "drafter: 1\npaper: verbatim\n"


def heading(label: str, text: str, level: int = 1, number: int = 1, style: str = "chapter", **more: object) -> Part:
    return Part(text, 1, "heading", level, label, style, number, **more)  # type: ignore[arg-type]


def point(label: str, text: str, number: int = 1, style: str = "shi", level: int = 2, runs_in: bool = True) -> Part:
    return Part(text, 1, "point", level, label, style, number, runs_in)


def text(words: str, level: int = 0, runs_in: bool = False, role: str = "") -> Part:
    return Part(words, 1, "text", level, runs_in=runs_in, role=role)


def outline(*parts: Part) -> str:
    made = write(old(*parts), "en")
    assert made.startswith(HEAD), made
    assert [bare(line) for line in printed(made)] == [
        each.text for each in expected(old(*parts), written(old(*parts)).labels)
    ]
    return made.removeprefix(HEAD)


def test_an_annual_report_reads_as_if_somebody_had_written_it() -> None:
    parts = [
        Part("城市博物馆2025年工作总结", 1, "title"),
        Part("与2026年工作计划", 2, "title"),
        Part("（2026年2月8日）", 3, "subtitle"),
        Part("各位领导：", 4, "salutation"),
        text("过去一年，各项工作有序推进。", role="opening"),
        heading("一、", "工作完成情况", role="achievements"),
        heading("（一）", "展览常办常新", 2, style="paren"),
        point("一是", "办好大展。", level=3, runs_in=False),
        text("引进展览两个。", 3, runs_in=True),
        point("二是", "办活小展。", 2, level=3),
        text("存在不足，主要表现在两个方面：", 2),
        point("一是", "自办展览不多；", level=3),
        point("二是", "文创产品偏少。", 2, level=3),
        heading("二、", "明年打算", number=2, role="tasks", sure=False),
        text("继续努力。", 1),
    ]

    assert (
        outline(*parts)
        == """\
title:
  - 城市博物馆2025年工作总结
  - 与2026年工作计划
subtitle: （2026年2月8日）
salutation: 各位领导：

sections:
  - role: opening
    text: 过去一年，各项工作有序推进。

  - role: achievements
    title: 工作完成情况
    points:
      - title: 展览常办常新
        points:
          - numbering: shi
            points:
              - title: 办好大展
                text: 引进展览两个。
              - 办活小展
          - lead: 存在不足，主要表现在两个方面：
            numbering: shi
            points:
              - 自办展览不多
              - 文创产品偏少

  - role: tasks  # role: guessed
    title: 明年打算
    text: 继续努力。
"""
    )


def test_keys_are_in_the_language_that_was_asked_for() -> None:
    made = write(old(heading("一、", "打算", role="tasks", sure=False), text("继续努力。", 1)), "zh")

    assert (
        made == "大纲版本: 1\n文种: 原样\n\n部分:\n  - 作用: 任务  # 作用：推测\n    标题: 打算\n    正文: 继续努力。\n"
    )


def test_headings_of_different_forms_stand_side_by_side() -> None:
    assert (
        outline(
            heading("（一）", "展览。", style="paren"),
            heading("（二）", "服务。", 1, 2, "paren"),
            text("观众说好。", 1, runs_in=True),
            text("另起一段。", 1),
        )
        == """\

numbering: paren
form: lead-in
sections:
  - 展览
  - title: 服务
    text: |
      观众说好。
      另起一段。
"""
    )
    assert (
        outline(heading("一、", "展览"), heading("二、", "服务。", 1, 2), text("好。", 1, runs_in=True))
        == """\

sections:
  - 展览
  - numbering: chapter
    form: lead-in
    start: 2
    points:
      - title: 服务
        text: 好。
"""
    )


def test_numbers_that_go_on_from_somewhere_go_on() -> None:
    assert outline(heading("三、", "展览", number=3), heading("四、", "服务", number=4)).startswith("\nstart: 3\n")


def test_a_table_stands_where_it_stood() -> None:
    table = Part("", 1, "table", 1, rows=(("项目", "数"), ("展览", "九")), header=True)

    assert (
        outline(heading("一、", "展览"), text("见表：", 1), table, text("以上。", 1))
        == """\

sections:
  - title: 展览
    text: 见表：
    points:
      - table:
          header: [项目, 数]
          rows:
            - [展览, 九]
    tail: 以上。
"""
    )


def test_two_enumerations_in_one_paragraph_stay_in_it() -> None:
    made = outline(
        text("一年来，"),
        point("一是", "办展；", level=1),
        point("二是", "讲解。", 2, level=1),
        text("明年，", runs_in=True),
        point("一要", "创新；", style="yao", level=1),
        point("二要", "务实。", 2, "yao", level=1),
    )

    assert printed(HEAD + made) == ["一年来，一是办展；二是讲解。明年，一要创新；二要务实。"]


def test_what_closes_a_paper_closes_it_again() -> None:
    made = outline(
        text("好。"),
        Part("附件：1.计划表", 1, "attachment-note"),
        Part("2.名单", 1, "attachment-note"),
        Part("城市博物馆", 1, "signature"),
        Part("2026年2月8日", 1, "date"),
        Part("（撰稿：刘某　审核：李某）", 1, "credits"),
    )

    assert (
        made
        == """\
date: 2026-02-08

sections:
  - text: 好。

attachments:
  - 计划表
  - 名单
signature:
  by: [城市博物馆]
credits:
  撰稿: 刘某
  审核: 李某
"""
    )


ATTACHED = (
    text("好。"),
    Part("附件：1.名单", 1, "attachment-note"),
    Part("2.计划表", 1, "attachment-note"),
    Part("城市博物馆", 1, "signature"),
    Part("2026年2月8日", 1, "date"),
)
TABLE = Part("", 1, "table", rows=(("展览", "时间"), ("瓷器展", "3月")), header=True)


def test_an_attachment_has_the_table_that_stands_below_its_number_and_title() -> None:
    made = outline(*ATTACHED, Part("附件2 计划表", 1, "attachment", level=1), TABLE)

    assert "attachments:\n  - 名单\n  - title: 计划表\n    table:\n      header: [展览, 时间]\n" in made
    assert printed(HEAD + made)[-4:] == ["附件2", "计划表", "展览\t时间", "瓷器展\t3月"]


@pytest.mark.parametrize("heading", ["附件3 计划表", "附件1 计划表", "附件 计划表", "附件2 分工表"])
def test_an_attachment_that_the_note_does_not_name_so_is_text(heading: str) -> None:
    assert "attachments:" not in outline(*ATTACHED, Part(heading, 1, "attachment", level=1), TABLE)


def test_a_signature_that_would_not_be_printed_as_it_stood_is_a_paragraph() -> None:
    assert "signature" not in outline(
        text("好。"), Part("城市博物馆", 1, "signature"), Part("二〇二六年二月", 1, "date")
    )


def test_facts_stand_on_a_line_each_and_are_referred_to() -> None:
    part = Part("全年接待游客4.5万人次。", 3, references=(Reference(6, 12, "接待游客"),))
    fact = FoundFact("接待游客", 3, Decimal(45000), Decimal("39000.0"), "人次", "万", notes=("第3行",))
    share = FoundFact("参与率", 4, Decimal("87.50"), unit="%", rank=False, about="近")
    made = Old(old(part).manuscript, (part,), facts=(fact, share))

    assert (
        write(made, "en").removeprefix(HEAD)
        == """\

facts:
  接待游客: {value: 45000, previous: 39000.0, unit: 人次, show: 万}  # 第3行
  参与率: {value: 87.50, unit: "%", about: 近}  # line 4

sections:
  - text: 全年接待游客{{ 接待游客 }}。
"""
    )


def test_fields_stand_in_their_maps() -> None:
    fields = {
        "/organization/name": "城市博物馆",
        "/meeting/speaker/name": "李某",
        "/meeting/speaker/post": "馆长",
        "/meeting/date": datetime.date(2026, 2, 8),
        "/organization/led_by": ("市委、市政府", "市文旅局"),
        "/year": 2025,
        "/signature/by": ["不在这里"],
    }
    made = Old(old(text("好。")).manuscript, (text("好。"),), kind="annual-report", kind_sure=False, fields=fields)

    assert (
        write(made, "en")
        == """\
drafter: 1
kind: annual-report  # kind: guessed
paper: verbatim
year: 2025

organization:
  name: 城市博物馆
  led_by: [市委、市政府, 市文旅局]

meeting:
  speaker: {name: 李某, post: 馆长}
  date: 2026-02-08

sections:
  - text: 好。
"""
    )


def test_what_was_dropped_is_kept_as_comments_where_it_stood() -> None:
    parts = (Part("好。", 2), Part("打算", 4, "heading", 1, "一、", "chapter", 1), Part("继续。", 5, level=1))
    dropped = (
        Dropped("首页 > 新闻", 1, "recover.site-chrome"),
        Dropped("图为会场\v摄影", 3, "recover.caption"),
        Dropped("责任编辑", 9, "recover.site-chrome"),
    )
    made = Old(old(*parts).manuscript, parts, dropped=dropped)

    lines = write(made, "zh", keep_all=True).splitlines()
    assert [line for line in lines if "#" in line] == [
        "# 略去（网页上的导航、按钮、计数等，不是正文）：首页 > 新闻",
        "  # 略去（图片说明）：图为会场",
        "  # 摄影",
        "# 略去（网页上的导航、按钮、计数等，不是正文）：责任编辑",
    ]
    assert "#" not in write(made)


def test_a_long_text_stands_a_sentence_a_line() -> None:
    first, second = "全年" + "办展" * 30 + "。", "观众说好。"

    assert f"text: >-\n      {first}\n      {second}\n" in outline(text(first + second))


@pytest.mark.parametrize(
    "words", ["标题：好", "a: b", "甲 # 乙", "null", "{{ year }}", "｛｛", "- 甲", "{", "1.5", "甲\v乙"]
)
def test_whatever_means_something_in_an_outline_is_text(words: str) -> None:
    for made in (text(words), heading("一、", words), point("一是", words + "。", runs_in=False)):
        outline(made, text("好。", made.level))


def test_braces_that_meet_are_no_reference() -> None:
    assert outline(text("甲{"), text("{ year }}乙", runs_in=True)).endswith("text: 甲{{ '{{' }} year }}乙\n")


def test_a_mark_is_left_out_only_where_the_program_puts_it_back() -> None:
    made = outline(heading("一、", "工作"), point("一是", "办展……。", runs_in=False), point("二是", "讲解！", 2))

    assert printed(HEAD + made) == ["一、工作", "一是办展……。二是讲解！"]


def test_a_title_that_looks_like_a_key_is_a_title() -> None:
    made = outline(heading("一、", "标题：好"), heading("二、", "作用：大", number=2))

    assert made.endswith('  - "标题：好"\n  - "作用：大"\n')


def test_a_paragraph_behind_points_that_run_on_stands_behind_them() -> None:
    points = point("一是", "办展；", runs_in=False), point("二是", "讲解。", 2)

    assert outline(heading("一、", "工作"), *points, text("以上。", 2)).endswith("    tail: 以上。\n")


@pytest.mark.parametrize(
    "signed",
    [
        (Part("城市博物馆", 1, "signature"), Part("2026年2月8日", 1, "date", label="1.")),
        (Part("城市博物馆", 1, "signature"), Part("2026-02-08", 1, "date")),
        (Part("2026年2月8日", 1, "date"), Part("城市博物馆", 1, "signature")),
        (Part("撰稿：刘某", 1, "credits"),),
        (Part("附件：计划表", 1, "attachment-note"), Part("名单", 1, "attachment-note")),
    ],
)
def test_what_would_not_close_a_paper_as_it_stood_is_text(signed: tuple[Part, ...]) -> None:
    made = outline(text("好。"), *signed)

    assert not {"signature", "credits", "attachments"} & {line.partition(":")[0] for line in made.splitlines()}


@settings(max_examples=150)
@given(documents())
def test_any_document_loads_and_comes_back_paragraph_by_paragraph(made: Old) -> None:
    found = verify(made, printed, "zh", keep_all=True)

    problems = loads(found.outline.text.encode("utf-8", "replace"), "").problems
    assert [each for each in problems if each.severity == Severity.ERROR] == []
    assert [bare(line) for line in found.printed] == [each.text for each in expected(found.old, found.outline.labels)]
    assert prove(found.old, found.outline.labels, found.printed).holds
