"""Figures of old documents become facts, and print again as they stood."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.document.manuscript import Manuscript
from drafter.outline.load import loads
from drafter.outline.narrow import narrow
from drafter.recover import facts
from drafter.recover.model import FoundFact, Old, Part, Reference
from tests.timing import seconds

if TYPE_CHECKING:
    from drafter.recover.facts import Which

OLD = Manuscript("旧稿.txt", "txt", (), ())
PROSE = st.text(
    "我馆接待游客讲座比上年同期增长下降持平其中一级二级共有达第位，。、（）年万亿约多余近人次场件起%0123456789.,",
    max_size=80,
)


def found(*texts: str, which: Which = "all") -> Old:
    """What the pass makes of paragraphs."""
    return facts.run(Old(OLD, tuple(Part(text, at + 1) for at, text in enumerate(texts))), which)


def by_name(old: Old) -> dict[str, FoundFact]:
    return {fact.name: fact for fact in old.facts}


def typed(part: Part) -> str:
    """A part with its references as an outline types them."""
    text = part.text
    for each in reversed(part.references):
        text = f"{text[: each.start]}{{{{ {each.name} }}}}{text[each.end :]}"
    return text


def printed(old: Old) -> list[str]:
    """The parts as an outline with these facts prints them."""
    lines = ["drafter: 1", "kind: annual-report", "year: 2025", "facts:"]
    for fact in old.facts:
        fields = {"value": fact.value, "previous": fact.previous, "show": fact.show, "about": fact.about}
        said = [f"{key}: {value}" for key, value in fields.items() if value not in (None, "")]
        said += [f'unit: "{fact.unit}"'] if fact.unit else []
        said += [f"{key}: [{', '.join(names)}]" for key, names in (("sum", fact.sum), ("parts", fact.parts)) if names]
        said += ["rank: true"] if fact.rank else []
        lines.append(f"  {fact.name}: {{{', '.join(said)}}}")
    lines += ["sections:", "- title: 工作", "  text:"] + [f"  - '{typed(part)}'" for part in old.parts]
    loaded = loads(
        "\n".join(lines if old.facts else [line for line in lines if line != "facts:"]).encode(), "新稿.yaml"
    )
    assert loaded.outline, loaded.problems
    assert not [problem for problem in loaded.problems if problem.id.startswith("facts.")]
    return [str(text) for text in narrow(loaded.outline, "report").sections[0].text]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("接待游客4.5万人次。", FoundFact("接待游客", 1, Decimal(45000), None, "人次", "万")),
        ("全馆接待观众连续4年超过90万人次。", FoundFact("接待观众", 1, Decimal(900000), None, "人次", "万")),
        ("接待游客3.64万人次。", FoundFact("接待游客", 1, Decimal("3.64"), None, "万人次")),
        ("专项资金220万元。", FoundFact("专项资金", 1, Decimal(220), None, "万元")),
        ("收集意见建议80多条。", FoundFact("意见建议", 1, Decimal(80), None, "条", about="多")),
        ("约1100人参与了竞赛。", FoundFact("参与竞赛人数", 1, Decimal(1100), None, "人", about="约")),
        ("综合指数排名第76位。", FoundFact("综合指数排名", 1, Decimal(76), None, "位", rank=True)),
        ("网上零售额增长19%。", FoundFact("网上零售额增长", 1, Decimal(19), None, "%")),
    ],
)
def test_a_figure_becomes_a_fact(text: str, fact: FoundFact) -> None:
    (made,) = found(text).facts

    assert replace(made, notes=()) == fact


def test_a_fact_tells_its_line_and_clause() -> None:
    (fact,) = found("工作总结", "天气晴，全年接待游客3000人次，很好。").facts

    assert fact.line == 2
    assert fact.notes == ("第2行：全年接待游客3000人次",)


@pytest.mark.parametrize(
    "text",
    [
        "2025年2月8日召开第3次会议。",
        "贯彻落实“十四五”规划和三会一课制度。",
        "喜迎建馆65周年。",
        "全年无安全事故，发生事故0起。",
        "藏品12,345件。",
        "依据《讲座20场工作方案》第5条执行。",
        "举办“讲座20场”活动。",
        "电话0512-65226989，版本2.0。",
        "展览（5～8场）。",
    ],
)
def test_what_is_no_fact(text: str) -> None:
    old = found(text)

    assert old.facts == ()
    assert old.parts[0].references == ()


def test_the_same_figure_twice_is_one_fact() -> None:
    old = found("全年接待游客4.5万人次。", "接待游客4.5万人次，创历史新高。")

    assert [fact.name for fact in old.facts] == ["接待游客"]
    assert [each.name for part in old.parts for each in part.references] == ["接待游客", "接待游客"]


def test_one_name_with_two_figures_is_told_apart() -> None:
    old = found("推送动态信息298条，点击量3万人次；发布短视频19期，点击量2万人次。")

    assert {"动态信息点击量", "短视频点击量"} <= set(by_name(old))


def test_what_is_planned_is_told_from_what_was_reached() -> None:
    parts = (
        Part("城镇新增就业60万人。", 1),
        Part("2026年工作安排", 2, "heading", 1),
        Part("城镇新增就业70万人。", 3),
    )
    old = facts.run(Old(OLD, parts))

    assert {name: fact.value for name, fact in by_name(old).items()} == {
        "城镇新增就业": Decimal(600000),
        "计划城镇新增就业": Decimal(700000),
    }


def test_parts_that_make_a_total_are_its_sum() -> None:
    old = found("全市共有文化馆17个，其中一级馆7个，二级馆6个，三级馆4个。")
    total = by_name(old)["文化馆"]

    assert (total.value, total.sum) == (None, ("一级馆", "二级馆", "三级馆"))


def test_parts_that_do_not_are_parts() -> None:
    total = by_name(found("全市共有文化馆17个，其中一级馆7个，二级馆6个。"))["文化馆"]

    assert (total.value, total.parts) == (Decimal(17), ("一级馆", "二级馆"))


def test_a_total_told_elsewhere_is_the_sum_of_those_called_alike() -> None:
    old = found("认定一级革命文物1件，三级革命文物4件，一般革命文物52件。", "保护好57件革命文物。")

    assert by_name(old)["革命文物"].sum == ("一级革命文物", "三级革命文物", "一般革命文物")


@pytest.mark.parametrize(
    ("text", "previous", "refers"),
    [
        ("接待游客4.5万人次，比上年增长15.5%。", Decimal(38960), "比上年增长15.5%"),
        ("接待游客4.5万人次，同比增长15.5%。", Decimal(38960), "增长15.5%"),
        ("参与率90%，比上年提高2.3个百分点。", Decimal("87.7"), "比上年提高2.3个百分点"),
        ("举办讲座40场，比上年下降20%。", Decimal(50), "比上年下降20%"),
    ],
)
def test_growth_gives_last_years_figure(text: str, previous: Decimal, refers: str) -> None:
    old = found(text)
    growth = next(each for each in old.parts[0].references if each.name.endswith("| growth"))

    assert old.facts[0].previous == previous
    assert text[growth.start : growth.end] == refers
    assert len(old.facts) == 1


def test_last_years_figure_is_known_where_the_text_tells_it() -> None:
    old = found("社教活动由上年的240场增加到356场。")

    assert (old.facts[0].value, old.facts[0].previous) == (356, 240)
    assert typed(old.parts[0]) == "社教活动由上年的{{ 社教活动 | previous }}增加到{{ 社教活动 }}。"
    assert printed(old) == ["社教活动由上年的240场增加到356场。"]


@pytest.mark.parametrize("text", ["举办讲座5场，比上年增长15%。", "接待游客4.5万人次，比2019年增长15.5%。"])
def test_growth_that_no_figure_gives_exactly_has_no_previous(text: str) -> None:
    assert all(fact.previous is None for fact in found(text).facts)


def test_key_facts_repeat_or_are_measured() -> None:
    texts = (
        "接待游客400人次，比上年增长25%。",
        "工业产值300亿元、增长7%。",
        "举办讲座12场。",
        "整理藏品9件。",
        "整理藏品9件。",
    )

    assert set(by_name(found(*texts, which="key"))) == {"接待游客", "工业产值", "工业产值增长", "整理藏品"}
    assert found(*texts, which="none").facts == ()


def test_references_that_stand_already_are_left_alone() -> None:
    part = Part("接待游客400人次。", 1, references=(Reference(4, 7, "别的"),))
    old = facts.run(Old(OLD, (part,)))

    assert old.parts[0].references == part.references


def test_the_papers_years_are_references_in_titles_only() -> None:
    parts = (
        Part("城市博物馆2025年工作总结与2026年工作计划", 1, "title"),
        Part("2025年，全馆努力工作。", 2),
        Part("2026年工作计划", 3, "heading", 1),
        Part("2019年以来的工作", 4, "heading", 1),
    )
    old = facts.run(Old(OLD, parts, fields={"/year": 2025}))

    assert [typed(part) for part in old.parts] == [
        "城市博物馆{{ year }}年工作总结与{{ next_year }}年工作计划",
        "2025年，全馆努力工作。",
        "{{ next_year }}年工作计划",
        "2019年以来的工作",
    ]


def test_the_papers_day_is_a_reference_below_the_title_only() -> None:
    parts = (
        Part("（2026年2月8日）", 2, "date"),
        Part("2026年2月8日，召开会议。", 3),
        Part("（2025年12月1日）", 4, "subtitle"),
    )
    old = facts.run(Old(OLD, parts, fields={"/date": "2026-02-08"}))

    assert [typed(part) for part in old.parts] == ["（{{ date }}）", "2026年2月8日，召开会议。", "（2025年12月1日）"]


NUMBERS = st.one_of(
    st.integers(0, 99999).map(str),
    st.decimals(0, 9999, places=3).map(lambda number: f"{number.normalize():f}"),
    st.sampled_from(["4.50", "1,234", "007", "0", "0.00", "１２"]),
)
CLAUSES = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(
        ["接待游客", "举办讲座", "参与率达", "发生事故", "共有馆舍", "其中一级馆", "排名第", "由上年的", "点击量"]
    ),
    st.sampled_from(["", "约", "近"]),
    NUMBERS,
    st.sampled_from(["", "万", "亿", "万亿", "多", "余", "万多"]),
    st.sampled_from(["人次", "场", "%", "起", "位", "万元", "个多月", "元以上", "条意见", "的"]),
    st.sampled_from(
        ["，", "。", "、", "，比上年增长15.5%。", "，同比下降4.0%，", "，与上年持平。", "增加到", "（上年3件），"]
    ),
)


@settings(max_examples=300)
@example("接待游客0人次，接待游客0.00人次，")
@example(
    "接待游客0人次，接待游客0%，接待游客0.001人次，同比下降4.0%，接待游客约100.001万人次（上年3件），由上年的100万人次，同比下降4.0%，"
)
@given(st.lists(CLAUSES, min_size=1, max_size=6).map("".join))
def test_any_figures_print_again_as_they_stood(text: str) -> None:
    assert printed(found(text)) == [text]


@settings(max_examples=100)
@given(st.lists(PROSE, min_size=1, max_size=3))
def test_any_text_prints_again_as_it_stood(texts: list[str]) -> None:
    texts = [f"甲{text}乙" for text in texts]

    assert printed(found(*texts)) == texts


def test_many_figures_take_linear_time() -> None:
    texts = [f"接待游客{number}人次，举办讲座{number}场，点击量{number}万人次。" for number in range(3, 1003)]

    assert seconds(lambda: found(*texts)) < 40 * seconds(lambda: found(*texts[:100]))
