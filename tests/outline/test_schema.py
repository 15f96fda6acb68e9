"""The schema that editors check by and the loader agree: on every key, every word, and outlines made up at random."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from drafter.outline import names
from drafter.outline.edits import translate_keys
from drafter.outline.load import loads
from drafter.outline.schema import schema, settings_schema, tables_of
from drafter.problems import Severity

REPOSITORY = Path(__file__).parents[2]
FILES = [Path(__file__).parent / "format.yaml", *sorted((REPOSITORY / "outlines").rglob("*.yaml"))]
TABLES = tables_of("outline")
KEYS = [(table, word) for table in TABLES for word in names.lookup(table)]
WORDS = sorted(
    {
        (name.shape.partition(":")[2], word)
        for table in TABLES
        for name in names.tables()[table]
        if name.shape.startswith("word:")
        for word in names.lookup(name.shape.partition(":")[2])
    }
)
ELSEWHERE = ("outline.unknown-fact", "outline.name-taken")
VALIDATOR = jsonschema.Draft7Validator(schema("zh"))


def as_an_editor_sees_it(text: str) -> Any:
    return json.loads(json.dumps(YAML(typ="safe").load(text), default=datetime.date.isoformat))


def complaints(outline: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(outline)]


def errors(outline: object) -> list[str]:
    """What the loader says of an outline, but for facts that do not add up or that nothing is known of."""
    problems = loads(json.dumps(outline, ensure_ascii=False).encode(), "f").problems
    found = [problem.id for problem in problems if problem.severity == Severity.ERROR]
    return [each for each in found if each.startswith("outline.") and each not in ELSEWHERE]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_a_schema_with_words_of_one_language(lang: str) -> None:
    made = schema(lang)
    jsonschema.Draft7Validator.check_schema(made)

    about = made["definitions"]["outline"]["properties"]["标题"]["description"]

    assert about.isascii() == (lang == "en")
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_outline_of_ours_is_valid_in_both_languages(path: Path, lang: str) -> None:
    assert complaints(as_an_editor_sees_it(translate_keys(path.read_text("utf-8"), lang))) == []


# Where a map of each table stands, and a value of each shape.
HOLDERS: dict[str, Any] = {
    "outline": lambda map_: map_,
    "fact": lambda map_: {"facts": {"甲": map_}},
    "node": lambda map_: {"sections": [map_]},
    "person": lambda map_: {"meeting": {"host": map_}},
    "agenda": lambda map_: {"meeting": {"agenda": [map_]}},
    "table": lambda map_: {"sections": [{"table": map_}]},
    "attachment": lambda map_: {"attachments": [map_]},
}
SAMPLES: dict[str, Any] = {
    "version": 1, "number": 4.5, "year": 2025, "day": "2026-02-08", "loose-day": "6月底", "truth": True,
    "list": ["甲"], "paragraphs": ["甲", "乙"], "names": ["甲"], "headline": ["甲"], "fact-name": "甲",
    "papers": ["report", "新闻稿"], "titles": {"report": "甲", "其他": "乙"}, "title-lines": {"news": ["甲", "乙"]},
    "people": [{"name": "甲"}, "乙"], "agenda": [{"did": "甲"}], "facts": {"甲": {"value": 1}}, "lists": {"甲": ["乙"]},
    "sections": [{"title": "甲"}, "乙"], "points": [{"paragraph": "甲"}, "乙"], "rows": [["甲"]],
    "table": {"header": ["甲"], "rows": [["乙"]]}, "attachments": [{"title": "甲"}, "乙"], "signature": {"by": "甲"},
    "credits": {"撰稿": "甲"}, "organization": {"name": "甲"}, "meeting": {"name": "甲"}, "campaign": {"name": "甲"},
    "person": {"name": "甲"}, "layout": "gbt9704", "start": 3,
}  # fmt: skip


def held(table: str, map_: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = HOLDERS.get(table, lambda each: {table: each})(map_)
    return made


def sample(shape: str) -> object:
    return names.tables()[shape.partition(":")[2]][0].zh if shape.startswith("word:") else SAMPLES.get(shape, "甲")


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_every_key_is_known_to_both(table: str, key: str) -> None:
    outline = held(table, {key: sample(names.lookup(table)[key].shape)})

    assert complaints(outline) == []
    assert errors(outline) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_key_nobody_knows_is_refused_by_both(table: str) -> None:
    outline = held(table, {"nonsense": "甲"})

    assert complaints(outline)
    assert "outline.unknown-key" in errors(outline)


def test_the_schema_has_no_key_that_the_loader_has_not() -> None:
    definitions = schema("en")["definitions"]

    assert {(table, key) for table in definitions for key in definitions[table]["properties"]} == set(KEYS)


WORD_KEYS = {
    name.shape.partition(":")[2]: (table, name.en)
    for table in TABLES
    for name in names.tables()[table]
    if name.shape.startswith("word:")
}


@pytest.mark.parametrize(("words", "word"), WORDS)
def test_every_word_is_known_to_both(words: str, word: str) -> None:
    table, key = WORD_KEYS[words]
    outline = held(table, {key: word})

    assert complaints(outline) == []
    assert errors(outline) == []


@pytest.mark.parametrize("words", [words for words in WORD_KEYS if words not in ("kinds", "papers")])
def test_a_word_nobody_knows_is_refused_by_both(words: str) -> None:
    table, key = WORD_KEYS[words]
    outline = held(table, {key: "nonsense"})

    assert complaints(outline)
    assert errors(outline) == [f"outline.unknown-{words}"]


@pytest.mark.parametrize(
    "outline",
    [
        {"facts": {"甲": 3}},
        {"facts": {"甲": {"value": "很多"}}},
        {"facts": {"甲": {"value": True}}},
        {"meeting": ["甲"]},
        {"meeting": {"date": "明天"}},
        {"year": 25},
        {"start": 0},
        {"sections": [{"title": ["甲"]}]},
        {"organization": {"name": {"a": "b"}}},
        {"attachments": [{"table": "nonsense"}]},
        {"drafter": 2},
    ],
)
def test_what_one_refuses_the_other_refuses(outline: object) -> None:
    assert complaints(outline)
    assert errors(outline)


SIMPLE = st.sampled_from(["甲", "乙丙", "{{ year }}年", 3, 4.5, True, None])
TEXTS = st.one_of(SIMPLE, st.lists(SIMPLE, max_size=3))
PAPERS = [word for table in ("papers", "others") for word in names.lookup(table)]
SHAPES: dict[str, st.SearchStrategy[Any]] = {
    "version": st.sampled_from([1, "1", None]),
    "number": st.one_of(st.integers(-(10**9), 10**9), st.sampled_from([0.5, "4.50", None])),
    "year": st.sampled_from([2025, "2025", None]),
    "start": st.sampled_from([1, "12", None]),
    "day": st.sampled_from(["2026-02-08", "2026年2月8日", None]),
    "truth": st.sampled_from([True, False, "是", "否", "yes", None]),
    "papers": st.lists(st.sampled_from([word for word in PAPERS if word not in ("other", "其他")]), max_size=2),
    "list": TEXTS,
    "paragraphs": TEXTS,
    "names": TEXTS,
    "headline": TEXTS,
    "lists": st.dictionaries(st.sampled_from(["名单", "三个馆"]), TEXTS, max_size=2),
    "credits": st.dictionaries(st.sampled_from(["撰稿", "审核"]), SIMPLE, max_size=2),
    "titles": st.one_of(SIMPLE, st.dictionaries(st.sampled_from(["report", "新闻稿", "其他"]), SIMPLE, min_size=1)),
    "title-lines": st.one_of(TEXTS, st.dictionaries(st.sampled_from(["report", "新闻稿", "其他"]), TEXTS, min_size=1)),
    "facts": st.deferred(lambda: st.dictionaries(st.sampled_from(["甲", "乙丙"]), maps("fact"), max_size=2)),
    "sections": st.deferred(lambda: st.lists(st.one_of(SIMPLE, maps("node")), max_size=2)),
    "points": st.deferred(lambda: st.lists(st.one_of(SIMPLE, maps("node")), max_size=2)),
    "people": st.deferred(lambda: st.lists(maps("person"), max_size=2)),
    "agenda": st.deferred(lambda: st.lists(maps("agenda"), max_size=2)),
    "rows": st.lists(st.lists(SIMPLE, min_size=2, max_size=2), max_size=2),
    "table": st.one_of(st.sampled_from(["tasks", "任务", None]), st.deferred(lambda: maps("table"))),
    "attachments": st.deferred(lambda: st.lists(st.one_of(SIMPLE, maps("attachment")), max_size=2)),
}


def of_shape(shape: str) -> st.SearchStrategy[Any]:
    if shape.startswith("word:"):
        return st.sampled_from([*names.lookup(shape.partition(":")[2]), None])
    return SHAPES[shape] if shape in SHAPES else maps(shape) if shape in names.tables() else SIMPLE


@st.composite
def maps(draw: st.DrawFn, table: str) -> dict[str, Any]:
    """A map with some of the keys of a table, each in one language."""
    chosen = draw(st.lists(st.sampled_from(names.tables()[table]), max_size=4, unique=True))
    return {draw(st.sampled_from([name.en, name.zh])): draw(of_shape(name.shape)) for name in chosen}


# A map may hold what the schema cannot compare: widths of rows, a paragraph that stands beside other keys.
NOT_IN_A_SCHEMA = {
    "outline.row-width",
    "outline.paragraph-alone",
    "outline.numbering-runs-out",
    "outline.unknown-layouts",
}


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(maps("outline"))
def test_what_the_loader_accepts_is_valid_and_what_is_valid_loads(outline: dict[str, Any]) -> None:
    assert complaints(outline) == []
    assert set(errors(outline)) <= NOT_IN_A_SCHEMA


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("settings", "sound"),
    [
        ({"单位": {"名称": "馆"}, "检查": {"严重程度": {"D102": "提示"}, "忽略": "D417", "用词": ["用词.yaml"]}}, True),
        (
            {"checking": {"words": [{"wrong": "甲", "since": "2025-01-01", "certainty": "sure"}]}, "language": "zh"},
            True,
        ),
        ({"checking": {"severities": {"D102": "grave"}}}, False),
        ({"checking": {"words": [{"worng": "甲"}]}}, False),
        ({"sections": []}, False),
        (None, True),
    ],
)
def test_settings_have_a_schema_of_their_own(lang: str, settings: object, sound: bool) -> None:
    made = settings_schema(lang)
    jsonschema.Draft7Validator.check_schema(made)

    assert jsonschema.Draft7Validator(made).is_valid(settings) == sound
