"""What every rule promises of itself: its examples hold, and it can be explained."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from drafter.check.office import Office
from drafter.check.rule import Rule, every
from drafter.check.run import check
from drafter.messages import catalog, code

from .texts import document, fixed, found

RULES = every()
HEAD = {"name_en", "name_zh", "severity", "source", "why_en", "why_zh"}
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.head["example"], 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_are_what_they_say(rule: Rule, example: dict[str, Any]) -> None:
    office = msgspec.convert(example.get("office", {}), Office)
    as_outline = rule.area == "outline"
    problems = found(rule, example["wrong"], office, as_outline)

    assert problems
    assert found(rule, example["right"], office, as_outline) == []
    if any(problem.edits for problem in problems):
        assert fixed(example["wrong"], problems) == example["right"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_is(rule: Rule) -> None:
    assert set(rule.head) >= HEAD
    for name, entry in catalog(rule.message("says").rpartition(".")[0]).items():
        if isinstance(entry, dict):
            assert {"en", "zh", "remedy_en", "remedy_zh"} <= set(entry), name


def test_codes_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_rule_that_fails_costs_nobody_what_the_others_find(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = next(rule for rule in RULES if rule.code == "D102")
    monkeypatch.setitem(vars(broken), "find", lambda view: 1 // len(view.outline or ""))

    told = check(document("展览、讲座...都受欢迎.今年布署了工作。"))

    assert [problem.args["rule"] for problem in told if problem.id == "check.rule-failed"] == ["D102"]
    assert "D401" in [code(problem) for problem in told]
