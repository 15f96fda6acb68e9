"""An outline at a glance: what is in it, what is missing, what its figures are and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter import library
from drafter.cli.cells import cells
from drafter.cli.measure import Measure, length

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Drafter

EXAMPLES = [entry.path for entry in library.entries("examples")]

OUTLINE = """\
drafter: 1
kind: annual-report
title: {report: 城市博物馆总结, speech: 在会上的讲话}
year: 2025
organization: {name: 城市博物馆, self: 我馆}
meeting: {name: 总结会, date: 2026-02-08}
facts:
  接待游客: {value: 45120, previous: 39080, unit: 人次, show: 万, target: 50000, source: 开放部}
  讲解员: {unit: 名, source: 社教部}
  志愿者: {value: 3, unit: 名}
  未用: {value: 1, unit: 名}
  人手: {unit: 名, sum: [讲解员, 志愿者, 未用]}
  PM[b]2.5: {value: 30, unit: 微克}
sections:
  - role: opening
    text: 过去一年，接待游客{{ 接待游客 }}。
  - role: achievements
    title: 工作完成情况
    points:
      - title: 开放
        text: 接待游客{{ 接待游客 }}，{{ 接待游客 | growth }}，讲解员{{ 讲解员 }}。
        numbering: shi
        points: [开得早, 关得晚]
  - role: tasks
    title: 只在讲话里
    papers: [speech]
    text: >-
      一、二、三。
      志愿者{{ 志愿者 }}。
"""


@pytest.fixture
def outline(folder: Path) -> Path:
    path = folder / "总结.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def row(text: str, start: str) -> list[str]:
    """The words of the first line that begins with ``start``."""
    return next(line for line in text.splitlines() if line.strip().startswith(start)).split()


def test_the_tree_with_numbers_roles_lengths_and_gaps(drafter: Drafter, outline: Path) -> None:
    ran = drafter("show", outline)

    assert ran.code == 0
    assert ran.err == ""
    assert row(ran.out, "“过去一年") == ["“过去一年，接待游客4.5万人次。", "opening", "16"]
    assert row(ran.out, "一、")[:2] == ["一、工作完成情况", "achievements"]
    assert row(ran.out, "（一）") == [
        "（一）开放",
        str(length("开放接待游客4.5万人次，比上年增长15.5%，讲解员【讲解员：待填】。开得早关得晚")),
        "1",
    ]
    assert row(ran.out, "二是") == ["二是关得晚", "3"]
    assert "只在讲话里" not in ran.out


def test_another_paper_has_another_tree(drafter: Drafter, outline: Path) -> None:
    out = drafter("show", outline, "--paper", "讲话稿").out

    assert "在会上的讲话" in out
    assert row(out, "二、")[:2] == ["二、只在讲话里", "tasks"]


def test_papers_are_measured_and_a_speech_timed(drafter: Drafter, outline: Path) -> None:
    out = drafter("show", outline).out
    drafter("render", outline, "--paper", "report", "--to", "txt", "-o", "report.txt")
    text = (outline.parent / "report.txt").read_text("utf-8")

    assert row(out, "report")[1:] == [str(length(text)), "1"]
    assert row(out, "speech")[3:] == ["1", "min"]
    assert row(out, "news")[3:] == []
    assert Measure("speech", 4400).minutes == (18, 22)
    assert Measure("speech", 10).minutes == (1, 1)


def test_what_is_missing_stands_with_its_line_and_who_has_it(drafter: Drafter, outline: Path) -> None:
    out = drafter("show", outline).out

    assert "organization: 2 of 7 fields filled in; empty: abbr, area, led_by" in out
    assert "meeting: 2 of 11" in out
    assert "campaign" not in out
    assert "    社教部\n      讲解员 (line 9)" in out


def test_the_facts_and_where_they_are_used(drafter: Drafter, outline: Path) -> None:
    out = drafter("show", outline).out.split("Fact ")[1]

    assert row(out, "接待游客") == ["接待游客", "4.5万人次", "39080", "增长15.5%", "50000", "开放部", "16,", "21"]
    assert row(out, "讲解员") == ["讲解员", "to", "fill", "in", "社教部", "21"]
    assert row(out, "志愿者") == ["志愿者", "3名", "29"]
    assert row(out, "未用") == ["未用", "1名", "人手"]
    assert row(out, "人手") == ["人手", "to", "fill", "in", "unused"]
    assert row(out, "PM[b]2.5")[0] == "PM[b]2.5"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("path", EXAMPLES)
def test_every_example_fits_the_terminal(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, width: int, path: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = drafter("show", path)

    assert ran.code == 0
    assert max(cells(line) for line in ran.out.splitlines() if path not in line) <= width


@pytest.mark.usefixtures("chinese")
def test_in_chinese(drafter: Drafter, outline: Path) -> None:
    out = drafter("查看", outline).out

    assert row(out, "一、")[1] == "成绩"
    assert "单位：共7项，填了2项；空着：简称、地区" in out
    assert "讲解员（第9行）" in out


def test_of_an_empty_outline_the_organization_at_least_is_missed(drafter: Drafter, outline: Path) -> None:
    outline.write_text("drafter: 1\nsections: [{title: 一}]\n", "utf-8")
    out = drafter("show", outline).out

    assert "organization: 0 of 7" in out
    assert "meeting:" not in out


def test_an_outline_with_errors_is_still_shown(drafter: Drafter, outline: Path) -> None:
    outline.write_text(OUTLINE.replace("role: opening", "role: openning"), "utf-8")
    ran = drafter("show", outline)

    assert ran.code == 1
    assert "Did you mean" in ran.err


def test_a_file_that_is_no_outline(drafter: Drafter, folder: Path) -> None:
    assert drafter("show", "没有.yaml").code == 1
    assert drafter("show", folder).code == 1


def test_a_paper_that_cannot_be_made_does_not_hide_the_rest(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "templates/papers").mkdir(parents=True)
    (folder / "templates/papers/news.html.j2").write_text("<article>{{ nothing }}</article>", "utf-8")
    ran = drafter("show", outline)

    assert ran.code == 1
    assert "—" in row(ran.out, "news")
    assert "工作完成情况" in ran.out
    assert "news.html.j2" in ran.err


def test_phrases_that_assert_are_offered_for_the_paper_shown(drafter: Drafter, outline: Path) -> None:
    assert (
        "    应当说，这一轮工作交出了一份合格的答卷。" in drafter("show", outline, "--paper", "speech").out.splitlines()
    )
    assert "合格的答卷" not in drafter("show", outline).out


def test_a_paper_without_such_phrases_offers_none(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "templates" / "wording").mkdir(parents=True)
    (folder / "templates" / "wording" / "report.yaml").write_text("opening: [现将情况汇报如下。]", "utf-8")
    assert "Phrases that judge" not in drafter("show", outline).out
