"""Outlines for tests, written as a writer would: YAML in, what the program makes of it out."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from drafter.outline.load import Loaded, loads
from drafter.outline.narrow import narrow

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from drafter.outline.text import Text

HEAD = """\
drafter: 1
kind: annual-report
year: 2025
date: 2026-02-08
organization: {name: 城市博物馆, self: 我馆, founded: 1959}
"""
FACTS = """\
facts:
  接待游客: {value: 45120, previous: 39080, unit: 人次, show: 万, target: 50000, source: 开放部, as_of: 2025-12-31}
  收集意见: {value: 80, unit: 条, about: 多}
  参与率: {value: 90, previous: 87.7, unit: "%"}
  热搜排名: {value: 76, previous: 82, unit: 位, rank: true}
  安全事故: {value: 0, unit: 起}
  讲解员: {unit: 名, source: 社教部}
  工作制度: {value: 4, unit: 项}
  两个项目: {value: 2, unit: 个}
  PM2.5: {value: 4.50, unit: 微克}
lists:
  三个馆: [未来馆, 幸福馆, 理想馆]
  两个馆: [未来馆, 幸福馆]
"""


def loaded(body: str, head: str = HEAD) -> Loaded:
    """The outline of ``head`` and ``body``."""
    return loads((head + dedent(body)).encode(), "总结.yaml")


def outline_of(body: str, head: str = HEAD) -> Outline:
    """The outline of ``head`` and ``body``, in which nothing may be wrong."""
    result = loaded(body, head)
    assert result.outline is not None
    assert result.problems == ()
    return result.outline


def with_text(words: str) -> str:
    """An outline's body with facts and lists, and ``words`` as the only text of its only section."""
    return FACTS + "sections:\n- title: 工作\n  text: |\n" + indent(words, "    ") + "\n"


def printed(words: str, paper: str = "report") -> Text:
    """What ``words`` print as in a paper, beside FACTS."""
    return narrow(outline_of(with_text(words)), paper).sections[0].text[0]


def complaints(words: str) -> list[tuple[str, str]]:
    """What is wrong with ``words`` beside FACTS: the message, and the characters the caret stands under."""
    problems = loaded(with_text(words)).problems
    places = (problem.place for problem in problems)
    under = (place.source[place.column - 1 : place.end_column - 1] for place in places)
    return [(problem.id, words) for problem, words in zip(problems, under, strict=True)]
