"""Which lines are joined, and which never are."""

from __future__ import annotations

import pytest

from drafter.document import read
from drafter.recover import join
from drafter.recover.model import Old, Part
from drafter.recover.passes import begin

WHOLE = "全年接待观众四万人次，开展讲解三百场，各项工作都有了新的进步。"
OPENS = "今年以来，我们坚持以观众为中心。全年接待观众四万人次，开展讲"
GOES_ON = "解三百场，各项工作都有了新的进步。"


def joined(text: str, name: str = "旧稿.txt") -> Old:
    return join.run(begin(read.read(text.encode(), name)))


def texts(old: Old) -> list[str]:
    return [part.text for part in old.parts]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\u3000\u3000"])
def test_a_sentence_that_goes_on_in_the_next_line_is_one_part(between: str) -> None:
    old = joined(f"{WHOLE}\n{OPENS}{between}{GOES_ON}\n{WHOLE}")
    assert texts(old) == [WHOLE, OPENS + GOES_ON, WHOLE]
    assert [(change.why, change.old) for change in old.changes] == [
        ("recover.line-joined", "人次，开展讲\n解三百场，各")
    ]


def test_the_first_line_of_a_speech_goes_on() -> None:
    old = joined(f"同志们：\n今天，我们在这里召开全市文化馆评估定级工作\n总结会议，主要任务是总结成绩。{WHOLE}")
    assert len(old.parts) == 2


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("二、关于2026年经济社会发展的总体要求和政策取向", WHOLE),
        ("突出重点、抓住关键，全面推进文化事业高质量发展", WHOLE),
        ("（一）提高政治站位，充分认识做好评估定级工作的重要意义", WHOLE),
        ("市博物馆2025年工作总结", "与2026年工作计划"),
        ("关于印发全市公共文化服务体系建设三年行动方案的", "通知"),
        ("白日依山尽，", "黄河入海流。"),
        ("主持人：李某", "参加人员：馆领导班子成员、各部门负责人。"),
        (WHOLE, "城市博物馆"),
        (OPENS, "一、下一步工作安排，主要是以下几个方面。"),
        ("各位领导，", "同志们：大家好。"),
        (OPENS, "——经济发展持续向好。全年实现增长。"),
    ],
)
def test_headings_titles_verse_and_signatures_are_never_joined(line: str, following: str) -> None:
    assert texts(joined(f"{WHOLE}\n{line}\n{following}"))[1:] == [line, following]


def test_the_first_heading_of_a_speech_is_not_joined() -> None:
    text = f"同志们：\n一、提高政治站位，充分认识做好评估定级工作的重要意义\n{WHOLE}"
    assert texts(joined(text)) == text.split("\n")


def wrapped(text: str, width: int, indent: str) -> list[str]:
    text = indent + text
    return [text[start : start + width] for start in range(0, len(text), width)]


_LONG = "我们围绕中心服务大局，扎实推进各项工作，" * 7 + "取得了新的成效。"


@pytest.mark.parametrize(("indent", "between"), [("\u3000\u3000", ""), ("", "\n")])
def test_a_text_wrapped_at_one_width_gets_its_paragraphs_back(indent: str, between: str) -> None:
    filling = WHOLE[: 31 - len(indent)] + "。"
    paragraphs = ["一、工作情况", _LONG, "二、存在问题", filling, _LONG + WHOLE + _LONG, filling, WHOLE]
    lines = ["\n".join(wrapped(text, 32, indent)) for text in paragraphs]
    assert texts(joined(f"\n{between}".join(lines))) == paragraphs


def test_an_enumeration_that_runs_over_the_margin_goes_on() -> None:
    text = WHOLE * 4 + "我们一是抓好理论武装，二是抓好队伍建设，三是抓好制度执行，四是抓好安全工作。" + WHOLE * 3
    for width in range(26, 40):
        lines = wrapped(text, width, "")
        old = joined("\n".join([*lines, "", "一、工作情况", "", *lines]))
        assert texts(old) == [text, "一、工作情况", text], width


def test_lines_of_one_length_that_are_a_list_stay_apart() -> None:
    titles = [f"组织开展第{number}场公共文化服务进基层惠民演出活动" for number in "二三四五六七八九"]
    assert texts(joined("\n".join(titles))) == titles


def test_latin_words_keep_a_blank_where_they_are_joined() -> None:
    line, following = f"{WHOLE}我们与英国的 Victoria and Albert", "Museum签订了协议。"
    assert texts(joined(f"{line}\n{following}")) == [f"{line} {following}"]


def test_a_number_broken_at_the_margin_has_no_blank() -> None:
    assert texts(joined(f"{WHOLE}全年参观人次比上年增长15\n.8%，各项工作都有进步。")) == [
        f"{WHOLE}全年参观人次比上年增长15.8%，各项工作都有进步。"
    ]


def test_a_bold_line_is_not_joined_with_plain_text() -> None:
    old = joined("")
    parts = (Part(OPENS, 1, bold=True), Part(GOES_ON, 2))
    assert len(join.run(Old(old.manuscript, parts)).parts) == 2


def test_a_paragraph_that_lost_its_end_is_doubted() -> None:
    old = joined(f"{OPENS}\n一、下一步工作\n。例如，开展活动。")
    assert [(doubt.id, doubt.line) for doubt in old.doubts] == [("recover.stops-short", 1), ("recover.begins-late", 3)]
