"""Years, anniversaries, five-year plans and ordinals in texts and titles move on; what is doubtful is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover.rollover import anniversaries, periods, sessions, years
from drafter.recover.rollover.hits import Hit, apart
from drafter.recover.rollover.moves import QUESTIONS, YEARS, Change, Move
from drafter.recover.rollover.scalars import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.scalars import Said

FINDERS = (periods, sessions, anniversaries, years)
"""What is looked for, first what says more."""
AROUND = 12
"""Characters of a text shown on either side."""
KEPT = ("/guidance", "/campaign")
"""What is quoted word for word, or has its name: nothing in it moves by itself."""


def run(frame: Frame) -> Iterator[Move]:
    """A move or a question for each, in the order of the file."""
    for each in texts(frame):
        hits = apart(hit for finder in FINDERS for hit in finder.find(each.masked, frame))
        yield from (_move(frame, each, hit) for hit in hits if hit.start < hit.end)


def _move(frame: Frame, said: Said, hit: Hit) -> Move:
    old = said.words[hit.start : hit.end]
    first, last = said.span(hit.start, hit.end)
    args: dict[str, str | int] = {"old": old, "new": hit.new, "around": _around(said.words, hit)}
    if not hit.new or said.pointer.startswith(KEPT):
        return Move(QUESTIONS, hit.why or "kept", first, args)
    if frame.text[first:last] != old:
        return Move(QUESTIONS, "folded", first, args)
    return Move(YEARS, "moved", first, args, (Change(first, last, hit.new),))


def _around(words: str, hit: Hit) -> str:
    """The text around a hit, on one line."""
    first, last = max(0, hit.start - AROUND), min(len(words), hit.end + AROUND)
    part = " ".join(words[first:last].split())
    return "…" * (first > 0) + part + "…" * (last < len(words))
