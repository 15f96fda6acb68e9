"""Last year's outline in, this year's out: every step is asked, and what they say is made in one go."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from drafter.outline.source import Source
from drafter.recover.rollover import blocks, facts, fields, once, questions, tables, texts
from drafter.recover.rollover.marks import kept, written
from drafter.recover.rollover.moves import Change, Rolled, Told
from drafter.recover.rollover.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.moves import Move

STEPS = (fields, blocks, once, facts, tables, texts, questions)
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
    """A changed text: ``changes`` in order, and by how much it had ``grown`` behind each."""

    text: str
    changes: tuple[Change, ...]
    grown: tuple[int, ...]

    def of(self, move: Move) -> int:
        """Where in the new text a move is to be seen: the lines it adds, or the character it is about."""
        lines = next((each for each in move.changes if each.start == each.end and each.new.count("\n") > 1), None)
        if lines is None:
            return self.place(move.at)
        index = self.changes.index(lines)
        return lines.start + self.grown[index] - len(lines.new.lstrip("\n"))

    def place(self, at: int) -> int:
        """Where a character of the old text is in the new one, or where it would be."""
        index = bisect_right(self.changes, at, key=lambda each: each.start) - 1
        if index < 0:
            return at
        change, before = self.changes[index], self.grown[index - 1] if index else 0
        return change.start + before if at < change.end else at + self.grown[index]


def made_of(text: str, changes: Sequence[Change]) -> Made:
    """``text`` with changes that do not touch each other; of several at one place, in the order given."""
    in_order = sorted(changes, key=lambda each: (each.start, each.end))
    parts, last = [], 0
    for change in in_order:
        parts += [text[last : change.start], change.new]
        last = change.end
    grown = accumulate(len(each.new) - (each.end - each.start) for each in in_order)
    return Made("".join([*parts, text[last:]]), tuple(in_order), tuple(grown))
