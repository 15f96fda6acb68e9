"""Figures are facts: a starter has none of anybody's, and an example types each of them once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from drafter.outline.load import loads

from . import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = re.compile(r"\{\{.*?\}\}")
# What is written in digits without being a figure: days, and the numbers that a quotation plays with.
NO_FIGURE = re.compile(r"\d+年|\d+月\d+日|“\d+”")


def prose(name: str) -> Iterator[tuple[str, str]]:
    """Every text of the body as typed, with the name of its field."""
    for node in shipped.nodes(shipped.outline(name).sections):
        fields = {"title": node.titles.values(), "text": node.text, "lead": node.lead, "tail": node.tail}
        for field, texts in fields.items():
            yield from ((field, str(text)) for text in texts)
        if node.brief:
            yield "brief", str(node.brief)


@pytest.mark.parametrize("name", shipped.STARTERS)
def test_a_starter_names_its_facts_and_has_no_figure(name: str) -> None:
    facts = shipped.outline(name).facts.values()
    assert len(facts) >= 8
    for fact in facts:
        assert fact.unit, fact.name
        assert fact.source, fact.name
        assert (fact.value, fact.previous, fact.target) == (None, None, None), fact.name


@pytest.mark.parametrize("name", shipped.STARTERS)
def test_a_starter_names_nobody(name: str) -> None:
    outline = shipped.outline(name)
    who = outline.organization
    assert not any((who.name, who.abbr, who.self, who.area, who.led_by, who.guided_by, who.founded))
    assert not any((outline.meeting.date, outline.meeting.speaker.name, outline.meeting.host.name, outline.guidance))


@pytest.mark.parametrize("name", shipped.STARTERS + shipped.EXAMPLES)
def test_no_figure_stands_in_the_prose(name: str) -> None:
    typed = [text for _, text in prose(name) if re.search(r"\d", NO_FIGURE.sub("", REFERENCE.sub("", text)))]
    assert typed == []


@pytest.mark.parametrize("name", shipped.STARTERS + shipped.EXAMPLES)
def test_every_fact_and_list_is_used(name: str) -> None:
    outline = shipped.outline(name)
    said = shipped.path(name).read_text("utf-8").split("\nsections:")[1]
    used = set(re.findall(r"\{\{ ([^|}]+?) [|}]", said)) | set(re.findall(r"measure: (\S+)", said))
    assert set(outline.facts) | set(outline.lists) <= used | set(outline.headline)


@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_an_example_shows_what_facts_can_do(name: str) -> None:
    facts = shipped.outline(name).facts.values()
    said = " ".join(text for _, text in prose(name))
    assert any(fact.sum for fact in facts)
    assert any(fact.value == 0 for fact in facts)
    assert any(fact.previous is not None for fact in facts)
    assert re.search(r"\| growth", said)
    assert all(fact.source for fact in facts if not fact.once)
    for way in ("未发生", "比上年"):
        assert way in shipped.text(name, "report")


def test_the_examples_together_show_every_kind_of_fact() -> None:
    facts = [fact for name in shipped.EXAMPLES for fact in shipped.outline(name).facts.values()]
    assert {fact.about for fact in facts} >= {"多", "余", "约", "近", "以上"}
    for field in ("parts", "rank", "once", "target", "as_of", "show"):
        assert any(getattr(fact, field) for fact in facts), field
    printed = "".join(shipped.text(name, "report") for name in shipped.EXAMPLES)
    for way in (
        "上升15位",
        "提高2.3个百分点",
        "与上年持平",
        "下降11.5%",
        "完成年度目标的107.2%",
        "近860万元",
        "约1100人",
        "430余条",
        "90%以上",
        "80多条",
    ):
        assert way in printed, way


@pytest.mark.parametrize(
    ("name", "typed", "wrong"),
    [
        ("examples/campaign-summary", "在建: {value: 48", "在建: {value: 49"),
        ("examples/campaign-summary", "文化站任务: {value: 116", "文化站任务: {value: 117"),
        ("examples/assessment-speech", "二级馆: {value: 6", "二级馆: {value: 5"),
        ("examples/annual-report", "送鉴藏品: {value: 415", "送鉴藏品: {value: 15"),
        ("examples/annual-meeting", "排查隐患: {value: 31", "排查隐患: {value: 21"),
    ],
)
def test_a_figure_that_does_not_add_up_is_told(name: str, typed: str, wrong: str) -> None:
    text = shipped.path(name).read_text("utf-8")
    assert text.count(typed) == 1
    assert loads(text.replace(typed, wrong).encode(), name).problems
