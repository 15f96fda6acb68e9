"""Outlines are mended where they stand: the texts say what they should, and nothing else is read otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import mending
from drafter.outline.load import loads
from drafter.outline.mend import mend
from drafter.problems import Edit, Place
from drafter.yaml_files import compose, scalars

OUTLINE = """\
# 标题下面要写年度
title: 年度总结,草稿   # 还没定
year: 2025
facts:
  接待游客: {value: 45120, unit: 人次}   # 数出自社教部
sections:
  - title: "一,二"
    text: |   # 两段
      全年接待{{ 接待游客 }},创新高...

      第二段,完
  - title: '引''号,内'
    points: [甲,乙, 丙]
    tail: >-
      折行的话,
      接着说
"""
EXAMPLES = sorted((Path(__file__).parents[2] / "outlines/examples").glob("*.yaml"))


def edit(line: int, old: str, new: str, text: str = OUTLINE, nth: int = 0) -> Edit:
    source = re.split("\r\n|\r|\n", text)[line - 1]
    column = [match.start() for match in re.finditer(re.escape(old), source)][nth] + 1
    return Edit(Place("提纲.yaml", "", line, column, column + len(old), source), old, new)


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (2, ",", "，"),
        (7, ",", "，"),
        (9, ",", "，"),
        (9, "...", "……"),
        (11, ",", "，"),
        (12, ",", "，"),
        (15, ",", "，"),
        (16, "接着", "再接着"),
        (16, "说", ""),
        (2, "年度", "，年度"),
    ],
)
def test_an_edit_changes_its_characters_and_no_other(line: int, old: str, new: str) -> None:
    wanted = edit(line, old, new)
    mended, left = mend(OUTLINE, [wanted])

    assert left == ()
    before, after = OUTLINE.split("\n"), mended.split("\n")
    assert after[line - 1] == before[line - 1].replace(old, new, 1)
    assert after[: line - 1] + after[line:] == before[: line - 1] + before[line:]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (1, "年度", "年份"),  # a comment
        (2, "title", "titel"),  # a key
        (2, "年度", "年度: "),
        (2, "年度", "年度 #"),
        (2, "年度总结", "“年度”总结\n"),
        (2, "年", "*年"),
        (2, "年", "- 年"),
        (7, "一", '"'),
        (9, "接待游客", "接待观众"),  # a reference
        (9, "全年", "{{ year }}年"),
        (12, "内", "'"),
        (13, "甲", "甲, 丁"),
        (13, "甲", ""),
        (13, "甲", "~"),
        (5, "45120", "4.5万"),
        (2, "什么", "别的"),
        (15, ",", "，\u2028"),
    ],
)
def test_what_would_be_read_otherwise_is_left_out_and_told(line: int, old: str, new: str) -> None:
    place = Place("提纲.yaml", "", line, OUTLINE.split("\n")[line - 1].find(old) + 1)
    wrong, right = Edit(place, old, new), edit(11, ",", "，")
    mended, left = mend(OUTLINE, [wrong, right])

    assert left == (wrong,)
    assert mended == OUTLINE.replace("第二段,完", "第二段，完")


def test_of_edits_that_overlap_the_first_is_made() -> None:
    first, second, same = edit(2, "总结,", "总结，"), edit(2, ",草", "，草"), edit(2, "总结,", "总结，")

    assert mend(OUTLINE, [first, second, same]) == (OUTLINE.replace("总结,", "总结，"), (second, same))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = OUTLINE.replace("\n", end)
    mended, left = mend(text, [edit(line, ",", "，", text) for line in (2, 9, 11)])

    assert left == ()
    assert mended == text.replace("总结,", "总结，").replace("},", "}，").replace("段,", "段，")


@pytest.mark.parametrize("text", ["", "title: [", "# 只有注释\n", "[" * 200])
def test_what_is_no_outline_comes_back(text: str) -> None:
    wanted = Edit(Place("", "", 1, 1), "t", "T")

    assert mend(text, [wanted]) == (text, (wanted,))


def values(text: str) -> list[str]:
    root = compose(text, "")
    return [node.value for node in scalars(root)] if root else []


EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 6), st.text("，。：: #'\"-*&{}[]|>%@!~\n年总ab", max_size=4)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(st.sampled_from([OUTLINE, *(path.read_text("utf-8") for path in EXAMPLES)]), EDITS)
def test_no_edits_at_any_place_harm_an_outline(text: str, raw: list[tuple[int, int, str]]) -> None:
    lines, wanted = text.split("\n"), []
    for at, length, new in raw:
        number = at % len(lines)
        column = at // len(lines) % (len(lines[number]) + 1)
        wanted.append(Edit(Place("", "", number + 1, column + 1), lines[number][column : column + length], new))
    mended, left = mend(text, wanted)
    made = mending.without(wanted, left)

    before, after = loads(text.encode(), ""), loads(mended.encode(), "")
    assert (before.outline is None) == (after.outline is None)
    assert {problem.id for problem in after.problems} <= {problem.id for problem in before.problems}
    assert len(values(mended)) == len(values(text))
    touched = {edit.place.line for edit in made}
    assert [line for number, line in enumerate(mended.split("\n"), 1) if number not in touched] == [
        line for number, line in enumerate(lines, 1) if number not in touched
    ]
    changed = [one for one, other in zip(values(mended), values(text), strict=True) if one != other]
    assert len(changed) <= len(made)
