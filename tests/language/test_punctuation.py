"""Marks: ends of sentences, widths, lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.punctuation import breadth, close, ends_sentence, first_sentence, join_han, strip_end, wide


@pytest.mark.parametrize(
    "text",
    [
        "好。",
        "好！",
        "好？",
        "好……",
        "说：“好。”",
        "“好。”",
        "（略。）",
        "宣布“会议开始。”",
        "全文如下。（略。）",
        "问：“好吗？”",
        "出版Book.",
        "上一段引文。”",
        "好。 ",
    ],
)
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)
    assert close(text) == text


@pytest.mark.parametrize(
    "text", ["好", "喊出“向前！”", "完成任务（是吗？）", "见《为什么？》", "“五进”", "接待【接待游客：待填】", "3.5%"]
)
def test_a_sentence_goes_on_and_is_closed(text: str) -> None:
    assert not ends_sentence(text)
    assert close(text) == text + "。"
    assert close(text, "；") == text + "；"


@pytest.mark.parametrize("text", ["主要有：", "一方面，", "其一；", "", "  "])
def test_a_pause_or_nothing_takes_no_second_mark(text: str) -> None:
    assert close(text) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一是甲；二是乙。又一句。", "一是甲；二是乙。"),
        ("好！又一句。", "好！"),
        ("好吗？！又一句。", "好吗？！"),
        ("还有……又一句。", "还有……"),
        ("喊出“向前！”的口号。又一句。", "喊出“向前！”的口号。"),
        ("见《为什么？》（已印发。）一书。又一句。", "见《为什么？》（已印发。）一书。"),
        ('说"好。"的人(三个。)多。又一句。', '说"好。"的人(三个。)多。'),
        ("他说“好。又一句。", "他说“好。"),
        ("没有句号", "没有句号"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_outside_quotes_and_brackets(text: str, first: str) -> None:
    assert first_sentence(text) == first


@given(st.text(alphabet="好。！？…“”‘’（）()《》，：\n a", max_size=30))
def test_closing_twice_closes_once(text: str) -> None:
    assert close(close(text)) == close(text)
    assert close(text).startswith(text.rstrip())


@pytest.mark.parametrize("text", ["”" * 20000, "“" * 9000 + "”" * 9000, "（" * 9000 + "。）" * 9000])
def test_no_heap_of_quotes_is_too_deep(text: str) -> None:
    assert close(text).startswith(text)


@pytest.mark.parametrize(
    ("text", "stripped"),
    [("完成。", "完成"), ("完成；", "完成"), ("完成。；", "完成"), ("好吗？", "好吗？"), ("等等……", "等等……")],
)
def test_end_marks_are_stripped_but_not_meaning(text: str, stripped: str) -> None:
    assert strip_end(text) == stripped


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        ([], ""),
        (["未来馆"], "未来馆"),
        (["未来馆", "幸福馆"], "未来馆和幸福馆"),
        (["未来馆", "幸福馆", "理想馆"], "未来馆、幸福馆和理想馆"),
        (["《甲》", "《乙》", "《丙》"], "《甲》《乙》和《丙》"),
        (["“甲”", "“乙”", "丙"], "“甲”“乙”和丙"),
        (["市委宣传部", "市文化和旅游局"], "市委宣传部、市文化和旅游局"),
    ],
)
def test_lists_are_joined(parts: list[str], joined: str) -> None:
    assert join_han(parts) == joined


def test_a_list_may_be_joined_by_commas_alone() -> None:
    assert join_han(["甲", "乙", "丙"], "、") == "甲、乙、丙"


def test_widths_in_chinese_text() -> None:
    assert all(map(wide, "汉。，《“”—…·①×（"))
    assert not any(map(wide, "a1.,-é(я% "))


@pytest.mark.parametrize(
    ("text", "count"),
    [("2026年", 3), ("“好”……", 5), ("㐀𬭎䶮", 3), ("Café", 2), ("", 0), ("ok.", 1.5)],
)
def test_breadth_is_counted_in_han(text: str, count: float) -> None:
    assert breadth(text) == count
