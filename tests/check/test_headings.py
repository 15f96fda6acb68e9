"""Headings, their levels, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.check.contents import contents
from drafter.check.headings import headings, labelled
from drafter.check.of_manuscript import view_of
from drafter.check.siblings import siblings
from drafter.document.manuscript import Line, Manuscript, Mark

from .test_cases import sample
from .texts import document

if TYPE_CHECKING:
    from drafter.check.view import View

TEXT = st.text(st.sampled_from("一二三十、（）()1２.．第是要，。；：“”\n\v 目录章甲乙"), max_size=80)


def outline(view: View) -> list[tuple[int, str]]:
    return [(each.level, view.text[each.start : each.end]) for each in view.once(headings)]


def test_levels_come_from_how_labels_nest() -> None:
    text = "一、学习\n（一）集中\n每周一次。\n（二）自学\n一是读书。每天一章。"
    text += "\n二、服务\n1.开放\n全年无休。\n2.讲解\n每天四场。"

    assert outline(document(text)) == [
        (1, "一、学习"),
        (2, "（一）集中"),
        (2, "（二）自学"),
        (3, "一是读书。"),
        (1, "二、服务"),
        (2, "1.开放"),
        (2, "2.讲解"),
    ]


def test_a_run_in_heading_ends_with_its_sentence() -> None:
    view = document("（一）加强学习。全年集中学习四十次。")
    (heading,) = view.once(headings)

    assert view.text[heading.start : heading.end] == "（一）加强学习。"
    assert (heading.run_in, heading.end_mark, view.text[heading.words]) == (True, "。", "加")


def test_items_of_a_list_head_nothing() -> None:
    view = document("一、开放的场所\n（1）展厅；\n（2）报告厅；\n（3）茶室。\n以上场所免费。")

    assert outline(view) == [(1, "一、开放的场所")]
    assert [each.level for each in view.once(labelled)] == [1, 2, 2, 2]


def test_chapters_run_together_in_one_paragraph_are_found() -> None:
    view = document("总的情况如下。 一、学习有新进展。 每周一次。 二、服务有新提升。 全年无休。")

    assert outline(view) == [(1, "一、学习有新进展。"), (1, "二、服务有新提升。")]


def test_a_style_of_the_file_says_the_level() -> None:
    made = (Line("学习", (Mark(0, 1, 1),), level=2), Line("集中", (Mark(0, 2, 1),), level=3, label="（一）"))
    view = view_of(Manuscript("旧稿.docx", "docx", made, ("学习", "集中")))

    assert outline(view) == [(2, "学习"), (3, "集中")]
    assert view.once(headings)[1].automatic
    assert [len(group) for group in view.once(siblings)] == [1]


def test_a_table_of_contents_may_count_chapters() -> None:
    text = "目录\n第一章　学习\t1\n第二章　服务\t3\n第一章　学习\n每周一次。\n第二章　服务\n全年无休。"
    assert document(text).once(contents) == {0, 1, 2}


def test_a_table_of_contents_is_not_the_text() -> None:
    view = document("目　录\n一、学习……1\n二、服务……3\n一、学习\n每周一次。\n二、服务\n全年无休。")

    assert view.once(contents) == {0, 1, 2}
    assert outline(view) == [(1, "一、学习"), (1, "二、服务")]


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("museum-annual-report.txt", [1, 2, 3, 2, 3, 2, 2, 1, 1, 2, 2, 2, 2, 2, 2, 2]),
        ("city-assessment-speech.txt", [1, 2, 1, 2, 2, 3, 2, 1, 2, 3]),
        ("bureau-campaign-summary.txt", [1, 1, 1, 1, 1]),
    ],
)
def test_samples(name: str, levels: list[int]) -> None:
    assert [level for level, _ in outline(document(sample(name)))] == levels


@given(TEXT)
def test_any_text_has_headings_at_places_within_a_paragraph(text: str) -> None:
    view = document(text)

    for each in view.once(labelled):
        paragraph = view.paragraphs[each.paragraph]
        assert paragraph.start <= each.start <= each.words <= each.end <= paragraph.end
        assert each.level >= 1
    assert set(view.once(headings)) <= set(view.once(labelled))
    assert all(group for group in view.once(siblings))
