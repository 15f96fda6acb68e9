"""What programs read of a check: JSON, SARIF and GitHub's workflow commands, parsed back."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import docx
import jsonschema
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Drafter

ROOT = Path(__file__).parent.parent.parent
TEXT = "标题\n展览、讲座…，研学...都受欢迎。\n[bookmark: _GoBack]一是😀管理规范…。\n"
ONLY = ("--only", "D102,D405")
FOUND = [(2, 6, "…"), (2, 10, "..."), (3, 1, "[bookmark: _GoBack]"), (3, 27, "…")]
FIELDS = ["code", "severity", "message", "remedy", "file", "line", "column", "end_line", "end_column", "text"]

TEXT_OBJECT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
REGION = {
    "type": "object",
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endColumn")},
    "required": ["startLine"],
}
ARTIFACT = {"type": "object", "properties": {"uri": {"type": "string", "format": "uri-reference"}}, "required": ["uri"]}
CHANGE = {
    "type": "object",
    "required": ["artifactLocation", "replacements"],
    "properties": {
        "artifactLocation": ARTIFACT,
        "replacements": {
            "type": "array",
            "minItems": 1,
            "items": {"required": ["deletedRegion"], "properties": {"deletedRegion": REGION}},
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": TEXT_OBJECT,
                                                "fullDescription": TEXT_OBJECT,
                                                "help": TEXT_OBJECT,
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": TEXT_OBJECT,
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {"artifactLocation": ARTIFACT, "region": REGION},
                                            }
                                        }
                                    }
                                },
                                "fixes": {
                                    "items": {
                                        "required": ["artifactChanges"],
                                        "properties": {"artifactChanges": {"minItems": 1, "items": CHANGE}},
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}
"""The required parts of the SARIF 2.1.0 schema for what is written here."""


@pytest.fixture
def paper(folder: Path) -> Path:
    path = folder / "旧稿, 第1%版.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_json_has_every_problem_with_its_place(drafter: Drafter, paper: Path) -> None:
    code, out, err = drafter("check", paper.name, *ONLY, "--format", "json")
    problems = json.loads(out)["problems"]
    lines = TEXT.split("\n")

    assert (code, err) == (1, "")
    assert [list(each) for each in problems] == [FIELDS] * 4
    assert [(each["line"], each["column"], each["text"]) for each in problems] == FOUND
    for each in problems:
        assert lines[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1] == each["text"]
        assert (each["end_line"], each["file"]) == (each["line"], paper.name)
        assert all(each[name] for name in ("message", "remedy"))
    assert [each["severity"] for each in problems] == ["warning", "warning", "error", "warning"]
    assert [each["code"] for each in problems] == ["D102", "D102", "D405", "D102"]


def test_what_no_rule_found_has_its_messages_id_for_a_code(drafter: Drafter, folder: Path) -> None:
    (folder / "总结.yaml").write_text("drafter: 1\ntitel: 标题\n", "utf-8")
    problems = json.loads(drafter("check", "总结.yaml", "没有.txt", "--format", "json").out)["problems"]

    (unknown,) = [each for each in problems if each["code"] == "outline.unknown-key"]
    assert (unknown["line"], unknown["column"], unknown["text"]) == (2, 1, "titel")
    (missing,) = [each for each in problems if each["file"] == "没有.txt"]
    assert [missing[name] for name in ("line", "column", "end_line", "end_column", "text")] == [0, 0, 0, 0, ""]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_nothing_found_is_json_too(drafter: Drafter, folder: Path, form: str) -> None:
    (folder / "好.txt").write_text("展览都受欢迎。", "utf-8")

    assert json.loads(drafter("check", "好.txt", *ONLY, "--format", form).out)


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_programs_read_utf_8_from_any_console(paper: Path, form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "check", paper.name, *ONLY, "--format", form],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "gbk", "DRAFTER_LANG": "zh"},
        cwd=paper.parent,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert "遗留下来的" in done.stdout.decode("utf-8")


def sarif(out: str) -> dict[str, Any]:
    log = json.loads(out)
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def test_sarif_points_at_characters_and_at_rules(drafter: Drafter, paper: Path) -> None:
    run = sarif(drafter("check", paper.name, *ONLY, "--format", "sarif").out)
    rules, lines = run["tool"]["driver"]["rules"], TEXT.split("\n")

    assert run["columnKind"] == "unicodeCodePoints"
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == ["D102", "D102", "D405", "D102"]
    for result, (line, column, words) in zip(run["results"], FOUND, strict=True):
        (location,) = (each["physicalLocation"] for each in result["locations"])
        region = location["region"]
        assert unquote(location["artifactLocation"]["uri"]) == paper.name
        assert (region["startLine"], region["startColumn"]) == (line, column)
        assert lines[line - 1][column - 1 : region["endColumn"] - 1] == words == region["snippet"]["text"]


def test_sarif_knows_every_rule_as_it_explains_itself(drafter: Drafter, paper: Path) -> None:
    rules = sarif(drafter("check", paper.name, "--format", "sarif").out)["tool"]["driver"]["rules"]
    ellipsis = next(rule for rule in rules if rule["id"] == "D102")

    assert ellipsis["shortDescription"]["text"] == "ellipsis"
    assert "six dots" in ellipsis["fullDescription"]["text"]
    assert ellipsis["defaultConfiguration"]["level"] == "warning"
    assert "研学...都" in ellipsis["help"]["text"]


def test_sarif_brings_the_fixes_along(drafter: Drafter, paper: Path) -> None:
    run = sarif(drafter("check", paper.name, *ONLY, "--format", "sarif").out)
    lines = TEXT.split("\n")
    changes = [change for each in run["results"] for fix in each.get("fixes", ()) for change in fix["artifactChanges"]]
    for replacement in reversed([one for change in changes for one in change["replacements"]]):
        region, words = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + words + line[region["endColumn"] - 1 :]

    assert "\n".join(lines) == "标题\n展览、讲座……，研学……都受欢迎。\n[bookmark: _GoBack]一是😀管理规范……。\n"


def test_sarif_says_what_could_not_be_read(drafter: Drafter, folder: Path) -> None:  # noqa: ARG001
    run = sarif(drafter("check", "没有.txt", "--format", "sarif").out)
    (result,) = run["results"]

    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert "region" not in result["locations"][0]["physicalLocation"]


COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*,?)+)::([^\n]+)")


def test_github_commands_are_escaped(drafter: Drafter, paper: Path) -> None:
    code, out, _ = drafter("check", paper.name, *ONLY, "--format", "github")
    commands = [COMMAND.fullmatch(line) for line in out.splitlines()]

    assert code == 1
    assert len(commands) == 4
    for command, (line, column, words) in zip(commands, FOUND, strict=True):
        assert command
        given = dict(each.split("=") for each in command[2].split(","))
        assert given["file"] == "旧稿%2C 第1%25版.txt"
        assert (given["line"], given["col"]) == (str(line), str(column))
        assert given["endColumn"] == str(column + len(words))
        assert given["title"] in ("D102", "D405")
        assert "%0A" in command[3]


def test_github_is_silent_where_nothing_is_found(drafter: Drafter, folder: Path) -> None:
    (folder / "好.txt").write_text("展览都受欢迎。", "utf-8")

    assert drafter("check", "好.txt", *ONLY, "--format", "github") == (0, "", "")


GRADED = "标题\n展览受欢迎…。\n[bookmark: _GoBack]我馆 举办展览。\n"


@pytest.mark.parametrize(
    ("form", "levels"),
    [
        ("json", {"D102": "warning", "D405": "error", "D110": "hint"}),
        ("sarif", {"D102": "warning", "D405": "error", "D110": "note"}),
        ("github", {"D102": "warning", "D405": "error", "D110": "notice"}),
    ],
)
def test_each_severity_has_the_name_the_format_gives_it(
    drafter: Drafter, folder: Path, form: str, levels: dict[str, str]
) -> None:
    (folder / "稿.txt").write_text(GRADED, "utf-8")
    out = drafter("check", "稿.txt", "--only", "D102,D110,D405", "--format", form).out

    if form == "json":
        told = {each["code"]: each["severity"] for each in json.loads(out)["problems"]}
    elif form == "sarif":
        told = {each["ruleId"]: each["level"] for each in sarif(out)["results"]}
    else:
        commands = [command for line in out.splitlines() if (command := COMMAND.fullmatch(line))]
        told = {command[2].rpartition("title=")[2]: command[1] for command in commands}
    assert told == levels


def test_sarif_brings_no_fixes_for_a_word_file(drafter: Drafter, folder: Path) -> None:
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "稿.docx"))
    results = sarif(drafter("check", "稿.docx", *ONLY, "--format", "sarif").out)["results"]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]

    assert [(each["startLine"], each["startColumn"]) for each in regions] == [found[:2] for found in FOUND]
    assert not any("fixes" in each for each in results)
