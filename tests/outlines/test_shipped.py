"""Every starter and example loads without a word of complaint and serves all four papers."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from drafter.language.quantities import against, completion, growth, show
from drafter.outline import names
from drafter.papers.compose import gaps

from . import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.model import Fact, Outline

ALL = shipped.STARTERS + shipped.EXAMPLES
# References and holes that came through, marks that met, spaces between characters.
LEFT_OVER = re.compile(r"[{}|#]|None|第位|“”|《》|（）|[。；，、：]{2,}|[\u4e00-\u9fff，。] +[\u4e00-\u9fff]")
TOLD = re.compile("(?:会议|长|】)(通报|介绍|指出|认为|提出|分析|明确|强调|要求|号召)，")
PAPERS = pytest.mark.parametrize("paper", shipped.PAPERS)


def test_each_kind_has_a_starter_and_an_example() -> None:
    kinds = {name.en for name in names.tables()["kinds"]}
    assert {path.stem for path in shipped.FOLDER.glob("*.yaml")} == kinds == set(shipped.KINDS)
    assert {path.stem for path in (shipped.FOLDER / "examples").glob("*.yaml")} == kinds


@pytest.mark.parametrize("name", ALL)
def test_loads_without_problems(name: str) -> None:
    assert shipped.loaded(name).problems == ()
    assert shipped.outline(name).kind == name.rpartition("/")[2]


@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_an_example_fills_in_who_when_and_where(name: str) -> None:
    outline = shipped.outline(name)
    who, meeting = outline.organization, outline.meeting
    assert all((who.name, who.abbr, who.self, who.area, who.led_by, who.founded, outline.headline, outline.credits))
    assert all((meeting.name, meeting.short, meeting.date, meeting.time, meeting.place, meeting.purpose))
    assert all(person.name and person.post and person.call for person in (meeting.speaker, meeting.host))
    assert all((meeting.attendees, meeting.attendance, meeting.agenda))


@PAPERS
@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_an_example_has_no_gaps(name: str, paper: str) -> None:
    assert gaps(shipped.document(name, paper), shipped.outline(name)) == []
    assert "待填" not in shipped.text(name, paper)


@PAPERS
@pytest.mark.parametrize("name", shipped.STARTERS)
def test_a_starter_is_a_clean_draft_full_of_named_gaps(name: str, paper: str) -> None:
    told = gaps(shipped.document(name, paper), shipped.outline(name))
    assert len(told) >= 5
    assert all(problem.args["name"] and problem.place.line for problem in told)


@PAPERS
@pytest.mark.parametrize("name", ALL)
def test_nothing_is_left_over_in_a_paper(name: str, paper: str) -> None:
    assert LEFT_OVER.findall(body(name, paper)) == []


@pytest.mark.parametrize("name", ALL)
def test_each_paper_reads_as_its_genre_does(name: str) -> None:
    assert re.search("现将.*汇报如下。", shipped.text(name, "report"))
    assert re.search("现将.*总结如下。", shipped.text(name, "summary"))
    speech = shipped.text(name, "speech")
    assert "\n同志们：\n" in speech
    assert re.search(r"\n　　同志们，.*！\s*$", speech)
    told = TOLD.findall(shipped.text(name, "news"))
    assert len(told) >= 2
    assert not any(first == second for first, second in itertools.pairwise(told))


@pytest.mark.parametrize("name", ALL)
def test_news_speaks_of_the_organization_from_outside(name: str) -> None:
    assert re.findall("我馆|我局|我厅|我们|同志们|本馆", shipped.text(name, "news")) == []


@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_the_short_papers_are_shorter_and_the_own_paper_is_a_full_one(name: str) -> None:
    length = {paper: len(shipped.text(name, paper)) for paper in shipped.PAPERS}
    own = names.own_paper(shipped.outline(name).kind)
    assert length["news"] < length["report"]
    assert length[own] > 1000


@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_every_paper_prints_a_fact_alike(name: str) -> None:
    printed: dict[str, set[str]] = {}
    for paper in shipped.PAPERS:
        narrowed = shipped.of_paper(name, paper)
        for fact, words in figures(narrowed):
            printed.setdefault(fact, set()).add(words)
            assert words in ways(narrowed.facts[fact]), (fact, words)
    assert len(printed) >= 15


def ways(fact: Fact) -> set[str]:
    """All that may be printed of a fact."""
    amounts = [number for number in (fact.value, fact.previous, fact.target) if number is not None]
    found = {show(number, fact.unit, fact.show) for number in amounts} | {"未发生"}
    if fact.value is not None:
        found.add(show(fact.value, fact.unit, fact.show, fact.about))
        if fact.previous is not None:
            found.add(against("上年", growth(fact.value, fact.previous, fact.unit, fact.rank)))
        if fact.target is not None:
            found.add(completion(fact.value, fact.target))
    return found


def figures(outline: Outline) -> Iterator[tuple[str, str]]:
    for node in shipped.nodes(outline.sections):
        for text in (*node.text, *node.lead, *node.tail, node.brief):
            for piece in getattr(text, "pieces", ()):
                if piece.fact:
                    yield piece.fact, piece.text


def body(name: str, paper: str) -> str:
    """A paper without its title, whose lines may hold a space."""
    lines = shipped.text(name, paper).splitlines()
    return "\n".join(line for line in lines if line.startswith("　　") and "撰稿" not in line)
