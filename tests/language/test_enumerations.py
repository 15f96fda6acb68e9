"""Enumerations in running text, and the slips in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.enumerations import Enumeration, enumerations, slips, written

TEXT = st.text(st.sampled_from("一二三四五十是要第，、。；：“”（）首先其次再最后①②③12.\n\v甲乙"), max_size=100)


def numbers(found: Enumeration) -> list[int]:
    return [member.number for member in found.members]


@pytest.mark.parametrize(
    ("text", "style", "members"),
    [
        ("一是登记；二是整理。", "shi", ["登记；", "整理。"]),
        ("一要登记，二要整理。", "yao", ["登记，", "整理。"]),
        ("第一，登记。第二，整理。", "ordinal", ["登记。", "整理。"]),
        ("首先，登记。其次，整理。最后，上锁。", "first", ["登记。", "整理。", "上锁。"]),
        ("其一，登记；其二，整理。", "among", ["登记；", "整理。"]),
        ("“1”，一条主线。\n“2”，两个中心。", "quoted-digit", ["一条主线。", "两个中心。"]),
        ("程序：1、登记；2、整理。", "digit", ["登记；", "整理。"]),
        ("①登记；②整理。", "circled", ["登记；", "整理。"]),
        ("要求大家一是登记；二是整理。", "shi", ["登记；", "整理。"]),
        ("一是登记。\n逐件拍照。\n二是整理。", "shi", ["登记。\n逐件拍照。", "整理。"]),
    ],
)
def test_members(text: str, style: str, members: list[str]) -> None:
    (found,) = enumerations(text)

    assert found.style == style
    assert [text[member.words : member.end] for member in found.members] == members


def test_a_member_that_lost_its_verb_is_found_between_its_neighbours() -> None:
    text = "六是流动展览。全年二十场。七藏品征集。全年三百件。八是志愿服务。"
    (found,) = enumerations(text)

    assert numbers(found) == [6, 7, 8]
    assert [member.lost for member in found.members] == [False, True, False]
    assert text[found.members[1].words : found.members[1].end] == "藏品征集。全年三百件。"


def test_a_count_is_no_lost_member() -> None:
    (found,) = enumerations("一是登记。二个月完成。三是拍照。")

    assert numbers(found) == [1, 3]


def test_one_within_another() -> None:
    text = "一是抓管理：一是登记，二是整理；二是抓服务：一是开放，二是讲解；三是抓安全。"

    assert [numbers(found) for found in enumerations(text)] == [[1, 2, 3], [1, 2], [1, 2]]


def test_one_in_quotation_marks_is_apart() -> None:
    text = "一是传达“一是登记，二是整理，三是拍照”的要求。二是抓好落实。"

    assert [numbers(found) for found in enumerations(text)] == [[1, 2], [1, 2, 3]]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("一二三", []),
        ("一二四", [(2, 3)]),
        ("一二四三四", [(2, 3)]),
        ("一二二四", [(2, 3)]),
        ("二三", [(0, 1)]),
        ("一二三二三", [(3, 4)]),
    ],
)
def test_slips(members: str, expected: list[tuple[int, int]]) -> None:
    (found,) = enumerations("".join(f"{number}是甲。" for number in members))

    assert [(slip.index, slip.due) for slip in slips(found)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "他一是一，二是二。",
        "第一、二、三产业齐头并进，第一、第二产业增速更快。",
        "二十大、三月、四月、十月要到了。",
        "两岸统一是大势。三是否可行再议。",
        "位居全国第一，全省第二，西部第三。",
    ],
)
def test_words_that_look_like_labels(text: str) -> None:
    assert enumerations(text) == ()


@pytest.mark.parametrize(
    ("style", "number", "said"), [("shi", 3, "三是"), ("ordinal", 2, "第二"), ("among", 2, "其二")]
)
def test_written(style: str, number: int, said: str) -> None:
    assert written(style, number) == said


@given(TEXT)
def test_any_text_has_its_members_in_order(text: str) -> None:
    for found in enumerations(text):
        assert len(found.members) > 1
        for member, following in zip(found.members, found.members[1:], strict=False):
            assert member.start < member.words <= member.end <= following.start
        assert found.members[-1].end <= len(text)
        list(slips(found))
