"""Starting an outline: filled in, in either language, and never over another."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from drafter.cli import terminal
from drafter.outline import names
from drafter.outline.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Drafter

KINDS = [kind for name in names.tables()["kinds"] for kind in (name.en, name.zh)]
ANSWERS = ["--organization", "城市博物馆", "--led-by", "市委、市政府", "--led-by", "市文旅局", "--year", "2025年"]
MORE = ["--meeting", "年度总结会", "--date", "2026年2月8日"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_every_kind_in_both_languages(drafter: Drafter, kind: str, keys: str) -> None:
    ran = drafter("new", kind, *ANSWERS, *MORE, "--keys", keys, "-o", "a.yaml")
    outline = load("a.yaml").outline

    assert ran.code == 0, ran.err
    assert outline is not None
    assert outline.kind == names.canonical("kinds", kind)
    assert outline.organization.name == "城市博物馆"
    assert outline.organization.led_by == ("市委、市政府", "市文旅局")
    assert outline.meeting.name == "年度总结会"
    assert str(outline.meeting.date) == "2026-02-08"
    assert outline.year == 2025


def test_comments_stay_and_keys_are_those_asked_for(drafter: Drafter, folder: Path) -> None:
    drafter("new", "年度总结", "--keys", "zh", "-o", "zh.yaml")
    drafter("new", "年度总结", "--keys", "en", "-o", "en.yaml")
    english, chinese = ((folder / name).read_text("utf-8") for name in ("en.yaml", "zh.yaml"))

    assert "\nsections:" in english
    assert "\n部分:" in chinese
    assert english.count("#") == chinese.count("#") > 20


@pytest.mark.parametrize(
    ("language", "name", "key"), [("en", "annual-report.yaml", "kind:"), ("zh", "年度总结.yaml", "类型:")]
)
def test_name_and_keys_follow_the_users_language(
    drafter: Drafter, folder: Path, request: pytest.FixtureRequest, language: str, name: str, key: str
) -> None:
    if language == "zh":
        request.getfixturevalue("chinese")
    drafter("new", "annual-report")

    assert key in (folder / name).read_text("utf-8")


def test_an_editor_finds_the_schema_beside_the_outline(drafter: Drafter, folder: Path) -> None:
    drafter("new", "annual-report", "-o", "2025/总结.yaml")
    outline = folder / "2025/总结.yaml"
    text = outline.read_text("utf-8")
    line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert line
    assert "://" not in line[1]
    schema = json.loads((outline.parent / line[1]).read_text("utf-8"))

    Draft7Validator.check_schema(schema)
    assert not list(Draft7Validator(schema).iter_errors(YAML(typ="safe", pure=True).load(text)))
    assert list(Draft7Validator(schema).iter_errors({"drafter": 1, "titel": "x"}))


def test_an_outline_is_never_overwritten(drafter: Drafter, folder: Path) -> None:
    (folder / "a.yaml").write_text("mine", "utf-8")
    ran = drafter("new", "annual-report", "-o", "a.yaml")

    assert ran.code == 1
    assert "-o a（2）.yaml" in ran.err
    assert (folder / "a.yaml").read_text("utf-8") == "mine"


def test_what_is_typed_stays_as_it_is(drafter: Drafter, folder: Path) -> None:
    name = "a: \"b\" {{ x }} #c 'd' \\ ＃"
    drafter("new", "annual-report", "--organization", name, "-o", "a.yaml")
    loaded = load("a.yaml")

    assert not loaded.problems
    assert loaded.outline is not None
    assert drafter("render", "a.yaml", "--to", "txt", "-o", "a.txt").code == 0
    assert name in (folder / "a.txt").read_text("utf-8")


def test_all_wrong_answers_are_told_at_once_and_nothing_is_written(drafter: Drafter, folder: Path) -> None:
    ran = drafter("new", "annual-report", "--date", "2026-02-30", "--year", "last", "-o", "a.yaml")

    assert ran.code == 2
    assert "“2026-02-30” is not a date" in ran.err
    assert "“last” is not a year" in ran.err
    assert not list(folder.iterdir())


@pytest.mark.parametrize(("kind", "near"), [("anual-report", "annual-report"), ("年底总结", "年度总结")])
def test_an_unknown_kind_is_answered_with_the_nearest(drafter: Drafter, kind: str, near: str) -> None:
    ran = drafter("new", kind)

    assert ran.code == 2
    assert f"Did you mean {near}?" in ran.err


def test_a_starter_of_ones_own(drafter: Drafter, folder: Path) -> None:
    (folder / "outlines").mkdir()
    (folder / "outlines/月报.yaml").write_text("drafter: 1\norganization:\n  name:\nsections: []\n", "utf-8")
    ran = drafter("new", "月报", "--organization", "城市博物馆", "--keys", "en")

    assert ran.code == 0, ran.err
    assert "name: 城市博物馆" in (folder / "月报.yaml").read_text("utf-8")


def test_without_a_terminal_nothing_is_asked(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    ran = drafter("new")

    assert ran.code == 2
    assert "KIND is missing" in ran.err


def test_on_a_terminal_what_is_missing_is_asked_for(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = ["7", "年底总结", "1", "城市博物馆", "市委、市政府，市文旅局", "", "8th Feb", "2026-2-8"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(typed) + "\n"))
    monkeypatch.setattr(terminal, "interactive", lambda: True)
    ran = drafter("new", "--year", "2025", "--keys", "en")
    outline = load("annual-report.yaml").outline

    assert ran.code == 0, ran.err
    assert "“7”" in ran.err
    assert "Did you mean 年度总结?" in ran.err
    assert "“8th Feb” is not a date" in ran.err
    assert "Which year" not in ran.out
    assert outline is not None
    assert outline.organization.led_by == ("市委、市政府", "市文旅局")
    assert str(outline.meeting.date) == "2026-02-08"
    assert outline.year == 2025


def test_the_end_of_input_stops_the_questions(drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    monkeypatch.setattr(terminal, "interactive", lambda: True)

    assert drafter("new").code == 130
    assert not list(folder.iterdir())


def test_the_schema_goes_to_standard_output_or_a_file(drafter: Drafter, folder: Path) -> None:
    printed = drafter("schema", "--lang", "zh").out
    drafter("结构", "--lang", "zh", "-o", "s.json")

    assert json.loads(printed) == json.loads((folder / "s.json").read_text("utf-8"))
    assert "大纲" in printed
    assert "大纲" not in json.dumps(json.loads(drafter("schema", "--lang", "en").out)["title"], ensure_ascii=False)
