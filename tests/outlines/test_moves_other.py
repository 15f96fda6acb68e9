"""A deployment, a campaign, an assessment: each outline has every move of the sample it was made after."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pytest

from drafter.document.model import Heading, Paragraph, Salutation
from drafter.document.text import text_of
from drafter.language.numerals import count_han

from .moves import kind, sums_used
from .shipped import document, find, of_paper, outline, text

if TYPE_CHECKING:
    from drafter.outline.model import Node

# 部署会


@kind("deployment-meeting")
def test_deployment_asks_four_questions_each_with_what_to_do(name: str) -> None:
    questions = find(of_paper(name, "news").sections, "requirements").points
    assert [str(question.title)[:4] for question in questions] == [
        "能不能" + str(question.title)[3] for question in questions
    ]
    assert len(questions) == 4
    assert all(question.numbering == "yao" and len(question.points) >= 3 for question in questions)
    assert "“四个能不能”" in text(name, "news")


@kind("deployment-meeting")
@pytest.mark.parametrize("paper", ["report", "speech", "news", "summary"])
def test_deployment_counts_from_one_to_ten_and_every_count_holds(name: str, paper: str) -> None:
    ten = find(of_paper(name, paper).sections, "tasks")
    raw = find(outline(name).sections, "tasks")
    assert ten.numbering == "quoted-digit"
    for number, (point, typed) in enumerate(zip(ten.points, raw.points, strict=True), 1):
        assert len(members(typed, name)) == number
        assert str(point.title).startswith(count_han(number, "个"))
        assert f"　　“{number}”，{point.title}" in text(name, paper)
    assert len(ten.points) == 10


def members(point: Node, name: str) -> tuple[object, ...]:
    """What a point counts in its title: its own points, or the list it names."""
    title = str(next(iter(point.titles.values())))
    counted = re.match(r"\{\{ (\S+) \| count \}\}", title)
    assert counted, title
    return point.points if counted[1] == "points" else outline(name).lists[counted[1]]


@kind("deployment-meeting")
def test_deployment_has_eight_indicators_with_targets(name: str) -> None:
    eight = find(outline(name).sections, "tasks").points[7]
    named = [re.findall(r"\{\{ (\S+) \| target \}\}", str(next(iter(point.titles.values())))) for point in eight.points]
    assert len({fact for facts in named for fact in facts}) == 8
    assert all(len(facts) == 1 and facts[0] in outline(name).facts for facts in named)


@kind("deployment-meeting")
def test_deployment_names_its_exchange_speakers(name: str) -> None:
    talks = [item for item in outline(name).meeting.agenda if item.did == "交流发言"]
    assert talks
    assert all(item.who and item.topic for item in talks)
    assert "作了交流发言" in text(name, "news")


# 活动总结


def test_campaign_has_its_stage_and_dates() -> None:
    campaign = outline("examples/campaign-summary").campaign
    assert (campaign.from_, campaign.to) == (datetime.date(2025, 6, 3), datetime.date(2025, 7, 10))
    said = text("examples/campaign-summary", "summary")
    assert "于2025年6月3日转入分析评议阶段，至7月10日结束" in said
    starter = text("campaign-summary", "summary")
    assert all(f"【活动{field}：待填】" in starter for field in ("名称", "阶段", "依据", "开始日期", "结束日期"))


@kind("campaign-summary")
def test_campaign_titles_share_one_pattern(name: str) -> None:
    titled = [section for section in of_paper(name, "summary").sections if section.title]
    assert len(titled) == 4
    assert all(re.fullmatch("重在[^，]+、[^，]+，[^，]+", str(section.title)) for section in titled)


@kind("campaign-summary")
def test_campaign_says_what_was_done_asked_found_and_put_right(name: str) -> None:
    sections = [section for section in of_paper(name, "summary").sections if section.title]
    assert [section.role for section in sections] == ["achievements", "problems", "measures", "experience"]
    asked = "".join(str(line) for point in sections[1].points for line in point.text)
    assert all(word in asked for word in ("面向", "收集意见", "归纳为"))


@kind("campaign-summary")
def test_campaign_project_has_parts_that_sum(name: str) -> None:
    facts = outline(name).facts
    project = next(fact for fact in facts.values() if fact.name.endswith("任务"))
    assert len(project.sum) >= 2
    assert project.name in sums_used(name)


def test_campaign_example_gives_the_whole_project() -> None:
    said = "全年任务116个，截至7月10日，新建、改扩建72个，其中建成5个、在建48个、筹备开工19个；置换用房44个"
    assert said in text("examples/campaign-summary", "summary")


@kind("campaign-summary")
def test_campaign_summary_says_what_was_done_not_what_should_be(name: str) -> None:
    assert re.findall("[，。]要|应当|必须|同志们", text(name, "summary")) == []


# 推进会讲话


@kind("assessment-speech")
def test_speech_greets_says_its_task_and_calls_at_the_end(name: str) -> None:
    blocks = document(name, "speech").blocks
    assert any(isinstance(block, Salutation) and text_of(block) == "同志们：" for block in blocks)
    paragraphs = [text_of(block) for block in blocks if isinstance(block, Paragraph)]
    assert paragraphs[0].startswith("今天召开这次会议，主要任务是总结")
    assert re.match("同志们，.*让我们.*！$", paragraphs[-1])


@kind("assessment-speech")
def test_speech_has_four_parts_and_all_four_levels(name: str) -> None:
    headings = [block for block in document(name, "speech").blocks if isinstance(block, Heading)]
    assert [heading.label for heading in headings if heading.level == 1] == ["一、", "二、", "三、", "四、"]
    assert {heading.level for heading in headings} == {1, 2, 3, 4}
    parts = [section for section in of_paper(name, "speech").sections if section.title]
    assert [part.role for part in parts] == ["background", "achievements", "tasks", "safeguards"]
    assert [point.role for point in parts[1].points] == ["achievements", "experience", "problems"]


@kind("assessment-speech")
def test_speech_total_is_the_sum_of_three_grades(name: str) -> None:
    total = next(fact for fact in outline(name).facts.values() if fact.name.startswith("上等级"))
    assert [part[:2] for part in total.sum] == ["一级", "二级", "三级"]
    assert total.name in sums_used(name)


def test_speech_example_adds_seven_six_and_four() -> None:
    assert "17个，其中一级馆7个、二级馆6个、三级馆4个" in text("examples/assessment-speech", "speech")
