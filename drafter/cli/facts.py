"""The table of facts: each figure with last year's, its growth, its target, who has it, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.cells import flow
from drafter.cli.table import natural_width, table_lines
from drafter.language import quantities
from drafter.messages import say
from drafter.outline.references import Reference, fold
from drafter.outline.scope import scope_of
from drafter.outline.texts import changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.cli.terminal import Line
    from drafter.outline.model import Fact, Outline
    from drafter.outline.scope import Scope
    from drafter.outline.text import Text

COLUMNS = (
    "cli.column-fact",
    "cli.column-value",
    "cli.column-previous",
    "cli.column-growth",
    "cli.column-target",
    "cli.column-source",
    "cli.column-used",
)


def fact_lines(outline: Outline, width: int) -> list[Line]:
    """All facts, in the order they were typed."""
    scope = scope_of(outline)
    used = _uses(outline, scope)
    wholes = _wholes(outline)
    rows = [_row(scope.facts[fold(name)], used.get(name) or wholes.get(fold(name), [])) for name in outline.facts]
    header = [say(column) for column in COLUMNS]
    if natural_width(header, rows) > width:
        return [((header[0], "file"),), *(line for row in rows for line in _record(header, row, width))]
    return table_lines(header, rows, width, "-rr-r--")


def _record(header: list[str], row: list[str], width: int) -> Iterator[Line]:
    """A fact where a table would not fit: its value, and under it what else is known, each with its column's name."""
    name, value, *others = row
    yield ((f"  {name}  {value}", ""),)
    details = [f"{title} {text}" for title, text in zip(header[2:], others, strict=True) if text]
    yield from (((f"      {line}", "dim"),) for line in flow(details, " · ", width - 6))


def _row(fact: Fact, used: list[str]) -> list[str]:
    return [
        fact.name,
        _value(fact),
        _figure(fact.previous),
        _growth(fact),
        _figure(fact.target),
        fact.source,
        say("cli.list-separator").join(used) or say("cli.unused"),
    ]


def _value(fact: Fact) -> str:
    if fact.value is None:
        return say("cli.no-value")
    return quantities.show(fact.value, fact.unit, fact.show, fact.about)


def _figure(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure:f}"


def _growth(fact: Fact) -> str:
    if fact.value is None or fact.previous is None:
        return ""
    return quantities.growth(fact.value, fact.previous, fact.unit, fact.rank)


def _uses(outline: Outline, scope: Scope) -> dict[str, list[str]]:
    """The lines of the references to each fact."""
    used: dict[str, set[int]] = {}

    def note(text: Text, scope: Scope) -> Text:
        for part in text.parts:
            value = scope.find(part.name.text) if isinstance(part, Reference) else None
            if value is not None and value.fact and isinstance(part, Reference):
                used.setdefault(value.fact, set()).add(outline.places.find(text.pointer, part.offset).line)
        return text

    changed(outline, scope, note)
    return {name: [str(line) for line in sorted(lines)] for name, lines in used.items()}


def _wholes(outline: Outline) -> dict[str, list[str]]:
    """By folded name, the facts that each is added up in, or is a part of."""
    wholes: dict[str, list[str]] = {}
    for fact in outline.facts.values():
        for name in (*fact.sum, *fact.parts):
            wholes.setdefault(fold(name), []).append(fact.name)
    return wholes
