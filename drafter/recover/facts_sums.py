"""Totals that the text takes apart: those whose parts make it up are ``sum``, the others ``parts``."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.language.wholes import wholes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.language.mentions import Mention
    from drafter.recover.facts_names import Named

Made = dict[str, tuple[str, tuple[str, ...]]]
_HEAD = 2


def made_of(here: Sequence[Named], text: str, mentioned: Sequence[Mention]) -> Made:
    """By the name of a total of one part: ``sum`` or ``parts``, and the names it is made of."""
    by_start = {each.figure.mention.start: each for each in here}
    found: Made = {}
    for whole in wholes(text, mentioned):
        total = by_start.get(whole.total.start)
        members = [by_start.get(part.start) for part in whole.parts]
        if total and all(members):
            _add(found, total, [member for member in members if member])
    return found


def named_alike(everything: Sequence[Named]) -> Made:
    """Totals told elsewhere: 革命文物57件, where 一级革命文物 and its like stand in one sentence and make 57."""
    found: Made = {}
    heads: dict[tuple[str, str], Named] = {(each.name, each.figure.printed.unit): each for each in everything}
    for _, run in groupby(everything, lambda each: (each.figure.part, each.figure.sentence, each.figure.printed.unit)):
        members = list({each.name: each for each in run}.values())
        for head in _heads(members):
            total = heads.get((head, members[0].figure.printed.unit))
            listed = [each for each in members if each.name.endswith(head) and each.name != head]
            if total and len(listed) > 1 and _value(total) == sum(map(_value, listed)):
                _add(found, total, listed)
    return found


def _heads(members: list[Named]) -> Iterator[str]:
    """What the last names of a run end with alike, the longest first."""
    if len(members) > 1:
        one, other = members[-1].name, members[-2].name
        same = next((n for n in range(min(len(one), len(other))) if one[-1 - n] != other[-1 - n]), 0)
        yield from (one[-size:] for size in range(same, _HEAD - 1, -1))


def _add(found: Made, total: Named, members: list[Named]) -> None:
    names = tuple(dict.fromkeys(member.name for member in members))
    kept = len(names) == len(members) > 0 and total.name not in names and total.name not in found
    comparable = all(_comparable(member, total) for member in members)
    if not kept or not comparable or any(name in found for name in names):
        return
    added = sum(map(_value, members), Decimal(0))
    if added == _value(total) and len(members) > 1:
        found[total.name] = ("sum", names)
    elif added <= _value(total):
        found[total.name] = ("parts", names)


def _comparable(member: Named, total: Named) -> bool:
    one, other = member.figure.printed, total.figure.printed
    return one.unit == other.unit and not one.about and not other.about


def _value(each: Named) -> Decimal:
    return each.figure.printed.value
