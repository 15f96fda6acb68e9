"""Figures and their growth."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.language.quantities import SCALES, Quantity, against, completion, growth, parse, show
from drafter.language.words import words

FIGURES = st.decimals(min_value=0, max_value=10**12, places=2)
COUNTS = st.integers(min_value=0, max_value=10**9).map(Decimal)


@pytest.mark.parametrize(
    ("value", "unit", "scale", "about", "shown"),
    [
        ("45120", "人次", "万", "", "4.5万人次"),
        ("45500", "人次", "万", "", "4.6万人次"),
        ("40000", "人次", "万", "", "4万人次"),
        ("9600", "人次", "万", "", "9600人次"),
        ("1250000000", "元", "亿", "", "12.5亿元"),
        ("4.50", "万元", "", "", "4.50万元"),
        ("1E+3", "人", "", "", "1000人"),
        ("80", "条", "", "多", "80多条"),
        ("1100", "人", "", "约", "约1100人"),
        ("1100", "人", "", "近", "近1100人"),
        ("90", "%", "", "以上", "90%以上"),
        ("80", "分", "", "以上", "80分以上"),
        ("400", "件", "", "余", "400余件"),
        ("45123", "人次", "万", "余", "4.5万余人次"),
        ("23600", "人次", "万", "余", "2.3万余人次"),
        ("23600", "人次", "万", "多", "2.3万多人次"),
        ("23600", "人次", "万", "以上", "2.3万人次以上"),
        ("23600", "人次", "万", "约", "约2.4万人次"),
        ("23400", "人次", "万", "约", "约2.3万人次"),
        ("23400", "人次", "万", "近", "近2.4万人次"),
        ("64", "场", "", "余", "64余场"),
        ("1105", "人", "", "余", "1105余人"),
        ("45", "万元", "", "余", "45万余元"),
        ("40", "万元", "", "余", "40余万元"),
        ("15", "个小时", "", "多", "15个多小时"),
        ("3", "年", "", "多", "3年多"),
        ("3", "个月", "", "多", "3个多月"),
        ("30", "个月", "", "多", "30多个月"),
        ("0", "起", "", "", "0起"),
    ],
)
def test_figures_are_shown(value: str, unit: str, scale: str, about: str, shown: str) -> None:
    assert show(Decimal(value), unit, scale, about) == shown


@given(
    COUNTS,
    st.sampled_from(sorted(set(words("units")))),
    st.sampled_from(list(SCALES)),
    st.sampled_from(["", "约", "近", "多", "余", "以上"]),
)
def test_a_shown_figure_is_read(value: Decimal, unit: str, scale: str, about: str) -> None:
    shown = show(value, unit, scale, about)
    found = parse(shown)
    assert found is not None
    assert (found.unit, found.about, found.length) == (unit, about, len(shown))
    tenth = Decimal(SCALES[found.scale]) / 10
    off = {"近": (0, tenth), "多": (-tenth, 0), "余": (-tenth, 0), "以上": (-tenth, 0)}
    least, most = off.get(about, (-tenth / 2, tenth / 2))
    assert least <= found.value - value <= most


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4.56万元用于", Quantity(Decimal("4.56"), "元", "万", "", 6)),
        ("1,234人", Quantity(Decimal(1234), "人", "", "", 6)),
        ("5个多功能厅", Quantity(Decimal(5), "个", "", "", 2)),
        ("3年多来", Quantity(Decimal(3), "年", "", "多", 3)),
        ("23场次", Quantity(Decimal(23), "场次", "", "", 4)),
    ],
)
def test_figures_are_read_out_of_running_text(text: str, found: Quantity) -> None:
    assert parse(text) == found


@pytest.mark.parametrize("text", ["", "多条", "几十人", "1,2345人", "2026.2.8", "约"])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("value", "previous", "unit", "rank", "change"),
    [
        ("45120", "39080", "人次", False, "增长15.5%"),
        ("12", "10", "个", False, "增长20%"),
        ("40", "50", "起", False, "下降20%"),
        ("2005", "2000", "件", False, "增长0.3%"),
        ("90", "87.7", "%", False, "提高2.3个百分点"),
        ("85.0", "88.0", "%", False, "下降3个百分点"),
        ("76", "82", "位", True, "上升6位"),
        ("82", "76", "位", True, "下降6位"),
        ("3", "0", "起", False, "增加3起"),
        ("5", "5.0", "个", False, "持平"),
        ("0", "0", "个", False, "持平"),
        ("0", "5", "起", False, "下降100%"),
        ("1", "10000", "起", False, "减少9999起"),
        ("-5", "10", "万元", False, "减少15万元"),
        ("5", "-10", "万元", False, "增加15万元"),
        ("-5", "-10", "万元", False, "增加5万元"),
        ("100001", "100000", "人", False, "基本持平"),
    ],
)
def test_growth_is_said(value: str, previous: str, unit: str, rank: bool, change: str) -> None:
    assert growth(Decimal(value), Decimal(previous), unit, rank) == change


@given(FIGURES, FIGURES)
def test_a_percentage_is_right_to_its_last_digit_and_no_fall_is_over_100(value: Decimal, previous: Decimal) -> None:
    change = growth(value, previous, "件")
    assume(change.endswith("%"))
    said = Decimal(change[2:-1]) * (1 if change.startswith("增长") else -1)
    exact = (value / previous - 1) * 100
    assert said == exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert said != 0
    assert said > -100 or value == 0


@given(FIGURES, FIGURES)
def test_points_and_ranks_are_exact(value: Decimal, previous: Decimal) -> None:
    assume(value != previous)
    points, places = growth(value, previous, "%"), growth(value, previous, "位", rank=True)
    assert Decimal(points[2:-4]) == Decimal(places[2:-1]) == abs(value - previous)
    assert (points[:2] == "提高") == (places[:2] == "下降") == (value > previous)


def test_the_base_takes_its_own_preposition() -> None:
    assert against("上年", "增长15.5%") == "比上年增长15.5%"
    assert against("上年", "持平") == "与上年持平"
    assert against("上年", "基本持平") == "与上年基本持平"


@pytest.mark.parametrize(
    ("value", "target", "said"),
    [
        ("45120", "50000", "完成年度目标的90.2%"),
        ("45000", "50000", "完成年度目标的90%"),
        ("49999", "50000", "完成年度目标的99.9%"),
        ("50000", "50000", "完成年度目标的100%"),
        ("56000", "50000", "完成年度目标的112%"),
        ("0", "0", "年度目标为0"),
    ],
)
def test_completion_is_said(value: str, target: str, said: str) -> None:
    assert completion(Decimal(value), Decimal(target)) == said


@given(FIGURES, FIGURES.filter(bool))
def test_a_target_is_never_claimed_before_it_is_reached(value: Decimal, target: Decimal) -> None:
    share = Decimal(completion(value, target).removeprefix("完成年度目标的").removesuffix("%"))
    assert (share >= 100) == (value >= target)
