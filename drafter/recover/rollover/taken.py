"""Stretches that are taken: what comes first has them."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Taken:
    """A growing set of stretches that do not touch each other."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def take(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Take some stretches, or none of them where one is taken already; an empty one may stand between others."""
        if any(self._touches(*span) for span in spans):
            return False
        for first, last in spans:
            if first < last:
                insort(self._spans, (first, last))
        return True

    def _touches(self, start: int, end: int) -> bool:
        before = bisect_left(self._spans, (max(end, start + 1),)) - 1
        if before < 0:
            return False
        first, last = self._spans[before]
        return last > start and (start < end or first < start)
