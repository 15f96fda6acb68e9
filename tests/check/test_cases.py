"""Cases that need no Python: ``cases/d203_enumerations.yaml`` holds texts and what the rule of that name finds there.

Each case has ``about`` and a ``text`` (or ``outline: true`` and an outline as its text, or ``sample`` and ``line``: a
line of a real document), and ``finds``: a list of ``text``, and ``line``, ``says`` or ``severity`` where they matter;
``[]`` must stay quiet. ``fixed`` is the text with the rule's fixes made. ``office`` gives fields of ``Office``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from ruamel.yaml import YAML

from drafter import yaml_files
from drafter.check.office import Office
from drafter.check.rule import Rule, every

from .texts import fixed, found

if TYPE_CHECKING:
    from drafter.problems import Problem

CASES = Path(__file__).parent / "cases"
SAMPLES = Path(__file__).parents[3] / "shared/samples"
RULES = {rule.name: rule for rule in every()}

FOUND = [
    pytest.param(RULES[path.stem], case, id=f"{path.stem}-{case['about']}")
    for path in sorted(CASES.glob("*.yaml"))
    for case in YAML(typ="safe").load(path)
]


@pytest.mark.parametrize(("rule", "case"), FOUND)
def test_case(rule: Rule, case: dict[str, Any]) -> None:
    text = case["text"].rstrip("\n") if "text" in case else sample(case["sample"])
    told = problems(rule, case, text)
    if "line" in case:
        told = [each for each in told if each.place.line == case["line"]]

    assert [shown(each, like) for each, like in zip(told, case["finds"], strict=False)] == case["finds"]
    assert len(told) == len(case["finds"]), [each.args for each in told]
    if "fixed" in case:
        assert fixed(text, told) == case["fixed"].rstrip("\n")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_true_case_and_a_near_miss(rule: Rule) -> None:
    cases = YAML(typ="safe").load(CASES / f"{rule.name}.yaml")

    assert any(case["finds"] for case in cases)
    assert any(not case["finds"] for case in cases)


def problems(rule: Rule, case: dict[str, Any], text: str) -> list[Problem]:
    office = msgspec.convert(case.get("office", {}), Office)
    problems = found(rule, text, office, case.get("outline", False))
    return sorted(problems, key=lambda each: (each.place.line, each.place.column))


def sample(name: str) -> str:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip("the real documents are not beside this checkout")
    text, _ = yaml_files.decode(path.read_bytes())
    assert text
    return text


def shown(problem: Problem, like: dict[str, Any]) -> dict[str, Any]:
    """A problem in the words that a case uses of it."""
    said = {
        "text": problem.args.get("text", ""),
        "line": problem.place.line,
        "column": problem.place.column,
        "says": problem.id.rpartition(".")[2],
        "severity": problem.severity.value,
    }
    return {key: said.get(key, problem.args.get(key)) for key in like}
