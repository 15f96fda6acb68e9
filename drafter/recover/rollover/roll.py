"""Last year's outline in, this year's out: every step is asked, and what they say is made in one go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from drafter.outline.source import Source
from drafter.recover.rollover import blocks, facts, fields, once, questions, texts
from drafter.recover.rollover.marks import written
from drafter.recover.rollover.moves import Change, Rolled, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.recover.rollover.frame import Frame

STEPS = (fields, blocks, once, facts, texts, questions)
"""The steps; what one has changed is not changed by a later one."""


def roll(frame: Frame) -> Rolled:
    """This year's outline, and all that was done for it, in the order of the file."""
    taken = _Taken()
    moves = [move for step in STEPS for move in step.run(frame) if taken.take(move.changes, move.at)]
    notes = [note for move in moves for note in move.notes]
    comments = [change for change in written(frame, notes) if taken.take((change,), change.start)]
    made = made_of(frame.text, [*comments, *(change for move in moves for change in move.changes)])
    before, after = Source("", frame.text), Source("", made.text)
    told = [Told(move, before.line(move.at), after.line(made.place(move.at))) for move in moves]
    return Rolled(made.text, tuple(sorted(told, key=lambda each: each.move.at)), frame.last, frame.year)


class Made(msgspec.Struct, frozen=True):
    """A changed text; ``ends`` are where its changes ended in the old one, ``grown`` by how much it had grown there."""

    text: str
    ends: tuple[int, ...]
    grown: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where a character of the old text is in the new one, or would be."""
        before = bisect_right(self.ends, at)
        return max(0, min(at + (self.grown[before - 1] if before else 0), len(self.text)))


def made_of(text: str, changes: Sequence[Change]) -> Made:
    """``text`` with changes that do not touch each other; of several at one place, in the order given."""
    in_order = sorted(changes, key=lambda each: (each.start, each.end))
    parts, last = [], 0
    for change in in_order:
        parts += [text[last : change.start], change.new]
        last = change.end
    grown = accumulate(len(each.new) - (each.end - each.start) for each in in_order)
    return Made("".join([*parts, text[last:]]), tuple(each.end for each in in_order), tuple(grown))


class _Taken:
    """The stretches of the text that some move has changed already."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []

    def take(self, changes: Iterable[Change], at: int) -> bool:
        """Take the stretches of some changes, or ask for one character; False where one is taken already."""
        wanted = [(each.start, each.end) for each in changes] or [(at, at + 1)]
        if any(self._touches(*span) for span in wanted):
            return False
        for span in [(each.start, each.end) for each in changes if each.start < each.end]:
            insort(self.spans, span)
        return True

    def _touches(self, start: int, end: int) -> bool:
        """Whether a stretch, or a place to insert at, lies in one that is taken."""
        before = bisect_left(self.spans, (max(end, start + 1),)) - 1
        if before < 0:
            return False
        first, last = self.spans[before]
        return last > start and (start < end or first < start)
