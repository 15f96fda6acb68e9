"""Nothing a writer types is lost or taken for markup, and every word knows where it is from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document.text import all_runs
from drafter.language.quantities import show
from drafter.outline.load import load
from drafter.outline.model import Fact, Node, Outline
from drafter.outline.narrow import narrow
from drafter.papers.compose import compose
from drafter.yaml_files import FORBIDDEN

from .outlines import EXAMPLES, PAPERS, outline, put

VERBATIM = """<article>
  <h1>{{ title[0] }}</h1>
  {% for node in sections %}
    <h2>{{ node.title }}</h2>
    <p>{{ node.text[0] }}</p>
    <ol data-form="inline">{% for point in node.points %}<li><b>{{ point.title }}</b></li>{% endfor %}</ol>
    <table><tbody><tr><td>{{ node.owner }}</td><td>{{ node.brief }}</td></tr></tbody></table>
  {% endfor %}
  <p class="credits">{{ credits["撰稿"] }}</p>
</article>"""

TRICKY = "<>&\"'{}%#|\\`*_[]()!.:;，。：；“”《》&amp;<b></span>{% x %}]]>\u3000\t县1 一、"
TYPED = (
    st.text(min_size=1)
    | st.text(st.sampled_from(TRICKY), min_size=1)
    | st.sampled_from(["<br/>", "&nbsp;", "{# x #}", "]]>"])
).filter(lambda text: bool(text.strip()) and "{{" not in text and "｛｛" not in text and not FORBIDDEN.search(text))


@pytest.fixture(scope="module")
def verbatim(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("own")
    put(folder, "papers/verbatim.html.j2", VERBATIM)
    return str(folder)


@given(texts=st.lists(TYPED, min_size=7, max_size=7))
def test_any_text_comes_out_as_it_went_in(verbatim: str, texts: list[str]) -> None:
    title, heading, text, point, owner, brief, hand = texts
    section = {"title": heading, "text": text, "points": [{"title": point}], "owner": owner, "brief": brief}
    made = outline(title=title, sections=[section], credits={"撰稿": hand})
    printed: dict[str, str] = {}
    for run in all_runs(compose(made, "verbatim", verbatim).blocks):
        printed[run.source] = printed.get(run.source, "") + run.text
    node = made.sections[0]
    expected = [made.titles[""][0], node.titles[""], node.text[0], node.points[0].titles[""], node.owner, node.brief]
    for typed in (*expected, made.credits["撰稿"]):
        assert printed[getattr(typed, "pointer", "")] == str(typed)


@given(text=TYPED, tail=TYPED)
def test_a_report_changes_nothing_either(text: str, tail: str) -> None:
    made = outline(sections=[{"role": "achievements", "title": "成绩", "text": text, "points": ["甲"], "tail": tail}])
    printed: dict[str, str] = {}
    for run in all_runs(compose(made, "report").blocks):
        printed[run.source] = printed.get(run.source, "") + run.text
    node = made.sections[0]
    for typed in (*node.text, *node.tail):
        assert printed[typed.pointer] == str(typed)


def _texts(outline: Outline) -> list[str]:
    def below(nodes: tuple[Node, ...]) -> list[str]:
        return [text for node in nodes for text in (*node.text, *node.lead, *node.tail, *below(node.points))]

    return below(outline.sections)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_word_of_the_outline_knows_where_it_is_from(path: Path, paper: str) -> None:
    """A sentence of the outline in a run that has no source would be one whose place was lost on the way."""
    made = load(str(path)).outline
    assert made is not None
    runs = list(all_runs(compose(made, paper, str(path)).blocks))
    assert any(run.source for run in runs)
    for run in runs:
        if not run.source:
            assert not any(run.text in text for text in _texts(made) if len(run.text) > len("会议指出，")), run
        else:
            assert made.places.find(run.source).line, run


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_figures_are_the_same_in_every_paper(path: Path) -> None:
    made = load(str(path)).outline
    assert made is not None
    checked = 0
    for paper in PAPERS:
        for run in all_runs(compose(made, paper, str(path)).blocks):
            if run.fact and run.text[0].isdigit() and run.text.endswith(made.facts[run.fact].unit):
                assert run.text in _amounts(narrow(made, paper).facts[run.fact]), run
                checked += 1
    assert checked


def _amounts(fact: Fact) -> set[str]:
    """The fact's own figure, and last year's and the one aimed at, which a text may name."""
    values = [value for value in (fact.value, fact.previous, fact.target) if value is not None]
    return {show(value, fact.unit, fact.show, about) for value in values for about in (fact.about, "")}
