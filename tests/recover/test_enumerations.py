"""Enumerations become points: every member, with what it holds, however it is written and set."""

from __future__ import annotations

import pytest

from tests.timing import seconds

from .structured import PROSE, told, understood

TITLE = "市图书馆2025年工作总结"


@pytest.mark.parametrize(
    ("text", "style", "count"),
    [
        ("一是经费不足；二是人员不够；三是设施老旧。", "shi", 3),
        ("一要学习。二要实干。3要创新。", "yao", 3),
        ("第一，抓学习。第二，抓管理。", "ordinal", 2),
        ("首先，抓学习。其次，抓管理。第三，抓服务。最后，抓落实。", "first", 4),
        ("“1”，一条主线。“2”，两个中心。", "quoted-digit", 2),
        ("1、抓学习；2、抓管理；3、抓服务。", "digit", 3),
        ("1.抓学习。2.抓管理。", "digit", 2),
        ("（1）抓学习；（2）抓管理。", "paren-digit", 2),
        ("①抓学习；②抓管理；③抓服务。", "circled", 3),
        ("其一，认识不够；其二，力度不够。", "", 2),
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_every_member_is_a_point_in_one_paragraph_or_in_several(text: str, style: str, count: int, apart: bool) -> None:
    marks = "；" if "；" in text else "。"
    lines = [f"{member}{marks}" for member in text.rstrip("。").split(marks)] if apart else [text]
    points = [part for part in understood(TITLE, PROSE, *lines).parts if part.kind == "point"]
    assert [(point.style, point.number, point.level) for point in points] == [
        (style, n, 1) for n in range(1, count + 1)
    ]
    assert [point.runs_in for point in points] == [False] + [not apart] * (count - 1)


def test_what_leads_up_to_them_stays_with_the_heading() -> None:
    assert told(TITLE, "一、存在问题", "主要有两个方面：一是经费不足；二是人员不够。")[2:] == [
        "text 1 主要有两个方面：",
        "+point 2 一是经费不足；",
        "+point 2 二是人员不够。",
    ]


def test_a_member_has_a_title_and_the_text_behind_it() -> None:
    assert told(TITLE, "一是抓学习。开展学习40次。二是抓管理。修订制度5项。")[1:] == [
        "point 1 一是抓学习。",
        "+text 1 开展学习40次。",
        "+point 1 二是抓管理。",
        "+text 1 修订制度5项。",
    ]


def test_a_member_that_lost_its_last_character_is_one_and_is_listed() -> None:
    old = understood(TITLE, f"一是甲事。{PROSE}二是乙事。{PROSE}三丙事。{PROSE}四是丁事。{PROSE}")
    assert [part.label for part in old.parts if part.kind == "point"] == ["一是", "二是", "三是", "四是"]
    assert [(change.old, change.new) for change in old.changes] == [("三", "三是")]


def test_one_stands_within_another() -> None:
    lines = ("一是转作风。做到两点。一要务实。二要清廉。", "二是增效能。")
    assert [part.level for part in understood(TITLE, PROSE, *lines).parts if part.kind == "point"] == [1, 2, 2, 1]


def test_two_side_by_side_are_of_one_level() -> None:
    lines = ("一是甲事。", "二是乙事。", "会议强调，要抓好落实。", "“1”，一条主线。", "“2”，两个中心。")
    assert [part.level for part in understood(TITLE, PROSE, *lines).parts if part.kind == "point"] == [1, 1, 1, 1]


def test_members_hold_as_many_paragraphs_as_they_have() -> None:
    lines = [f"一是甲事。{PROSE}", PROSE, f"二是乙事。{PROSE}", PROSE, "下一步，要抓好落实。"]
    assert told(TITLE, PROSE, *lines)[-1] == "text 0 下一步，要抓好落实。"
    assert [part.level for part in understood(TITLE, PROSE, *lines).parts][-2] == 1


def test_what_closes_the_whole_is_no_part_of_the_last() -> None:
    assert told(TITLE, "要做到：一是甲事；二是乙事；三是丙事。新征程已经开启。")[-1] == "+text 0 新征程已经开启。"
    members = f"一是甲事。{PROSE}二是乙事。{PROSE}让我们携手奋斗！"
    assert told(TITLE, members)[-1] == "+text 0 让我们携手奋斗！"


def test_a_sentence_that_announces_more_behind_the_last_speaks_for_all() -> None:
    lines = told(TITLE, f"一是甲事。{PROSE}二是乙事。{PROSE}今年要做好两项工作：一要丙事。二要丁事。")
    assert lines[-3:] == ["+text 0 今年要做好两项工作：", "+point 1 一要丙事。", "+point 1 二要丁事。"]


def test_one_in_a_quotation_stays_where_it_is() -> None:
    assert not [
        part
        for part in understood(TITLE, PROSE, "他说：“一是甲事，二是乙事。”说得很好。").parts
        if part.kind == "point"
    ]


def test_the_lines_of_a_list_of_word_are_points() -> None:
    lines = [{"text": "办好展览；", "label": "1."}, {"text": "办好讲座。", "label": "2."}]
    assert told(TITLE, "一、任务", PROSE, *lines)[2:] == ["point 2 1.办好展览；", "point 2 2.办好讲座。"]


def test_many_enumerations_in_one_paragraph_take_linear_time() -> None:
    one = "接待游客4人。一是做好服务；二是抓好落实。"

    assert seconds(lambda: understood(TITLE, one * 4000)) < 20 * seconds(lambda: understood(TITLE, one * 400))
