"""Rules as a command is told of them, and what the command tells of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check import called
from drafter.check.of_manuscript import view_of
from drafter.check.rule import every
from drafter.check.run import run
from drafter.document.read import read
from drafter.messages import language, say
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.check.rule import Rule

BETWEEN = "[,，、;；]"
PUBLISHED = ("GB/T", "GF ", "《", "法")
"""What a source has that is no mere usage."""


def codes(words: Iterable[str]) -> frozenset[str]:
    """The codes of all rules meant; several may stand in one word, with commas between.

    Raises DrafterError for a word that no rule answers to.
    """
    parts = (part.strip() for word in words for part in re.split(BETWEEN, word))
    return frozenset(code for part in parts if part for code in _codes(part))


def rule(word: str) -> Rule:
    """The first rule meant. Raises DrafterError, with the nearest, where there is none."""
    first = min(_codes(word))
    return next(each for each in every() if each.code == first)


def mends(rule: Rule) -> bool:
    """Whether ``--fix`` mends what the rule finds, as its examples show."""
    if rule.area == "outline":
        return False
    views = (view_of(read(example["wrong"].encode(), "")) for example in rule.head["example"])
    return any(problem.edits for view in views for problem in run([rule], view))


def source(rule: Rule, lang: str | None = None) -> str:
    """The published texts that a rule rests on, or that it rests on usage."""
    said = rule.head.get(f"source_{lang or language()}", rule.head["source"])
    parts = said.replace(" and usage", "").split("; ")
    published = [part for part in parts if any(mark in part for mark in PUBLISHED)]
    return "; ".join(published) or say("cli.source-usage", lang)


def _codes(word: str) -> frozenset[str]:
    found = called.codes(word)
    if not found:
        near = called.near(word)
        remedy = "cli.near" if near else "cli.see-rules"
        raise DrafterError(Problem("cli.no-such-rule", args={"word": word, "near": near}, remedy=remedy))
    return found
