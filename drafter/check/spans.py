"""Spans of a text, asked whether they touch another."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "\ufffc"
Span = tuple[int, int]


class Spans:
    """A set of spans, start inclusive and end exclusive, merged where they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = _merged(spans)
        self._ends = [end for _, end in self.spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether any character from ``start`` to ``end`` is in a span; an empty stretch counts as inside or not."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self.spans) and self.spans[index][0] < max(end, start + 1)

    def masked(self, text: str) -> str:
        """``text`` with U+FFFC for every character in a span."""
        parts, last = [], 0
        for start, end in self.spans:
            parts += [text[last:start], MASK * (end - start)]
            last = end
        return "".join([*parts, text[last:]])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
