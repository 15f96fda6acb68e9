"""SARIF 2.1.0, which code scanning reads: the rules as they explain themselves, what was found, how it is mended.

Columns count characters, as everywhere in Drafter (``columnKind``). A Word file's lines are its paragraphs; its text
cannot be replaced by lines and columns, so that fixes are given for text files only.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from drafter import __version__, messages
from drafter.check.rule import every
from drafter.cli.formats.records import code, excerpt, name
from drafter.cli.paths import counts_paragraphs
from drafter.cli.rules import source
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.check.rule import Rule
    from drafter.problems import Edit, Place, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def text(problems: Sequence[Problem]) -> str:
    """All problems as one run, in the order given."""
    known = [_rule(rule) for rule in every()]
    rules = [*known, *_without_rule(problems, {each["id"] for each in known})]
    index = {each["id"]: number for number, each in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "drafter", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, index) for problem in problems],
    }
    data = msgspec.json.encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    return msgspec.json.format(data, indent=2).decode()


def _rule(rule: Rule) -> dict[str, Any]:
    lang = messages.language()
    return {
        "id": rule.code,
        "name": rule.name.partition("_")[2].title().replace("_", ""),
        "shortDescription": {"text": rule.head[f"name_{lang}"]},
        "fullDescription": {"text": rule.head[f"why_{lang}"]},
        "help": {"text": "\n".join([source(rule), *_examples(rule)])},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.head["example"]:
        yield from (f"✗ {example['wrong']}", f"✓ {example['right']}")


def _without_rule(problems: Sequence[Problem], known: set[str]) -> list[dict[str, Any]]:
    """What no rule found, but whoever read the file, answers to the id of its message."""
    return [{"id": each} for each in dict.fromkeys(map(code, problems)) if each not in known]


def _result(problem: Problem, index: dict[str, int]) -> dict[str, Any]:
    remedy = messages.remedy(problem)
    result = {
        "ruleId": code(problem),
        "ruleIndex": index[code(problem)],
        "level": LEVELS[problem.severity],
        "message": {"text": messages.describe(problem) + (f"\n{remedy}" if remedy else "")},
        "locations": _locations(problem),
    }
    fixes = _fixes(problem)
    return result | ({"fixes": fixes} if fixes else {})


def _locations(problem: Problem) -> list[dict[str, Any]]:
    place = problem.place
    if not place.file:
        return []
    physical: dict[str, Any] = {"artifactLocation": _artifact(place)}
    if place.line:
        words = excerpt(problem)
        physical["region"] = _region(place) | ({"snippet": {"text": words}} if words else {})
    return [{"physicalLocation": physical}]


def _artifact(place: Place) -> dict[str, str]:
    path = name(place.file)
    if os.path.isabs(path):  # noqa: PTH117
        from pathlib import Path

        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.replace(os.sep, "/"))}


def _region(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "endLine": place.end_line or place.line}
    return region | ({"startColumn": place.column, "endColumn": place.end_column} if place.column else {})


def _fixes(problem: Problem) -> list[dict[str, Any]]:
    if not problem.edits or counts_paragraphs(problem.place.file):
        return []
    replacements = [_replacement(edit) for edit in problem.edits]
    change = {"artifactLocation": _artifact(problem.edits[0].place), "replacements": replacements}
    return [
        {"description": {"text": messages.remedy(problem) or messages.describe(problem)}, "artifactChanges": [change]}
    ]


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.new}}
