"""The sampled figures of a recovered document: each a fact, with its unit and a name that will do."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.language.quantities import SCALES

from .marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import FoundFact, Old

    from .annotated import Annotation, Row


def facts(truth: Annotation, old: Old) -> Iterator[Mark]:
    """Each sampled figure, a fact that stands for one no longer there for the next; then whether its name will do."""
    left = list(old.facts)
    for row in truth.facts:
        known = [fact for fact in left if _is_fact(old, fact, row)]
        fact = next((each for each in known if _named(each.name, row)), known[0] if known else None)
        if fact:
            left.remove(fact)
        name = fact.name if fact else _growth_of(old, row)
        yield Mark("facts", bool(name), int(row[0]), f"{row[1]}{row[2]}: no fact")
        if name:
            yield Mark("names of facts", _named(name, row), int(row[0]), f"{row[1]}{row[2]}: {name}")


def _named(name: str, row: Row) -> bool:
    return any(str(word) in name for word in row[3:])


def _is_fact(old: Old, fact: FoundFact, row: Row) -> bool:
    lines = {part.line for part in old.parts if part.line <= int(row[0])}
    near = max(lines, default=0) <= fact.line <= int(row[0]) or fact.line == row[0]
    return near and any(_quantity(old, fact) == _scaled(row[1], unit) for unit in str(row[2]).split("|"))


def _quantity(old: Old, fact: FoundFact) -> tuple[Decimal, str]:
    """A fact's figure in full and its unit; a sum's is that of what it is made of."""
    if fact.value is not None:
        return _scaled(fact.value, fact.unit)
    parts = [each for each in old.facts if each.name in fact.sum]
    return sum((_quantity(old, each)[0] for each in parts), Decimal(0)), _scaled(0, fact.unit)[1]


def _scaled(value: object, unit: str) -> tuple[Decimal, str]:
    """A figure in full and its unit without 万 or 亿 before it: 4.5, 万人次 → 45000, 人次."""
    unit = unicodedata.normalize("NFKC", unit)
    scale = max((each for each in SCALES if unit.startswith(each)), key=len)
    return Decimal(str(value)) * SCALES[scale], unit.removeprefix(scale)


def _growth_of(old: Old, row: Row) -> str:
    """What a figure is the growth of, where the text says it as that and not as a fact of its own."""
    for part in old.parts:
        for reference in part.references if part.line <= int(row[0]) else ():
            words = unicodedata.normalize("NFKC", part.text[reference.start : reference.end])
            if "|" in reference.name and f"{row[1]}{row[2]}" in words:
                return reference.name
    return ""
