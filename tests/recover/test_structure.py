"""What stands above and below a text, its tables, and its headings with their levels."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .structured import PROSE, Given, cells, told, understood

TITLE = "市图书馆2025年工作总结"


def test_a_title_may_take_two_lines_and_has_its_day_below() -> None:
    assert told("市图书馆2025年工作总结", "和2026年工作计划", "（2026年1月10日）", PROSE) == [
        "title 0 市图书馆2025年工作总结",
        "title 0 和2026年工作计划",
        "date 0 （2026年1月10日）",
    ]


def test_a_speech_has_its_speaker_and_salutation() -> None:
    assert told("《在全市文化工作会议上的讲话》", "市文旅局局长 李某某", "同志们：", PROSE) == [
        "title 0 在全市文化工作会议上的讲话",
        "speaker 0 市文旅局局长 李某某",
        "salutation 0 同志们：",
    ]


def test_a_title_set_upright_is_one_line() -> None:
    assert told("工", "作", "总", "结", PROSE) == ["title 0 工作总结"]


def test_a_title_on_the_line_of_the_whole_text_is_parted_from_it() -> None:
    assert told(f"{TITLE} {PROSE * 4}")[0] == f"title 0 {TITLE}"


def test_a_document_number_is_no_title() -> None:
    assert "title 0 关于2025年工作情况的报告" in told(
        "市图书馆文件", "市图〔2026〕3号", "关于2025年工作情况的报告", PROSE
    )


def test_a_document_without_a_title_has_none_and_says_so() -> None:
    old = understood(PROSE, "一、工作回顾", PROSE)
    assert [doubt.id for doubt in old.doubts] == ["recover.no-title"]
    assert "title" not in {part.kind for part in old.parts}


def test_signature_date_and_note_close_a_report() -> None:
    assert told(TITLE, PROSE, PROSE, "附件：1.统计表", "2.名单", "市图书馆", "2026年1月5日")[1:] == [
        "attachment-note 0 附件：1.统计表",
        "attachment-note 0 2.名单",
        "signature 0 市图书馆",
        "date 0 2026年1月5日",
    ]


def test_signature_and_date_on_one_line_are_two() -> None:
    assert told(TITLE, PROSE, "市图书馆　　2026年1月5日")[1:] == ["signature 0 市图书馆", "+date 0 2026年1月5日"]


def test_credits_in_brackets_behind_the_last_sentence_are_credits() -> None:
    assert told("我馆召开会议", f"{PROSE}（撰稿：李某 审核：王某）")[1:] == ["+credits 0 （撰稿：李某 审核：王某）"]


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        (("一、", "（一）", "1.", "（1）", "二、"), [1, 2, 3, 4, 1]),
        (("1、", "（1）", "（2）", "2、"), [1, 2, 2, 1]),
        (("一、", "1.", "2.", "二、", "（一）"), [1, 2, 2, 1, 2]),
        (("一、", "三、\t", "三.", "(一)", "（三)"), [1, 1, 1, 2, 2]),
    ],
)
def test_levels_come_from_how_labels_nest(labels: tuple[str, ...], levels: list[int]) -> None:
    lines = [line for at, label in enumerate(labels) for line in (f"{label}第{at}件事情", PROSE)]
    assert [part.level for part in understood(TITLE, *lines).parts if part.kind == "heading"] == levels


def test_text_that_runs_in_behind_a_heading_is_its_text() -> None:
    assert told(TITLE, "一、工作打算", f"（一）加强学习。{PROSE}")[1:] == [
        "heading 1 一、工作打算",
        "heading 2 （一）加强学习。",
    ]
    assert [part.runs_in for part in understood(TITLE, f"（一）加强学习。{PROSE}", f"（二）加强管理。{PROSE}").parts][
        -1
    ]


def test_only_the_first_sentence_of_a_bold_paragraph_is_its_heading() -> None:
    assert "heading 1 （一）加强学习。" in told(TITLE, {"text": f"（一）加强学习。{PROSE}", "bold": True}, PROSE)


def test_headings_in_one_paragraph_are_found_behind_breaks_and_blanks() -> None:
    wanted = ["heading 1 一、工作回顾。", "heading 1 二、存在问题。"]
    assert told(TITLE, f"一、工作回顾。{PROSE} 二、存在问题。{PROSE}")[1:] == wanted
    assert told(TITLE, f"一、工作回顾。\v{PROSE}\v二、存在问题。\v{PROSE}")[1:] == wanted


def test_a_number_that_word_prints_before_a_paragraph_with_a_heading_in_it_is_kept() -> None:
    assert told(TITLE, {"text": f"先说几句话。 二、存在问题。{PROSE}", "label": "2.1"})[1] == "text 0 2.1 先说几句话。"


def test_brackets_around_a_heading_are_taken_off_and_listed() -> None:
    old = understood(TITLE, "【一、工作回顾】", PROSE, "{二、存在问题}", PROSE)
    assert [part.text for part in old.parts if part.kind == "heading"] == ["工作回顾", "存在问题"]
    assert [change.old for change in old.changes] == ["【一、工作回顾】", "{二、存在问题}"]


def test_a_number_of_word_is_a_label() -> None:
    lines: list[Given] = [
        {"text": "工作回顾", "label": "一、", "level": 1},
        PROSE,
        {"text": "阅读服务", "label": "（一）", "level": 2},
        PROSE,
    ]
    assert told(TITLE, *lines)[1:] == ["heading 1 一、工作回顾", "heading 2 （一）阅读服务"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ({"level": 2}, {"level": 3}),
        ({"style": "一级标题"}, {"style": "二级标题"}),
        ({"font": "黑体"}, {"font": "楷体"}),
    ],
)
def test_styles_and_fonts_make_headings_of_two_levels(above: dict[str, object], below: dict[str, object]) -> None:
    lines: list[Given] = [
        {"text": "工作回顾", **above},
        PROSE,
        {"text": "阅读服务", **below},
        PROSE,
        {"text": "存在问题", **above},
        PROSE,
    ]
    wanted = ["heading 1 工作回顾", "heading 2 阅读服务", "heading 1 存在问题"]
    assert told({"text": TITLE, "level": 1}, *lines)[1:] == wanted


def test_a_whole_paragraph_in_the_style_of_a_heading_is_text() -> None:
    assert "heading" not in " ".join(told(TITLE, PROSE, {"text": PROSE * 3, "level": 2}, PROSE))


def test_bold_lines_are_headings_and_one_right_below_another_is_of_the_next_level() -> None:
    bold = [{"text": text, "bold": True} for text in ("工作开展情况", "抓好阅读服务", "抓好队伍建设", "存在的不足")]
    lead = {"text": f"抓好安全生产。{PROSE}", "lead": 6}
    assert told(TITLE, PROSE, *bold[:2], PROSE, bold[2], PROSE, lead, bold[3], PROSE)[1:] == [
        "heading 1 工作开展情况",
        "heading 2 抓好阅读服务",
        "heading 2 抓好队伍建设",
        "heading 2 抓好安全生产。",
        "heading 1 存在的不足",
    ]


def test_a_bold_line_that_announces_is_no_heading() -> None:
    assert "text 1 重点做好十方面工作。" in told(
        TITLE, "一、工作打算", PROSE, {"text": "重点做好十方面工作。", "bold": True}, PROSE
    )


def test_chapters_sections_and_articles_nest() -> None:
    lines = (
        "第一章 总则",
        PROSE,
        "第一节 目标",
        PROSE,
        "第二章 附则",
        f"第一条 甲事。{PROSE}",
        f"第二条 乙事。{PROSE}",
        f"第三条 丙事。{PROSE}",
    )
    assert [part.level for part in understood(TITLE, *lines).parts if part.kind == "heading"] == [1, 2, 1, 2, 2, 2]


def test_headings_may_count_in_decimals() -> None:
    lines = (
        "1 目标",
        PROSE,
        "2 任务",
        "2.1 办好展览",
        PROSE,
        "2.2办好讲座",
        "2.2.1 选题",
        PROSE,
        "3 保障",
        PROSE,
        "4 月度安排",
        PROSE,
        "5 月办展",
        PROSE,
    )
    found = [part for part in understood(TITLE, *lines).parts if part.kind == "heading"]
    assert [(part.label.strip(), part.level) for part in found] == [
        ("1", 1),
        ("2", 1),
        ("2.1", 2),
        ("2.2", 2),
        ("2.2.1", 3),
        ("3", 1),
        ("4", 1),
    ]


def test_a_figure_at_the_start_of_a_line_counts_no_heading() -> None:
    lines = ("一、成效", PROSE, "2.1亿元用于修缮", PROSE, "3 月办展", PROSE)
    assert told(TITLE, *lines)[1:] == ["heading 1 一、成效", "text 1 2.1亿元用于修缮", "text 1 3 月办展"]


def test_an_office_below_a_title_that_closes_is_its_writer() -> None:
    found = understood("关于社区图书室的调研报告", "江城图书馆业务辅导部", PROSE, "一、现状", PROSE).parts
    assert [part.kind for part in found[:3]] == ["title", "speaker", "text"]


def test_an_office_may_be_the_first_line_of_a_title() -> None:
    found = understood("江城图书馆", "关于社区图书室的调研报告", PROSE, "一、现状", PROSE).parts
    assert [part.kind for part in found[:3]] == ["title", "title", "text"]


def test_the_banner_of_a_bulletin_is_no_title() -> None:
    lines = ("文旅工作简报", "第12期（总第86期）", "江城图书馆2025年工作总结", PROSE, "一、现状", PROSE)
    assert [part.text for part in understood(*lines).parts if part.kind == "title"] == ["江城图书馆2025年工作总结"]


def test_short_lines_behind_one_sign_are_headings() -> None:
    found = told(TITLE, PROSE, "◆加强领导", f"●{PROSE}", "◆突出重点", f"●{PROSE}")
    assert [line for line in found if "◆" in line] == ["heading 1 ◆加强领导", "heading 1 ◆突出重点"]
    assert [line for line in found if "●" in line] == [f"text 1 ●{PROSE}"] * 2


def test_numbers_that_begin_anew_show_what_stands_above_them() -> None:
    lines = ("过去一年的工作", PROSE, "一、办好展览", PROSE, "二、办好讲座", PROSE, "今后的工作安排", PROSE)
    found = understood(TITLE, PROSE, *lines, "一、办好活动", PROSE).parts
    assert [part.level for part in found if part.kind == "heading"] == [1, 2, 2, 1, 2]


def test_a_short_line_among_numbered_headings_is_text() -> None:
    assert "text 1 过去一年的工作" in told(TITLE, "一、办好展览", PROSE, "过去一年的工作", PROSE, "二、办好讲座", PROSE)


def test_short_sentences_on_their_own_lines_head_what_follows() -> None:
    long = PROSE * 2
    lines = ("关于去年的工作", long, "关于今年的任务", long, "管住源头。", long, "守住底线。", long)
    wanted = ["heading 1 关于去年的工作", "heading 1 关于今年的任务", "heading 2 管住源头。", "heading 2 守住底线。"]
    assert [line for line in told(TITLE, PROSE, *lines) if line.startswith("heading")] == wanted


def test_headings_without_a_label_around_numbered_ones_are_of_the_level_above() -> None:
    lines: list[Given] = [{"text": "去年的工作", "font": "黑体"}, PROSE, "一、办好展览", PROSE, "二、办好讲座", PROSE]
    lines.append({"text": "今年的安排", "font": "黑体"})
    found = understood(TITLE, *lines, PROSE, "一、办好活动", PROSE).parts
    assert [part.level for part in found if part.kind == "heading"] == [1, 2, 2, 1, 2]


def test_a_foreword_holds_no_numbered_headings() -> None:
    lines: list[Given] = [{"text": "前言", "bold": True}, PROSE, "一、办好展览", PROSE, "二、办好讲座", PROSE]
    found = understood(TITLE, PROSE, *lines, {"text": "结束语", "bold": True}, PROSE).parts
    assert [part.level for part in found if part.text in ("前言", "办好展览", "办好讲座")] == [1, 1, 1]


@pytest.mark.parametrize(
    "labels",
    [("01 ", "02 "), ("第一个问题：", "第二个问题："), ("第一部分 ", "第二部分 "), ("第一句话：", "第二句话：")],
)
def test_lines_that_count_by_other_words_are_headings(labels: tuple[str, str]) -> None:
    wanted = [f"heading 1 {labels[0]}办好展览", f"heading 1 {labels[1]}办好讲座"]
    assert told(TITLE, PROSE, f"{labels[0]}办好展览", PROSE, f"{labels[1]}办好讲座", PROSE)[1:] == wanted


def test_a_heading_is_parted_by_a_blank_from_its_text() -> None:
    assert told(TITLE, f"一、基本情况　　{PROSE}", PROSE)[1:] == ["heading 1 一、基本情况"]


def test_a_name_below_the_title_of_a_speech_is_the_speaker() -> None:
    assert told("在全市文化工作会议上的讲话", "张某某", "同志们：", PROSE)[1] == "speaker 0 张某某"


def test_the_last_call_to_the_listeners_is_in_no_section() -> None:
    lines = told(
        "在会议上的讲话", "同志们：", PROSE, "一、提高认识", PROSE, "（一）认清形势", PROSE, "同志们，让我们携手奋斗！"
    )
    assert lines[-1] == "text 0 同志们，让我们携手奋斗！"


def test_cells_are_a_table_with_its_header() -> None:
    table = understood(TITLE, PROSE, *cells(1, ("项目", "数量"), ("讲座", "12"), ("展览", "5"))).parts[-1]
    assert (table.rows, table.header) == ((("项目", "数量"), ("讲座", "12"), ("展览", "5")), True)


def test_a_merged_cell_leaves_an_empty_one() -> None:
    lines = [
        *cells(1, ("项目", "数量"), ("讲座", "12"))[:3],
        {"text": "展览", "cell": (1, 3, 1)},
        {"text": "5", "cell": (1, 3, 2)},
    ]
    assert understood(TITLE, PROSE, *lines).parts[-1].rows[1] == ("讲座", "")


def test_a_table_that_only_sets_a_page_is_paragraphs() -> None:
    assert told(TITLE, PROSE, *cells(1, ("左边的话", "右边的话")))[1:] == ["text 0 左边的话", "text 0 右边的话"]


def test_an_attachment_has_its_title_and_table() -> None:
    lines = (
        PROSE,
        PROSE,
        "市图书馆",
        "2026年1月5日",
        "附件",
        "重点任务表",
        *cells(1, ("任务", "时限"), ("展览", "6月")),
    )
    assert "attachment 0 附件 重点任务表" in told(TITLE, *lines)


TAKEN_OFF, GIVEN_BACK = "【】{}《》", "是要"  # from a title and headings, and to a label that lost its last character
TEXTS = st.text("一二三、（）.1是要第章，。：；【】{}《》附件：2026年同志们 \t\v甲乙丙", max_size=30)
LINES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "level": st.integers(0, 3),
        "bold": st.booleans(),
        "label": st.sampled_from(["", "一、", "1.", "2.1"]),
    }
)


@given(st.lists(LINES, max_size=12))
def test_no_character_is_lost_whatever_the_lines(lines: list[dict[str, Any]]) -> None:
    typed = "".join(f"{line['label']}{line['text']}" for line in lines if line["text"].strip() or line["label"])
    found = "".join(part.label + part.text for part in understood(*lines).parts)
    blank = str.maketrans("", "", f" \t\v\u3000{TAKEN_OFF}{GIVEN_BACK}")
    assert found.translate(blank) == typed.translate(blank)
