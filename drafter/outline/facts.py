"""Named figures: what each comes to, what is missing of it, and whether its parts agree with it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from drafter.language import quantities
from drafter.outline import names, sums
from drafter.outline.references import fold
from drafter.outline.text import Gap
from drafter.problems import Edit, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from drafter.outline.model import Fact

    At = Callable[[str], Place]

UNUSABLE = ("{{", "}}", "|")
MOST_NAMES = 1000
MOST = 500


def missing(fact: Fact, figure: str, found: dict[str, Fact]) -> Gap:
    """The gap that stands for ``figure`` of a fact where it is not known; of a sum, those who have its parts are asked.

    ``figure`` is a key of the fact (value, previous, target, unit); ``found`` are the facts by folded name.
    """
    holders = dict.fromkeys(part.source for part in _unfilled(fact, figure, found) if part.source)
    return _gap(fact, figure, "、".join(holders) or fact.source)


def wanted(pointer: str, facts: dict[str, Fact]) -> tuple[Gap, ...]:
    """What to ask for so that the figure at ``pointer`` comes to be known: of a sum, the parts nobody has filled in.

    Nothing where no sum is waited for: what stands at ``pointer`` is what to ask for then.
    """
    head, _, figure = pointer.rpartition("/")
    name = head.removeprefix("/facts/").replace("~1", "/").replace("~0", "~")
    fact = facts.get(name) if head.startswith("/facts/") else None
    if fact is None or not fact.sum or figure not in sums.FIGURES:
        return ()
    found = {fold(name): fact for name, fact in facts.items()}
    return tuple(_gap(part, figure, part.source) for part in _unfilled(fact, figure, found))


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


def _gap(fact: Fact, figure: str, who: str) -> Gap:
    label = fact.name if figure == "value" else f"{fact.name}（{names.chinese('fact', figure)}）"
    return Gap(f"{fact.pointer}/{figure}", label, who)


def _unfilled(fact: Fact, figure: str, found: dict[str, Fact]) -> list[Fact]:
    """The facts without ``figure`` that it is added up from, in order and each once; of no sum the fact itself."""
    unfilled, seen, waiting = [], set(), [fact]
    while waiting:
        part = waiting.pop()
        if part.name in seen or getattr(part, figure) is not None:
            continue
        seen.add(part.name)
        if not part.sum:
            unfilled.append(part)
        waiting += [found[fold(name)] for name in reversed(part.sum) if fold(name) in found]
    return unfilled


def _check(fact: Fact, found: dict[str, Fact], at: At) -> Iterator[Problem]:
    yield from check_name(fact.name, at(fact.pointer))
    if fact.about and _is_odd(found[fold(fact.name)]):
        place, args = at(f"{fact.pointer}/about"), {"name": fact.name, "about": fact.about}
        yield Problem("facts.about-not-round", place, {**args}, Severity.HINT)
    for key, members in (("sum", fact.sum), ("parts", fact.parts)):
        yield from _check_members(fact, key, members, found, at)
    if fact.sum:
        yield from _check_sum(fact, found, at)
    if fact.parts:
        yield from _check_parts(fact, found, at)


def _is_odd(fact: Fact) -> bool:
    """Whether a fact has a number that 多 or 余 does not go with, and one of them: 64余场."""
    if fact.value is None or fact.about not in quantities.ABOUT_WITHIN:
        return False
    return not quantities.takes_more(fact.value, fact.unit, fact.show)


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
    edits = (Edit(place, name, near),) if near else ()
    return Problem("facts.unknown-fact", place, {"name": name, "near": near}, remedy=remedy, edits=edits)


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
