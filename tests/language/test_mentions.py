"""Figures, changes, growths and totals in running text."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.growths import growths
from drafter.language.mentions import bounds, changes, mentions
from drafter.language.quantities import parse
from drafter.language.wholes import excess, falls_short, wholes

PROSE = st.text("从由增加到长下降比上年同其中分别为共，。、（）年月日万亿多余近约个人次%0123456789.,组成", max_size=60)


@pytest.mark.parametrize(
    ("text", "subject", "number", "scale", "unit", "about"),
    [
        ("年内，我馆共接待游客4.5万人次，", "接待游客", "4.5", "万", "人次", ""),
        ("接待游客达4.5万人次。", "接待游客", "4.5", "万", "人次", ""),
        ("2025年开展讲座80多场", "开展讲座", "80", "", "场", "多"),
        ("城镇新增就业超过23.35万人", "城镇新增就业", "23.35", "万", "人", ""),
        ("全年为企业减税8000多亿元", "为企业减税", "8000", "亿", "元", "多"),
        ("水利在建投资规模达到1.35万亿元", "水利在建投资规模", "1.35", "万亿", "元", ""),
        ("藏品12,345件", "藏品", "12345", "", "件", ""),
    ],
)
def test_a_figure_and_what_it_counts(text: str, subject: str, number: str, scale: str, unit: str, about: str) -> None:
    (found,) = mentions(text)

    quantity = found.quantity
    assert (found.subject, quantity.number, quantity.scale, quantity.unit, quantity.about) == (
        subject,
        Decimal(number),
        scale,
        unit,
        about,
    )
    assert text[found.subject_start :].startswith(subject)


def test_what_stands_around_the_subject_is_kept() -> None:
    first, second = mentions("全年共开馆258天，接待241家单位。")

    assert first.scope == ("全年", "共")
    assert (second.subject, second.object) == ("接待", "单位")


@pytest.mark.parametrize(
    "text",
    ["2026年2月8日", "15%～30%", "1万6千户", "第5届", "G20峰会", "增长15.5%", "比上年减少3起", "2026-02-08", "No.5"],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert list(mentions(text)) == []


def test_changes() -> None:
    risen, fallen, points = changes("比上年增长15.5%，投诉减少3起，满意率同比提高2.3个百分点，新增500亩。")

    assert (risen.base, risen.verb, risen.quantity.number, risen.down) == ("比上年", "增长", Decimal("15.5"), False)
    assert (fallen.base, fallen.verb, fallen.down) == ("", "减少", True)
    assert (points.base, points.quantity.unit) == ("同比", "个百分点")


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [("4.5万人次", 44500, 45500), ("17个", 17, 17), ("80多条", 80, 90), ("近80场", 70, 80), ("15%", 14.5, 15.5)],
)
def test_bounds_are_what_a_rounded_figure_leaves_open(figure: str, low: float, high: float) -> None:
    quantity = parse(figure)

    assert quantity
    assert bounds(quantity) == (Decimal(str(low)), Decimal(str(high)))


@pytest.mark.parametrize(
    "text",
    [
        "接待游客由上年的3.9万人次增加到4.5万人次，增长15.4%",
        "接待游客4.5万人次，比上年的3.9万人次增长15.4%",
        "接待游客4.5万人次（上年3.9万人次），比上年增长15.4%",
    ],
)
def test_a_growth_knows_which_figure_is_the_earlier(text: str) -> None:
    (growth,) = growths(text, list(mentions(text)))

    assert (growth.before.quantity.number, growth.now.quantity.number) == (Decimal("3.9"), Decimal("4.5"))
    assert growth.change.quantity.number == Decimal("15.4")


@pytest.mark.parametrize(
    ("text", "parts", "complete", "verdict"),
    [
        ("共有17个馆，其中一级馆7个，二级馆6个，三级馆4个。", 3, False, (False, False)),
        ("共有藏品57件，分别为一级1件、三级4件、一般51件。", 3, True, (False, True)),
        ("讲解员15人，由专职5人、兼职11人组成。", 2, True, (True, False)),
        ("举办展览5场、讲座12场，共17场。", 2, True, (False, False)),
    ],
)
def test_totals_and_their_parts(text: str, parts: int, complete: bool, verdict: tuple[bool, bool]) -> None:
    (whole,) = wholes(text, list(mentions(text)))

    assert (len(whole.parts), whole.complete) == (parts, complete)
    assert (excess(whole), falls_short(whole)) == verdict


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("任务116个，新建72个，其中建成5个、在建48个、筹备19个；置换44个。", ["5", "48", "19"]),
        ("馆有17个，其中一级馆7个、二级馆6个、三级馆4个，同上一轮的13个相比，多了。", ["7", "6", "4"]),
        ("共有17个馆，其中一级馆7个，包括甲馆；二级馆6个，包括乙馆；三级馆4个。", ["7", "6", "4"]),
    ],
)
def test_what_stands_beside_the_parts_is_none_of_them(text: str, parts: list[str]) -> None:
    (whole,) = wholes(text, list(mentions(text)))

    assert [str(part.quantity.number) for part in whole.parts] == parts


def test_a_total_without_parts_is_none() -> None:
    text = "盘点藏品，共18件。"

    assert list(wholes(text, list(mentions(text)))) == []


@given(PROSE)
def test_any_text_can_be_read(text: str) -> None:
    found = list(mentions(text))

    assert all(0 <= each.subject_start <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    list(growths(text, found))
    list(wholes(text, found))
