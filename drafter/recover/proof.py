"""Proves by counting that nothing is lost: whatever stood in the document is printed again, or listed.

Counted are characters, blanks aside, each for itself: what two different characters would make good is no proof.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from drafter.recover.model import Old


class Proof(msgspec.Struct, frozen=True):
    """Numbers of characters, blanks aside.

    ``source``: in the document, with labels that Word counts. ``outline``: of these in the outline. ``labels``: printed
    by the program. ``dropped``: left out, and listed. ``changed``: replaced, and listed. ``added``: put in their place.
    ``missing`` and ``extra`` are characters that none of this accounts for.
    """

    source: int
    outline: int
    labels: int
    dropped: int
    changed: int
    added: int
    missing: str = ""
    extra: str = ""

    @property
    def holds(self) -> bool:
        """Whether every character is accounted for."""
        return not self.missing and not self.extra


def prove(old: Old, labels: Mapping[int, str], printed: Sequence[str]) -> Proof:
    """What became of each character of ``old``, whose outline prints ``printed``, with ``labels``."""
    lines = old.manuscript.lines
    source = _counted(chain.from_iterable((line.label, line.text) for line in lines))
    dropped = _counted(each.text for each in old.dropped)
    before, after = _counted(each.old for each in old.changes), _counted(each.new for each in old.changes)
    shown, counted = _counted(printed), _counted(labels.values())
    due, found = source + after, shown + dropped + before
    return Proof(
        source=source.total(),
        outline=shown.total() - counted.total(),
        labels=counted.total(),
        dropped=dropped.total(),
        changed=(before - after).total(),
        added=(after - before).total(),
        missing="".join((due - found).elements()),
        extra="".join((found - due).elements()),
    )


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))
