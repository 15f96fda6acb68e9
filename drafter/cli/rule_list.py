"""``drafter list rules``: every rule by what it is about, with its code, its name and how grave it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import messages
from drafter.check.rule import AREAS, rules
from drafter.cli.cells import cells, pad, wrap
from drafter.cli.rules import mends
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.rule import Rule
    from drafter.cli.terminal import Line

Row = tuple[str, str, str, str]


def rule_lines(width: int) -> Iterator[Line]:
    """All rules, area by area, in lines of at most ``width`` cells."""
    for area in AREAS:
        yield ((say(f"cli.area-{area}"), "file"),)
        rows = [_row(rule) for rule in rules(area)]
        widest = max((cells(row[1]) for row in rows), default=0)
        yield from (_line(row, min(widest, width // 2)) for row in rows)
        yield (("", ""),)
    yield from (((line, "dim"),) for line in wrap(say("cli.list-rules-more"), width))


def _row(rule: Rule) -> Row:
    """Code, name, severity's word and what mends it."""
    name = rule.head[f"name_{messages.language()}"]
    return rule.code, name, rule.severity.value, say("cli.list-rules-mended") if mends(rule) else ""


def _line(row: Row, width: int) -> Line:
    code, name, severity, mended = row
    label = say(f"cli.severity-{severity}")
    return (f"  {code}  {pad(name, width)}  ", ""), (label, severity), (f"  {mended}".rstrip(), "dim")
