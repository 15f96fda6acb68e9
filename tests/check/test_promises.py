"""What checking promises of any text, whatever rules there are."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.check.finding import Finding
from drafter.check.rule import Rule, every, rules
from drafter.check.run import TEXT_AREAS, run

from .texts import document, fixed

if TYPE_CHECKING:
    from drafter.problems import Problem

RULES = tuple(rule for rule in every() if rule.area in TEXT_AREAS)
PASSES = 12
"""Fixes that overlap are made one after the other; so many rounds are more than any text needs."""

PIECES = (
    *"，。、；：？！,;:?!()（）“”‘’\"'《》〈〉【】〔〕〝〞 \u3000\t—-–─━－~～…·.%％/*_&@#[]{}<>|",
    *"一二三四五六七八九十百千万亿零〇两年月日号的了是要等第级个次项在和与我",
    *"0123456789０１２３４５",
    *("……", "——", "...", "。。。", "--", "———", "？！", "！！！", "\n", "\v", "\n\n", "  "),
    *(
        "一、",
        "（一）",
        "1.",
        "1、",
        "（1）",
        "1）",
        "①",
        "一是",
        "二是",
        "首先，",
        "其一，",
        "第一，",
        "附件：",
        "摘要：",
        "附件1",
    ),
    *(
        "2026年",
        "2021-2025年",
        "15～30%",
        "3～5万",
        "二〇二六年二月八日",
        "14:30",
        "3:1",
        "1,234",
        "4.5",
        "5.12",
        "2026-02-08",
    ),
    *(
        "http://a.cn/b?c=1",
        "a@b.cn",
        "ISO 9001:2015",
        "GB/T 9704—2012",
        "Hello, world!",
        "APP",
        "总结(终稿).docx",
        "it's",
    ),
    *(
        "各位代表",
        "同志们",
        "今年",
        "去年",
        "增长",
        "其中",
        "分别为",
        "以下简称",
        "四个方面",
        "67周年",
        "万人次",
        "截止",
        "布署",
        "做为",
    ),
    *("中国—东盟", "XX", "某某", "待填", "{{ x }}", "[bookmark: a]", "\ufffd", "\ue000", "\x00", "質(zhì)", "𠀀", "é"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)
KEPT = (
    "https://example.cn/a?b=1,2",
    "https://example.cn/a?b=(1)",
    "总结(终稿).docx",
    "“Hello, world!”",
    "“It's Tom's (new) museum”",
    "a.b@mail.example.cn",
    "14:30",
    "3:1",
    "1,234.5",
    "ISO 9001:2015",
    "GB/T 9704—2012",
    "Let's go, team",
    "v1.5",
    "中国—东盟",
    "甲乙——丙丁",
    "2026-02-08",
)
ENDLESS = (
    *(
        "（",
        "）",
        "、",
        '"',
        "'",
        "一",
        "，",
        "。",
        "—",
        "“",
        "”",
        "《",
        "〞",
        "？",
        "?",
        "(",
        ",",
        "1",
        "A",
        "的",
        "个",
        "年",
        "\n",
    ),
    *(
        "1.",
        "1，",
        "一、",
        "一是",
        "《一",
        "“一",
        "、等",
        "中 ",
        "\v一、",
        "》、《",
        "1万",
        "（一）\n",
        "2021年",
        "其中1",
        "A(",
        "1～",
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@given(text=TEXTS)
@settings(max_examples=60)
def test_no_text_crashes_a_rule_and_what_it_finds_lies_in_one_paragraph(rule: Rule, text: str) -> None:
    view = document(text)

    for found in rule.find(view):
        assert isinstance(found, Finding)
        assert 0 <= found.start <= found.end <= len(text)
        assert "\n" not in text[found.start : found.end]
        assert all(0 <= fix.start <= fix.end <= len(text) for fix in found.fixes)


@given(TEXTS)
@example('"""甲"乙,, 丙……。(1)')
@settings(max_examples=300)
def test_what_is_fixed_needs_no_more_fixing(text: str) -> None:
    mended = mend(text)

    assert not any(problem.edits for problem in found(mended))
    assert mend(mended) == mended


@given(st.lists(st.tuples(TEXTS, st.sampled_from(KEPT)), max_size=6))
@settings(max_examples=200)
def test_what_is_protected_and_a_right_dash_survive(parts: list[tuple[str, str]]) -> None:
    mended = mend("".join(f"{noise}\n今年{kept}明年\n" for noise, kept in parts))

    at = 0
    for _, kept in parts:
        at = mended.index(f"今年{kept}明年", at) + len(kept)


@given(TEXTS)
@settings(max_examples=50)
def test_checking_twice_finds_the_same(text: str) -> None:
    assert found(text) == found(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_time_grows_with_length_only(rule: Rule) -> None:
    """Four times the text may take four times as long; a rule that compares all with all takes sixteen."""
    slow = [unit for unit in ENDLESS if grows_faster(rule, unit) and grows_faster(rule, unit)]

    assert not slow


def grows_faster(rule: Rule, unit: str) -> bool:
    return seconds(rule, unit, 12_000) > 8 * seconds(rule, unit, 3_000) + 0.2


def seconds(rule: Rule, unit: str, length: int) -> float:
    view = document((unit * length)[:length])
    start = time.process_time()
    list(rule.find(view))
    return time.process_time() - start


def found(text: str) -> list[Problem]:
    """What all text rules find; a rule that fails makes the test fail."""
    return run([rule for area in TEXT_AREAS for rule in rules(area)], document(text))


def mend(text: str) -> str:
    """``text`` with all fixes made, over again until there are none."""
    for _ in range(PASSES):
        mended = fixed(text, found(text))
        if mended == text:
            return text
        text = mended
    raise AssertionError(text)
