"""Named figures: what each comes to, what is missing of it, and whether its parts agree with it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from drafter.outline import names, sums
from drafter.outline.references import fold
from drafter.outline.text import Gap
from drafter.problems import Edit, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from drafter.outline.model import Fact

    At = Callable[[str], Place]

UNUSABLE = ("{{", "}}", "|")
MOST_NAMES = 1000
MOST = 500


def amount(name: str, facts: dict[str, Fact]) -> Decimal | None:
    """The figure of a fact, summed where it is a sum; None where it is not known, or there is no such fact."""
    fact = sums.complete(facts).get(fold(name))
    return fact.value if fact else None


def missing(fact: Fact, figure: str, found: dict[str, Fact]) -> Gap:
    """The gap that keeps ``figure`` of a fact from being printed: of a sum, the first part that nobody has filled in.

    ``figure`` is a key of the fact (value, previous, target, unit); ``found`` are the facts by folded name.
    """
    if figure == "value":
        fact = _unfilled(fact, found)
        return Gap(f"{fact.pointer}/value", fact.name, fact.source)
    return Gap(f"{fact.pointer}/{figure}", f"{fact.name}（{names.chinese('fact', figure)}）", fact.source)


def check(facts: dict[str, Fact], at: At) -> list[Problem]:
    """What is wrong with the facts themselves, whether a text uses them or not; ``at`` gives the place of a pointer.

    Of very many problems the first hundreds are enough.
    """
    found = sums.complete(facts)
    problems = list(islice((problem for fact in facts.values() for problem in _check(fact, found, at)), MOST))
    problems += islice(_alike(facts, at), MOST)
    return problems + [_circle(circle, found, at) for circle in sums.circles(facts)]


def check_name(name: str, place: Place) -> Iterator[Problem]:
    """Whether a fact or list can be called ``name``: nothing that a reference means already, or could not hold."""
    if names.canonical("references", name):
        yield Problem("facts.reserved-name", place, {"name": name})
    elif any(mark in fold(name) for mark in UNUSABLE):
        yield Problem("facts.name-with-marks", place, {"name": name})


def _unfilled(fact: Fact, found: dict[str, Fact]) -> Fact:
    seen = set()
    while fact.sum and fact.name not in seen:
        seen.add(fact.name)
        parts = (found.get(fold(name)) for name in fact.sum)
        fact = next((part for part in parts if part is not None and part.value is None), fact)
    return fact


def _check(fact: Fact, found: dict[str, Fact], at: At) -> Iterator[Problem]:
    yield from check_name(fact.name, at(fact.pointer))
    for key, members in (("sum", fact.sum), ("parts", fact.parts)):
        yield from _check_members(fact, key, members, found, at)
    if fact.sum:
        yield from _check_sum(fact, found, at)
    if fact.parts:
        yield from _check_parts(fact, found, at)


def _check_members(fact: Fact, key: str, members: tuple[str, ...], found: dict[str, Fact], at: At) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, name in enumerate(members):
        if fold(name) not in found:
            yield _unknown(name, found, at(f"{fact.pointer}/{key}/{index}"))
        elif fold(name) in seen:
            place = at(f"{fact.pointer}/{key}/{index}")
            yield Problem("facts.twice", place, {"name": name, "fact": fact.name})
        seen.add(fold(name))


def _unknown(name: str, found: dict[str, Fact], place: Place) -> Problem:
    near = names.nearest(name, [fact.name for fact in found.values()]) if len(found) <= MOST_NAMES else ""
    remedy = "facts.did-you-mean" if near else ""
    edit = Edit(place, name, near) if near else None
    return Problem("facts.unknown-fact", place, {"name": name, "near": near}, remedy=remedy, edit=edit)


def _check_sum(fact: Fact, found: dict[str, Fact], at: At) -> Iterator[Problem]:
    total = sums.total(fact, found)
    if total is None and sums.is_known(fact, found):
        yield Problem("facts.too-large", at(fact.pointer), {"name": fact.name})
    if total is not None and fact.value not in (None, total) and not fact.about:
        yield _differing("facts.sum-differs", at(f"{fact.pointer}/value"), fact.name, fact.value, total, fact.sum)


def _check_parts(fact: Fact, found: dict[str, Fact], at: At) -> Iterator[Problem]:
    whole = found[fold(fact.name)].value
    total = sums.together(fact.parts, found)
    if whole is not None and total > whole:
        yield _differing("facts.parts-exceed", at(f"{fact.pointer}/parts"), fact.name, whole, total, fact.parts)


def _differing(id: str, place: Place, name: str, value: Decimal, total: Decimal, members: tuple[str, ...]) -> Problem:
    args: dict[str, str | int] = {"name": name, "value": f"{value:f}", "total": f"{total:f}"}
    return Problem(id, place, args | {"members": "、".join(members)})


def _alike(facts: dict[str, Fact], at: At) -> Iterator[Problem]:
    first: dict[str, Fact] = {}
    for fact in facts.values():
        other = first.setdefault(fold(fact.name), fact)
        if other is not fact:
            yield Problem("facts.alike", at(fact.pointer), {"name": fact.name, "other": other.name})


def _circle(circle: list[str], found: dict[str, Fact], at: At) -> Problem:
    pointer = found[fold(circle[0])].pointer
    return Problem("facts.circle", at(pointer), {"names": " → ".join(circle)})
