"""Last year's outline in, this year's out: every step is asked, and what they say is made in one go."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from drafter.outline.source import Source
from drafter.recover.rollover import blocks, facts, fields, once, questions, texts
from drafter.recover.rollover.marks import kept, written
from drafter.recover.rollover.moves import Change, Rolled, Told
from drafter.recover.rollover.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.moves import Move

STEPS = (fields, blocks, once, facts, texts, questions)
"""The steps; what one has changed is not changed by a later one."""


def roll(frame: Frame) -> Rolled:
    """This year's outline, and all that was done for it, in the order of the file."""
    taken = Taken()
    moves = [move for step in STEPS for move in step.run(frame) if taken.take(_spans(move))]
    notes = [note for move in moves for note in move.notes]
    changes = [change for move in moves for change in move.changes]
    comments = [each for each in written(frame, notes) if taken.take([(each.start, each.end)])]
    made = made_of(frame.text, [*comments, *kept(frame, changes), *changes])
    before, after = Source("", frame.text), Source("", made.text)
    told = [Told(move, before.line(move.at), after.line(made.of(move))) for move in moves]
    return Rolled(made.text, tuple(sorted(told, key=lambda each: each.move.at)), frame.last, frame.year)


def _spans(move: Move) -> list[tuple[int, int]]:
    """What a move changes, or asks about."""
    return [(each.start, each.end) for each in move.changes] or [(move.at, move.at + 1)]


class Made(msgspec.Struct, frozen=True):
    """A changed text; ``ends`` are where its changes ended in the old one, ``grown`` by how much it had grown there.

    ``added`` are the changes that only add, with where in the new text what they add begins.
    """

    text: str
    ends: tuple[int, ...]
    grown: tuple[int, ...]
    added: dict[Change, int]

    def of(self, move: Move) -> int:
        """Where in the new text a move is to be seen: what it adds, or the character it is about."""
        return next((self.added[each] for each in move.changes if each in self.added), self.place(move.at))

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
    grown = tuple(accumulate(len(each.new) - (each.end - each.start) for each in in_order))
    added = dict(_added(in_order, grown))
    return Made("".join([*parts, text[last:]]), tuple(each.end for each in in_order), grown, added)


def _added(changes: Sequence[Change], grown: Sequence[int]) -> Iterator[tuple[Change, int]]:
    """Where lines that are added begin."""
    for change, growth in zip(changes, grown, strict=True):
        if change.start == change.end and "\n\n" in (change.new[:2], change.new[-2:]):
            yield change, change.start + growth - len(change.new.lstrip("\n"))
