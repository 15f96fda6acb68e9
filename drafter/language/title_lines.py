"""Where a title breaks when it takes more than one line.

As 梯形 or 菱形, each line whole in words and sense (GB/T 9704-2012 7.3.1): of all ways to set a title in the fewest
lines, or in one more where that reads far better, the one with the best seams and the best shape is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from drafter.language.punctuation import breadth

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 4
WEIGHED_LINES = 4

ORPHAN = 5.0
HOURGLASS = 6.0
RECTANGLE = 1.0
ANOTHER_LINE = 4.0
LOPSIDED = 6.0
FAIR_SHARE = 0.6


class Measure(msgspec.Struct, frozen=True):
    """A text to set in lines: how wide it is up to each offset, where its lines may end, how wide one may be (字)."""

    breadths: tuple[float, ...]
    stops: tuple[int, ...]
    width: float

    def ends(self, start: int) -> tuple[int, ...]:
        """Where a line from ``start`` may end; the next seam, however far, where none is near enough."""
        first = bisect_right(self.stops, start)
        limit = bisect_right(self.breadths, self.breadths[start] + self.width) - 1
        return self.stops[first : max(bisect_right(self.stops, limit), first + 1)]

    def fewest(self, start: int = 0) -> tuple[int, ...]:
        """The ends of the fewest lines from ``start``: each takes as much as fits."""
        ends: list[int] = []
        while start < self.stops[-1]:
            start = self.ends(start)[-1]
            ends.append(start)
        return tuple(ends)


def break_title(text: str, width: float) -> list[str]:
    """The lines of a title, each at most ``width`` 字; joined, they are ``text`` again.

    A stretch without a seam stays whole even where it is wider. For a title that its writer broke, do not ask.
    """
    if breadth(text) <= width:
        return [text]
    from drafter.language.title_words import seams  # most titles fit their line and need no words

    costs = seams(text)
    measure = Measure((0.0, *accumulate(map(breadth, text))), (*costs, len(text)), width)
    fewest = measure.fewest()
    if len(fewest) > WEIGHED_LINES:
        return _cut(text, fewest)
    ways = [way for count in (len(fewest), min(len(fewest) + 1, 3)) for way in _ways(measure, count)]
    return _cut(text, min(ways, key=lambda way: _badness(_cut(text, way), [costs.get(end, 0.0) for end in way])))


def _ways(measure: Measure, count: int, start: int = 0) -> Iterator[tuple[int, ...]]:
    """All ways to set what follows ``start`` in ``count`` lines, each as the ends of its lines."""
    last = measure.stops[-1]
    if start == last and count == 0:
        yield ()
    if start == last or len(measure.fewest(start)) > count:
        return
    for end in measure.ends(start):
        yield from ((end, *rest) for rest in _ways(measure, count - 1, end))


def _cut(text: str, ends: tuple[int, ...]) -> list[str]:
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


def _badness(lines: list[str], costs: list[float]) -> float:
    """What is wrong with the seams and the shape: a stub, a rectangle, an hourglass, lines of very unequal length."""
    sizes = [breadth(line.strip()) for line in lines]
    narrow, broad = min(sizes), max(*sizes, 1.0)
    bad = sum(costs) + ANOTHER_LINE * len(lines) + LOPSIDED * max(0.0, FAIR_SHARE - narrow / broad)
    bad += ORPHAN * (narrow < SHORTEST) + RECTANGLE * (broad - narrow < 1)
    return bad + HOURGLASS * sum(a > b < c for a, b, c in zip(sizes, sizes[1:], sizes[2:], strict=False))
