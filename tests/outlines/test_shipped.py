"""Every starter and example loads without a word of complaint and serves all four papers."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from drafter.outline import names
from drafter.papers.compose import gaps

from . import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.model import Outline

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


@PAPERS
@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_same_figures_in_every_paper(name: str, paper: str) -> None:
    """A fact is printed alike wherever it is printed: its figure, or what became of it."""
    printed: dict[str, set[str]] = {}
    for fact, words in figures(shipped.of_paper(name, paper)):
        printed.setdefault(fact, set()).add(words)
    for fact, ways in printed.items():
        assert len({way for way in ways if way[:1].isdigit()}) <= 2, (fact, ways)


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
