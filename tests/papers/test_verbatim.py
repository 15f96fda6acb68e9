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
