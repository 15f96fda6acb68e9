"""Facts that are made of other facts: sums worked out, circles found. Names are compared by NFKC throughout."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import reduce
from typing import TYPE_CHECKING

import msgspec

from drafter.outline.references import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from graphlib import TopologicalSorter

    from drafter.outline.model import Fact

FIGURES = ("value", "previous", "target")
MOST_CIRCLES = 20
LARGEST = Decimal(10) ** 24

_EXACT = Context(prec=200)


def complete(facts: dict[str, Fact]) -> dict[str, Fact]:
    """The facts by folded name, each sum's missing figures worked out where all that it adds up has them."""
    found = {fold(name): fact for name, fact in facts.items()}
    for name in _order(found):
        found[name] = _summed(found[name], found)
    return found


def total(fact: Fact, found: dict[str, Fact], figure: str = "value") -> Decimal | None:
    """What the facts that ``fact`` sums come to; None where one of them is not known, or it is past all bounds."""
    return _added(getattr(found.get(fold(name)), figure, None) for name in fact.sum)


def is_known(fact: Fact, found: dict[str, Fact]) -> bool:
    """Whether all that ``fact`` sums has a figure."""
    return all(fold(name) in found and found[fold(name)].value is not None for name in fact.sum)


def together(names: tuple[str, ...], found: dict[str, Fact]) -> Decimal:
    """What those of the facts called ``names`` that are known come to."""
    known = (found[fold(name)].value for name in names if fold(name) in found)
    return reduce(_EXACT.add, (value for value in known if value is not None), Decimal(0))


def circles(facts: dict[str, Fact]) -> list[list[str]]:
    """Names of facts that are made of themselves, each circle from a name back to it."""
    if not any(fact.sum or fact.parts for fact in facts.values()):
        return []
    from graphlib import CycleError

    found = {fold(name): fact for name, fact in facts.items()}
    edges = {name: _made_of(fact, found) for name, fact in found.items()}
    circles: list[list[str]] = []
    while len(circles) < MOST_CIRCLES:
        try:
            _sorter(edges).prepare()
        except CycleError as error:
            circles.append([found[name].name for name in reversed(error.args[1])])
            edges |= {name: [] for name in error.args[1]}
        else:
            break
    return circles


def _order(found: dict[str, Fact]) -> Iterator[str]:
    """The sums, each after the sums that it adds up; those in a circle are left out."""
    sums = {name: [fold(part) for part in fact.sum] for name, fact in found.items() if fact.sum}
    if not sums:
        return
    from contextlib import suppress
    from graphlib import CycleError

    sorter = _sorter(sums)
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from (name for name in ready if name in sums)
        sorter.done(*ready)


def _sorter(edges: dict[str, list[str]]) -> TopologicalSorter[str]:
    from graphlib import TopologicalSorter

    return TopologicalSorter(edges)


def _made_of(fact: Fact, found: dict[str, Fact]) -> list[str]:
    return [name for name in map(fold, (*fact.sum, *fact.parts)) if name in found]


def _summed(fact: Fact, found: dict[str, Fact]) -> Fact:
    missing = [figure for figure in FIGURES if getattr(fact, figure) is None]
    return msgspec.structs.replace(fact, **{figure: total(fact, found, figure) for figure in missing})


def _added(values: Iterable[Decimal | None]) -> Decimal | None:
    known = list(values)
    if not known or None in known:
        return None
    total = reduce(_EXACT.add, known)  # type: ignore[arg-type]
    return total if total is not None and abs(total) <= LARGEST else None
