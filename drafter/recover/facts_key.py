"""The facts a writer will need again next year: what repeats, is measured, or leads the paper."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.language.words import words
from drafter.recover.facts_names import PLANNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.facts_changes import Grown
    from drafter.recover.facts_names import Named
    from drafter.recover.facts_sums import Made
    from drafter.recover.model import Old


def key_names(old: Old, everything: Sequence[Named], growths: Sequence[Grown], made: Made) -> frozenset[str]:
    """The names of facts told twice, with growth or a plan, part of a total, or in a heading or the opening."""
    told = Counter(each.name for each in everything)
    kept = {name for name, times in told.items() if times > 1}
    kept |= {growth.named.name for growth in growths}
    kept |= {each.name for each in everything if _leads(old, each.figure.part)}
    kept |= _measured(frozenset(told))
    for total, (_, members) in made.items():
        kept |= {total, *members}
    return frozenset(kept)


def _measured(names: frozenset[str]) -> frozenset[str]:
    """Figures with the growth told behind them (产值, 产值增长), and those planned with what was reached before."""
    moved = (*words("rises"), *words("falls"))
    grown = {(name, name.removesuffix(verb)) for name in names for verb in moved if name.endswith(verb)}
    planned = {(name, name.removeprefix(PLANNED)) for name in names if name.startswith(PLANNED)}
    return frozenset(name for pair in grown | planned if pair[1] in names for name in pair)


def _leads(old: Old, index: int) -> bool:
    part = old.parts[index]
    return part.kind == "heading" or part.role == "opening"
