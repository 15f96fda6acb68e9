"""What the rules of numbering promise of any text: they read it, and what they mended stays mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from drafter.check.rule import rules
from drafter.check.run import run
from tests.timing import seconds

from .texts import document, fixed

if TYPE_CHECKING:
    from drafter.problems import Problem

LABELS = (
    "一、",
    "（一）",
    "(二)",
    "1、",
    "２．",
    "一.",
    "第一、",
    "首先",
    "其次，",
    "一是",
    "二是，",
    "3要",
    "①",
    "（",
    "）",
)
WORDS = (
    "甲",
    "四个方面",
    "工作",
    "坚持",
    "目录",
    "。",
    "；",
    "：",
    "，",
    "、",
    ".",
    ",",
    "\n",
    " ",
    "“",
    "”",
    "2026年",
)
TEXT = st.lists(st.sampled_from(LABELS + WORDS), max_size=30).map("".join)
PAGE = "一、学习\n（一）集中\n一是读书，二是研讨，四是测试。第一、登记。第二，整理。\n"
PAGE += "二、服务（含讲解）\n1、开放\n2、讲解\n"
LINES = 60


def check(text: str) -> list[Problem]:
    return run(rules("numbering"), document(text))


@given(TEXT)
def test_what_was_mended_needs_no_mending(text: str) -> None:
    once = fixed(text, check(text))

    assert not any(problem.edits for problem in check(once))


def test_cost_grows_with_the_text() -> None:
    short, long = (PAGE * LINES * times for times in (1, 8))

    assert seconds(lambda: check(long)) < 8 * 3 * seconds(lambda: check(short))
