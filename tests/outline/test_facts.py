"""Facts: what they print, what they sum up to, and what is told when they do not agree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.outline import sums
from drafter.outline.facts import wanted
from drafter.outline.narrow import narrow
from drafter.outline.text import Gap
from drafter.problems import Severity

from .outlines import complaints, loaded, outline_of, printed

if TYPE_CHECKING:
    from drafter.outline.model import Fact


def total(name: str, facts: dict[str, Fact]) -> Decimal | None:
    """What a fact comes to, summed where it is a sum."""
    return sums.complete(facts)[name].value


@pytest.mark.parametrize(
    ("words", "print_as"),
    [
        ("{{ 接待游客 }}", "4.5万人次"),
        ("{{ 收集意见 }}", "80多条"),
        ("{{ 参与率 }}", "90%"),
        ("{{ 热搜排名 }}", "76位"),
        ("{{ PM2.5 }}", "4.50微克"),
        ("全年{{ 安全事故 }}安全事故", "全年未发生安全事故"),
        ("{{ 安全事故 | value }}起", "0起"),
    ],
)
def test_what_facts_print(words: str, print_as: str) -> None:
    assert printed(words) == print_as


def test_every_printed_figure_knows_its_fact() -> None:
    pieces = printed("接待{{ 接待游客 }}，{{ 接待游客 | growth }}。").pieces

    assert [(piece.text, piece.fact) for piece in pieces] == [
        ("接待", ""),
        ("4.5万人次", "接待游客"),
        ("，", ""),
        ("比上年增长15.5%", "接待游客"),
        ("。", ""),
    ]


@pytest.mark.parametrize("words", ["全年安全事故{{ 安全事故 }}。", "全年共发生{{ 安全事故 }}安全事故。"])
def test_a_sentence_that_does_not_take_a_zero_is_hinted_at(words: str) -> None:
    assert complaints(words) == [("facts.zero-reads-oddly", "{{ 安全事故 }}")]


@pytest.mark.parametrize(
    "words", ["全年{{ 安全事故 }}安全事故。", "{{ 安全事故 }}", "安全事故{{ 安全事故 | value }}起"]
)
def test_a_sentence_that_takes_a_zero_is_left_alone(words: str) -> None:
    assert complaints(words) == []


def test_a_sum_is_worked_out_with_all_its_figures() -> None:
    body = """\
        facts:
          总数: {unit: 件, sum: [一级, 其他]}
          其他: {sum: [二级, 三级], unit: 件}
          一级: {value: 1, previous: 1, unit: 件}
          二级: {value: 4.5, previous: 2, unit: 件}
          三级: {value: 52, previous: 20, unit: 件}
        title: 共{{ 总数 }}，{{ 总数 | growth }}
        """
    outline = outline_of(body)

    assert total("总数", outline.facts) == Decimal("57.5")
    assert narrow(outline, "report").title == ("共57.5件，比上年增长150%",)
    assert narrow(outline, "report").facts["总数"].value == Decimal("57.5")


@given(st.lists(st.decimals(-(10**17), 10**17, places=9), min_size=1, max_size=20))
def test_sums_are_exact(values: list[Decimal]) -> None:
    facts = "".join(f"  f{index}: {{value: {value:f}}}\n" for index, value in enumerate(values))
    outline = outline_of(f"facts:\n{facts}  和: {{sum: [{', '.join(f'f{index}' for index in range(len(values)))}]}}")

    assert total("和", outline.facts) == sum(int(value.scaleb(9)) for value in values) * Decimal("1e-9")


def test_a_sum_that_waits_for_parts_prints_its_own_name_and_says_who_has_them() -> None:
    body = """\
        facts:
          总数: {sum: [甲, 乙]}
          乙: {sum: [丙]}
          甲: {value: 1}
          丙: {unit: 件, source: 保管部}
        title: 共{{ 总数 }}
        """
    outline = outline_of(body)
    [title] = narrow(outline, "report").title

    assert total("总数", outline.facts) is None
    assert title == "共【总数：待填】"
    assert title.pieces[1].gap == Gap("/facts/总数/value", "总数", "保管部")


def test_what_to_ask_for_are_the_parts_of_a_sum_that_nobody_has_filled_in() -> None:
    body = """\
        facts:
          总数: {sum: [甲, 乙, 丁], source: 办公室}
          乙: {sum: [丙, 丁]}
          甲: {value: 1}
          丙: {unit: 件, source: 保管部}
          丁: {previous: 3}
        """
    facts = outline_of(body).facts

    assert wanted("/facts/总数/value", facts) == (Gap("/facts/丙/value", "丙", "保管部"), Gap("/facts/丁/value", "丁"))
    assert [gap.label for gap in wanted("/facts/总数/previous", facts)] == ["甲（上年）", "丙（上年）"]
    assert (
        wanted("/facts/丙/value", facts) == wanted("/meeting/place", facts) == wanted("/facts/总数/unit", facts) == ()
    )


@pytest.mark.parametrize(
    ("facts", "message", "line"),
    [
        ("甲: {value: 5, sum: [乙, 丙]}\n  乙: {value: 1}\n  丙: {value: 3}", "sum-differs", 7),
        ("甲: {value: 3, parts: [乙, 丙]}\n  乙: {value: 1}\n  丙: {value: 3}", "parts-exceed", 7),
        ("乙: {value: 4}\n  甲: {value: 3, parts: [乙, 丁]}\n  丁: {unit: 件}", "parts-exceed", 8),
        ("甲: {sum: [乙]}\n  乙: {sum: [甲]}", "circle", 7),
        ("甲: {sum: [甲]}", "circle", 7),
        ("乙: {value: 1, parts: [甲]}\n  甲: {sum: [乙]}", "circle", 7),
        ("甲: {sum: [乙, 丁]}\n  乙: {value: 1}", "unknown-fact", 7),
        ("甲: {sum: [乙, 乙]}\n  乙: {value: 1}", "twice", 7),
        ("会议: {value: 1}", "reserved-name", 7),
        ("next_year: {value: 1}", "reserved-name", 7),
        ("'甲|乙': {value: 1}", "name-with-marks", 7),
        ("PM2.5: {value: 1}\n  ＰＭ２．５: {value: 2}", "alike", 8),
    ],
)
def test_facts_that_do_not_agree_are_told_used_or_not(facts: str, message: str, line: int) -> None:
    problems = loaded(f"facts:\n  {facts}\n").problems

    assert [(problem.id, problem.place.line) for problem in problems] == [(f"facts.{message}", line)]


def test_a_list_cannot_take_a_name_that_means_something_else() -> None:
    problems = loaded("facts: {甲: {value: 1}}\nlists: {单位: [一], 甲: [二]}").problems

    assert [problem.id for problem in problems] == ["facts.reserved-name", "outline.name-taken"]


def test_a_wrong_part_is_told_with_the_nearest_name() -> None:
    [problem] = loaded("facts: {甲类文物: {value: 1}, 和: {sum: [甲类文保]}}").problems

    assert (problem.args["near"], problem.remedy) == ("甲类文物", "facts.did-you-mean")
    assert problem.edits
    assert (problem.edits[0].old, problem.edits[0].new) == ("甲类文保", "甲类文物")


@pytest.mark.parametrize(
    "facts",
    [
        "甲: {value: 4, sum: [乙, 丙]}\n  乙: {value: 1}\n  丙: {value: 3}",
        "甲: {value: 80, about: 多, sum: [乙]}\n  乙: {value: 83}",
        "甲: {value: 4, parts: [乙, 丙]}\n  乙: {value: 1}\n  丙: {value: 3}",
        "甲: {unit: 件, parts: [乙]}\n  乙: {value: 1}",
        "甲: {value: 5, sum: [乙, 丙]}\n  乙: {value: 1}\n  丙: {unit: 件}",
    ],
)
def test_facts_that_agree_are_left_alone(facts: str) -> None:
    assert loaded(f"facts:\n  {facts}\n").problems == ()


def test_circles_and_endless_doubling_end_in_problems() -> None:
    doubling = "".join(f"  a{i}: {{sum: [a{i + 1}, b{i}]}}\n  b{i}: {{sum: [a{i + 1}]}}\n" for i in range(500))
    chain = "".join(f"  c{i}: {{sum: [c{i + 1}]}}\n" for i in range(5000))
    result = loaded(
        f"facts:\n{doubling}  a500: {{value: 1}}\n{chain}  c5000: {{value: 7}}\ntitle: '{{{{ c0 }}}}{{{{ a0 }}}}'"
    )

    assert {problem.id for problem in result.problems} == {"facts.too-large"}
    assert result.outline is not None
    assert str(narrow(result.outline, "report").title[0]).startswith("7【")


@pytest.mark.parametrize(
    ("fact", "hinted"),
    [
        ("{value: 64, unit: 场, about: 余}", True),
        ("{value: 1105, unit: 人, about: 多}", True),
        ("{value: 4.5, unit: 公斤, about: 多}", True),
        ("{value: 60, unit: 场, about: 余}", False),
        ("{value: 64, unit: 场, about: 近}", False),
        ("{value: 3, unit: 年, about: 多}", False),
        ("{value: 3, unit: 个月, about: 多}", False),
        ("{value: 45, unit: 万元, about: 余}", False),
        ("{value: 45123, unit: 人次, show: 万, about: 余}", False),
        ("{unit: 场, about: 余}", False),
    ],
)
def test_more_than_a_number_that_is_not_round_is_hinted_at(fact: str, hinted: bool) -> None:
    problems = loaded(f"facts:\n  甲: {fact}\n").problems

    assert [(each.id, each.severity) for each in problems] == [("facts.about-not-round", Severity.HINT)] * hinted
    assert all(each.place.source[each.place.column - 1 : each.place.end_column - 1] in "余多" for each in problems)
