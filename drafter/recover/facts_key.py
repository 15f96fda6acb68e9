"""The facts a writer will need again next year: what repeats, is measured, or leads the paper."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.facts_changes import Grown
    from drafter.recover.facts_names import Named
    from drafter.recover.facts_sums import Made
    from drafter.recover.model import Old


def key_names(old: Old, everything: Sequence[Named], growths: Sequence[Grown], made: Made) -> frozenset[str]:
    """The names of facts told twice, with growth, part of a total, or standing in a heading or the opening."""
    told = Counter(each.name for each in everything)
    kept = {name for name, times in told.items() if times > 1}
    kept |= {growth.named.name for growth in growths}
    kept |= {each.name for each in everything if _leads(old, each.figure.part)}
    for total, (_, members) in made.items():
        kept |= {total, *members}
    return frozenset(kept)


def _leads(old: Old, index: int) -> bool:
    part = old.parts[index]
    return part.kind == "heading" or part.role == "opening"
