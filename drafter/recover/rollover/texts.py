"""Years, anniversaries, five-year plans and ordinals in texts and titles move on; what is doubtful is asked about."""

from __future__ import annotations

import re
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
_UNIT = re.compile("周年|年|届|次会议|次")
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
    before, behind = _with(said.words, hit)
    args: dict[str, str | int] = {"old": f"{before}{old}{behind}", "new": f"{before}{hit.new}{behind}"}
    args["around"] = _around(said, hit)
    if not hit.new or said.pointer.startswith(KEPT):
        return Move(QUESTIONS, hit.why or "kept", first, args)
    if frame.text[first:last] != old:
        return Move(QUESTIONS, "folded", first, args)
    return Move(YEARS, "moved", first, args, (Change(first, last, hit.new),))


def _with(words: str, hit: Hit) -> tuple[str, str]:
    """What belongs to a number before it and behind it: 第…届, 周年."""
    behind = _UNIT.match(words, hit.end)
    return "第" if words.endswith("第", 0, hit.start) else "", behind[0] if behind else ""


def _around(said: Said, hit: Hit) -> str:
    """The text around a hit, on one line; no reference is shown in part."""
    words = said.words
    first, last = max(0, hit.start - AROUND), min(len(words), hit.end + AROUND)
    for each in said.references:
        end = each.offset + len(each.source)
        first = end if each.offset < first < end <= hit.start else first
        last = each.offset if hit.end <= each.offset < last < end else last
    part = " ".join(words[first:last].split())
    return "…" * (first > 0) + part + "…" * (last < len(words))
