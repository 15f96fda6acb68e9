"""Rules as a user names them: by code (D203), by the beginning of codes (D2), or by name in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.of_manuscript import view_of
from drafter.check.rule import every
from drafter.check.run import run
from drafter.document.read import read
from drafter.outline import names
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.check.rule import Rule

BETWEEN = ",，、;；"


def codes(words: Iterable[str]) -> frozenset[str]:
    """The codes of all rules meant; several may stand in one word, with commas between.

    Raises DrafterError for a word that no rule answers to.
    """
    parts = (part.strip() for word in words for part in word.translate(_TO_COMMA).split(",") if part.strip())
    return frozenset(code for part in parts for code in _codes(part))


def rule(word: str) -> Rule:
    """The one rule meant. Raises DrafterError, with the nearest, where there is none."""
    found = _called(word)
    if found is None:
        raise DrafterError(_unknown(word))
    return found


def mends(rule: Rule) -> bool:
    """Whether ``--fix`` mends what the rule finds, as its examples show."""
    if rule.area == "outline":
        return False
    views = (view_of(read(example["wrong"].encode(), "")) for example in rule.head["example"])
    return any(problem.edits for view in views for problem in run([rule], view))


def _codes(word: str) -> list[str]:
    beginning = names.fold(word).upper()
    found = [each.code for each in every() if len(beginning) > 1 and each.code.startswith(beginning)]
    return found or [rule(word).code]


def _called(word: str) -> Rule | None:
    said = names.fold(word)
    by_code = (each for each in every() if each.code.casefold() == said)
    return next(by_code, None) or next((each for each in every() if said in map(names.fold, _names(each))), None)


def _names(rule: Rule) -> tuple[str, str]:
    return rule.head["name_en"], rule.head["name_zh"]


def _unknown(word: str) -> Problem:
    near = names.nearest(word, [spelling for each in every() for spelling in (each.code, *_names(each))])
    remedy = "cli.near" if near else "cli.see-rules"
    return Problem("cli.no-such-rule", args={"word": word, "near": near}, remedy=remedy)


_TO_COMMA = str.maketrans(dict.fromkeys(BETWEEN, ","))
