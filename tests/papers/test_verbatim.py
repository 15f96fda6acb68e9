"""The paper that says what the outline says, and nothing besides."""

from __future__ import annotations

from pathlib import Path

from drafter.cli import app
from drafter.document.plain import to_text
from drafter.outline.load import load, loads
from drafter.papers.compose import compose

EXAMPLES = Path(__file__).parents[2] / "outlines/examples"

OUTLINE = """\
drafter: 1
kind: assessment-speech
paper: 原样
title: 在工作推进会上的讲话
subtitle: （2026年2月8日）
salutation: 同志们：
year: 2026
sections:
  - role: opening
    text: 今天召开推进会。
  - role: background
    title: 认清形势
    text: 形势逼人。
  - role: problems
    title: 找准问题
    points:
      - {title: 底数不清, text: 有的馆说不清家底。}
      - {title: 责任不明, text: 有的事没人管。}
  - role: closing
    text: 同志们，让我们一起努力！
"""


def printed(outline: str) -> list[str]:
    made = loads(outline.encode(), "").outline
    assert made
    return to_text(compose(made, made.own_paper, "")).split("\n")


def test_nothing_is_added_and_nothing_left_out() -> None:
    assert [line.strip("　") for line in printed(OUTLINE) if line] == [
        "在工作推进会上的讲话",
        "（2026年2月8日）",
        "同志们：",
        "今天召开推进会。",
        "一、认清形势",
        "形势逼人。",
        "二、找准问题",
        "（一）底数不清",
        "有的馆说不清家底。",
        "（二）责任不明",
        "有的事没人管。",
        "同志们，让我们一起努力！",
    ]


def test_an_outline_says_itself_which_paper_it_is() -> None:
    made = loads(OUTLINE.encode(), "").outline
    other = load(str(EXAMPLES / "assessment-speech.yaml")).outline

    assert made
    assert other
    assert (made.own_paper, other.own_paper) == ("verbatim", "speech")


def test_it_is_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    example = str(EXAMPLES / "annual-report.yaml")

    assert app.run(["render", example, "--paper", "all", "-o", str(tmp_path / "all")]) == 0
    assert app.run(["render", example, "--paper", "原样", "-o", str(tmp_path / "one")]) == 0
    assert (len(list((tmp_path / "all").iterdir())), len(list((tmp_path / "one").iterdir()))) == (4, 1)


def lines(body: str) -> list[str]:
    return [line.strip("　") for line in printed(f"drafter: 1\npaper: verbatim\n{body}") if line]


def test_numbers_go_on_where_they_are_said_to_begin() -> None:
    body = """\
start: 3
form: lead-in
sections:
  - title: 抓展览
    text: 办展九个。
    numbering: shi
    start: 4
    points: [办大展, 办小展]
  - title: 抓服务
    text: 观众说好。
"""

    assert lines(body) == ["三、抓展览。办展九个。四是办大展；五是办小展。", "四、抓服务。观众说好。"]


def test_lists_of_different_forms_stand_in_one_section() -> None:
    body = """\
sections:
  - title: 工作
    points:
      - 展览。
      - {form: lead-in, start: 2, points: [{title: 服务, text: 观众说好。}]}
      - paragraph: 这是一段话。
      - text: 还有：
        numbering: digit
        form: inline
        points: [安全, 经费]
      - table: {header: [项目, 数], rows: [[展览, 九]]}
      - {start: 3, points: [党建]}
    tail: 以上。
"""

    assert lines(body) == [
        "一、工作",
        "（一）展览。",
        "（二）服务。观众说好。",
        "这是一段话。",
        "还有：1.安全；2.经费。",
        "项目\t数",
        "展览\t九",
        "（三）党建",
        "以上。",
    ]


def test_a_heading_may_stand_alone_and_a_title_may_be_missing() -> None:
    assert lines("sections: [展望]") == ["一、展望"]


def test_an_attachment_without_a_table_is_named_only() -> None:
    assert lines("sections: [{text: 好。}]\nattachments: [计划表]") == ["好。", "附件：计划表"]


def test_a_number_to_begin_with_is_a_whole_one() -> None:
    assert [problem.id for problem in loads("start: 一\nsections: [甲]".encode(), "").problems] == ["outline.no-start"]
