"""``drafter check --explain``: a rule in full, as its own file tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import messages
from drafter.cli.cells import pad, wrap
from drafter.cli.rules import mends, source
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.rule import Rule
    from drafter.cli.terminal import Line

LABEL = 11
"""Cells of the left column."""
LONGEST = 600
BEGINNING = 120
"""Characters of an example that are shown, and of a longer one."""


def page_lines(rule: Rule, width: int) -> Iterator[Line]:
    """Everything there is to know of a rule, in lines of at most ``width`` cells."""
    lang = messages.language()
    severity = say(f"cli.severity-{rule.severity.value}")
    yield ((f"{rule.code}  {rule.head[f'name_{lang}']}", "file"), (f"  {severity}", rule.severity.value))
    yield (("", ""),)
    yield from (((line, ""),) for line in wrap(rule.head[f"why_{lang}"], width))
    yield (("", ""),)
    for label, text in _rows(rule):
        yield from _row_lines(label, text, width)


def _rows(rule: Rule) -> Iterator[tuple[str, str]]:
    yield say("cli.explain-source"), source(rule)
    for example in rule.head["example"]:
        yield say("cli.explain-wrong"), _excerpt(example["wrong"].rstrip("\n"))
        yield say("cli.explain-right"), _excerpt(example["right"].rstrip("\n"))
    yield say("cli.explain-fix"), say("cli.explain-fix-yes" if mends(rule) else "cli.explain-fix-no")
    yield say("cli.explain-silence"), say("cli.explain-silence-how", code=rule.code)


def _excerpt(example: str) -> str:
    """An example, or the beginning of one whose length is the whole point."""
    return example if len(example) <= LONGEST else example[:BEGINNING] + "……"


def _row_lines(label: str, text: str, width: int) -> Iterator[Line]:
    first, *rest = wrap(text, width - LABEL)
    yield ((pad(label, LABEL), "dim"), (first, ""))
    yield from (((" " * LABEL + line, ""),) for line in rest)
