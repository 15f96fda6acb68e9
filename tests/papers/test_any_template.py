"""Whatever a writer puts into a template or a file of wording, a document comes out or a problem: never a traceback."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.messages import describe, remedy
from drafter.papers.compose import compose
from drafter.problems import DrafterError

from .outlines import outline, put

OUTLINE = outline(
    title="总结",
    facts={"接待游客": {"value": 45120, "unit": "人次"}, "空": {"unit": "人"}},
    sections=[{"role": "tasks", "title": "计划", "points": ["甲", {"title": "乙", "points": ["子"]}]}],
)
TEMPLATE = """<article> </article> <p> </p> <h2> </h2> <h2 data-start="3"> <ol> <ol data-form="paragraph">
</ol> <li> </li> <table> <tbody> <tr> <td> </td> </tr> </tbody> </table> <b> </b> <h1> <br/> </h1>
<aside class="attachment"> </aside> <p class="signature"> <p class="date"> <div> </span> <mark data-gap="x">
</mark> &nbsp; &amp; <!-- --> <![CDATA[ ]]> <?at 3 x?> {{ year }} {{ title }} {{ title | join }} {{ sections }}
{{ outline }} {{ opens(sections[0]) }} {{ said(3) }} {{ fact('空') }} {{ fact(3) }} {{ figure('接待游客') }}
{{ year | join }} {{ sections | titles }} {{ meeting.place | brief }} {{ none | close }} {{ nothing }}
{{ meeting.agenda[3] }} {{ 1 / 0 }} {{ titles( }} {% if year %} {% else %} {% endif %} {% for x in sections %}
{% for x in year %} {% endfor %} {{ x }} {% raw %} {% endraw %} {# #} {% macro m(a) %} {% endmacro %}
{{ m(1) }} {% set y = m %} {% include '_body.html.j2' %} {% extends 'report.html.j2' %}
{% import '_frame.html.j2' as f %} {{ f }} {% block b %} {% endblock %} 文字 一、 — ]]> " ' < &""".replace("\n", " ")
PIECES = re.findall(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^<>]*>|\S+", TEMPLATE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("any"))


def told(folder: str) -> None:
    """Compose, and say all that went wrong in both languages."""
    try:
        compose(OUTLINE, "any", folder)
    except DrafterError as error:
        for problem in error.problems:
            for lang in ("en", "zh"):
                assert describe(problem, lang)
                remedy(problem, lang)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)


@given(pieces=st.lists(st.sampled_from(PIECES) | WORDS, max_size=12), wrapped=st.booleans())
def test_any_template(folder: str, pieces: list[str], wrapped: bool) -> None:
    text = " ".join(pieces)
    _put(folder, "papers/any.html.j2", f"<article>{text}</article>" if wrapped else text)
    told(folder)


LEAVES = st.sampled_from(["name", "{count}项", "first", "true", "", "{year}年", "3", "强调"]) | st.text(max_size=4)
KEYS = st.sampled_from(["opening", "verbs", "text", "needs", "asserts", "at", "head", "at_most", "subject", "tasks"])
YAML = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@given(wording=st.dictionaries(KEYS, YAML, max_size=4).map(repr) | st.text())
def test_any_wording(folder: str, wording: str) -> None:
    template = "<article><p>{{ phrase('opening') }}{{ opens(sections[0]) }}{{ said(sections[0]) }}</p></article>"
    _put(folder, "papers/any.html.j2", template)
    _put(folder, "wording/any.yaml", wording)
    told(folder)


def _put(folder: str, name: str, text: str) -> None:
    from pathlib import Path

    put(Path(folder), name, "").write_bytes(text.encode("utf-8", "surrogatepass"))
