"""What figures count, by the noun before or behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import lexicon
from drafter.language.mentions import mentions
from drafter.language.subjects import naming, subject

PROSE = st.text("我馆全年共接待游客开展了讲座的等、，。“”《》（）和占比达到新增多万亿人次家%0123456789", max_size=80)


def names(text: str) -> list[str]:
    """The plain names of a text's figures, "" where there is none."""
    found, seam = [], 0
    for mention in mentions(text):
        called = naming(text, mention, seam)
        found.append(called.name if called else "")
        seam = mention.end
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我馆全年共接待游客4.5万人次。", "接待游客"),
        ("组织开展义务讲解322场次。", "义务讲解"),
        ("举办讲座12场。", "讲座"),
        ("新增上市企业13家。", "新增上市企业"),
        ("接待241家单位、团体参观。", "接待单位"),
        ("共收集到80多条意见建议。", "意见建议"),
        ("推出“端午”“中秋”等14场主题多样的社教活动。", "社教活动"),
        ("14家企业上榜全国百强。", "上榜企业"),
        ("约1100人参与了竞赛。", "参与竞赛人数"),
        ("惠及97.9万户。", "惠及户数"),
        ("全年开馆258天。", "开馆天数"),
        ("参训率达95%。", "参训率"),
        ("线上服务占比超过50%。", "线上服务占比"),
        ("文创收入占全馆收入的比重超过30%。", "文创收入占比"),
        ("为读者降低物流、复印等成本1万元。", "降低成本"),
        ("新增公办小学、幼儿园学位900个。", "新增学位"),
        ("开展“小馆长”培训活动6期。", "小馆长培训活动"),
        ("拨付免费开放专项资金220万元。", "免费开放专项资金"),
        ("报送的415件藏品鉴定定级。", "报送藏品"),
    ],
)
def test_a_figure_is_called_as_a_person_would(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "历时3年完成。",
        "归纳了8个方面。",
        "以8%的速度增长。",
        "跨越3000亿元大关。",
        "建成24小时自助书房。",
        "其中5场。",
        "甲馆、乙馆客流分别达到3万人次、5万人次。",
    ],
)
def test_what_no_noun_names_is_left_unnamed(text: str) -> None:
    assert set(names(text)) == {""}


def test_a_noun_that_says_too_little_is_vague() -> None:
    (mention,) = mentions("总投资45亿元。")
    called = naming("总投资45亿元。", mention)

    assert called
    assert (called.name, called.vague) == ("总投资", True)


def test_what_rose_is_told_by_the_words_before() -> None:
    called = subject("全年网上零售额增长19%", 8 - 1)

    assert called
    assert called.name == "网上零售额"


def test_words_are_parted_by_what_they_are() -> None:
    assert [(word.text, word.kind) for word in lexicon.split("共接待游客")] == [
        ("共", "d"),
        ("接待", "w"),
        ("游客", "n"),
    ]


@given(PROSE)
def test_any_text_can_be_named(text: str) -> None:
    for mention in mentions(text):
        called = naming(text, mention)
        assert called is None or (len(called.name) >= 2 and not set(called.name) & set("，。、“”《》（）"))


@given(st.text(max_size=100))
def test_words_are_all_of_the_text(text: str) -> None:
    assert "".join(word.text for word in lexicon.split(text)) == text[: lexicon.LONGEST_TEXT]
