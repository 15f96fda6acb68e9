"""The yearly report and meeting: each outline has every move of the sample it was made after."""

from __future__ import annotations

import re

from drafter.document.model import AttachmentNote, Paragraph, Subtitle, Table, Title
from drafter.document.text import text_of
from drafter.language.numerals import count_han

from . import shipped
from .moves import announced, kind, sums_used
from .shipped import document, find, of_paper, outline, text

# 年度总结


@kind("annual-report")
def test_report_has_a_title_over_two_lines_with_its_date_line(name: str) -> None:
    title, subtitle = document(name, "report").blocks[:2]
    assert isinstance(title, Title)
    assert len(title.lines) == 2
    assert isinstance(subtitle, Subtitle)
    assert re.fullmatch("（(2026年2月6日|【会议日期：待填】)）", text_of(subtitle))


@kind("annual-report")
def test_report_opens_and_leads_into_itself(name: str) -> None:
    opening = document(name, "report").blocks[2]
    assert isinstance(opening, Paragraph)
    assert text_of(opening).endswith("现将有关情况汇报如下。")


@kind("annual-report")
def test_report_has_achievements_in_four_blocks_with_ten_run_in_points(name: str) -> None:
    achievements = find(of_paper(name, "report").sections, "achievements")
    assert [point.title is not None for point in achievements.points] == [True] * 4
    assert (achievements.numbering, achievements.points[0].numbering) == ("paren", "shi")
    assert len(achievements.points[0].points) == 10
    ten = next(line for line in text(name, "report").splitlines() if line.startswith("　　一是"))
    assert all(f"{count_han(number)}是" in ten for number in range(1, 11))


@kind("annual-report")
def test_report_announces_four_problems_and_gives_them(name: str) -> None:
    problems = find(of_paper(name, "report").sections, "problems")
    assert len(problems.points) == 4
    assert announced(name, "report", 4, "个方面：一是")


@kind("annual-report")
def test_report_plans_seven_things_with_text_under_each(name: str) -> None:
    tasks = find(of_paper(name, "report").sections, "tasks")
    assert len(tasks.points) == 7
    assert all(point.text for point in tasks.points)
    assert "（七）" in text(name, "report")


@kind("annual-report")
def test_report_has_figures_throughout_and_a_sum(name: str) -> None:
    assert sums_used(name)
    achievements = find(outline(name).sections, "achievements")
    assert all(
        any("{{" in line for node in shipped.nodes((point,)) for line in node.text) for point in achievements.points
    )


# 年度会议


@kind("annual-meeting")
def test_meeting_news_tells_who_when_and_what(name: str) -> None:
    meeting = outline(name).meeting
    assert meeting.name
    assert meeting.purpose
    assert {str(item.did) for item in meeting.agenda} >= {"表彰", "印发"}
    lead = next(block for block in document(name, "news").blocks if isinstance(block, Paragraph))
    assert "主要任务是" in text_of(lead)


@kind("annual-meeting")
def test_meeting_news_has_its_moves_in_order(name: str) -> None:
    roles = [section.role for section in of_paper(name, "news").sections]
    order = ["background", "achievements", "experience", "problems", "requirements", "tasks", "closing"]
    assert roles == order
    assert "会议号召，" in text(name, "news")


@kind("annual-meeting")
def test_meeting_experience_is_five_of_one_pattern(name: str) -> None:
    experience = find(of_paper(name, "news").sections, "experience")
    assert [str(point.title)[:2] for point in experience.points] == ["注重"] * 5
    assert experience.numbering == "yao"
    assert "“五个注重”。一要注重" in text(name, "news")
    assert "五要注重" in text(name, "news")


@kind("annual-meeting")
def test_meeting_has_five_shortcomings_and_three_fields_of_work(name: str) -> None:
    sections = of_paper(name, "news").sections
    assert len(find(sections, "problems").points) == 5
    assert announced(name, "news", 5, "个方面的差距：一是")
    assert len(find(sections, "tasks").points) == 3
    assert announced(name, "news", 3, "个方面的工作")


@kind("annual-meeting")
def test_meeting_honours_are_figures_that_add_up(name: str) -> None:
    honours = outline(name).facts["所获荣誉"]
    assert honours.sum == ("国家级荣誉", "省级荣誉", "市级荣誉")
    assert {"所获荣誉"} <= sums_used(name)


@kind("annual-meeting")
def test_meeting_attaches_a_project_plan_table(name: str) -> None:
    blocks = document(name, "report").blocks
    assert any(isinstance(block, AttachmentNote) for block in blocks)
    table = next(inner for block in blocks for inner in getattr(block, "blocks", ()) if isinstance(inner, Table))
    assert len(table.rows) >= 5
    assert any(item.table and item.table.made_from == "tasks" for item in outline(name).attachments)


def test_the_example_adds_the_honours() -> None:
    assert "获得各级荣誉11项，包括国家级2项、省级4项、市级5项" in text("examples/annual-meeting", "report")
