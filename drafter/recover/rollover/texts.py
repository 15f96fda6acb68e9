"""Years, anniversaries, five-year plans and ordinals in texts and titles move on; what is doubtful is asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.recover.rollover import anniversaries, periods, sessions, years
from drafter.recover.rollover.hits import Hit, apart
from drafter.recover.rollover.moves import QUESTIONS, YEARS, Change, Move
from drafter.recover.rollover.nodes import end, start
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
REFERENCE = "{{"
_CELL = re.compile("/(?:header|rows)/[0-9]+")
"""A table moves on as a whole, or not at all: a year beside figures that are another year's would be false."""
KEPT = ("/guidance", "/campaign")
"""What is quoted word for word, or has its name: nothing in it moves by itself."""


def run(frame: Frame) -> Iterator[Move]:
    """A move or a question for each, in the order of the file."""
    for each in (said for said in texts(frame) if not _CELL.search(said.pointer)):
        hits = apart(hit for finder in FINDERS for hit in finder.find(each.masked, frame))
        referring = next((hit for hit in hits if REFERENCE in hit.new), None)
        for hit in hits:
            yield from _move(frame, each, hit, _quotes(frame, each) if hit is referring else ())


def _move(frame: Frame, said: Said, hit: Hit, quotes: tuple[Change, ...] | None) -> Iterator[Move]:
    """What becomes of a hit; ``quotes`` are what the text needs with it, None where it cannot have them."""
    first, last = said.span(hit.start, hit.end)
    if hit.start == hit.end:
        return
    args = _args(said, hit)
    if not hit.new or said.pointer.startswith(KEPT):
        yield Move(QUESTIONS, hit.why or "kept", first, args)
    elif frame.text[first:last] != said.words[hit.start : hit.end] or quotes is None:
        yield Move(QUESTIONS, "folded", first, args)
    else:
        yield Move(YEARS, "moved", first, args, (Change(first, last, hit.new), *quotes))


def _quotes(frame: Frame, said: Said) -> tuple[Change, ...] | None:
    """Quotes around a text that has none, so that it may begin with a reference; None where it could not have them."""
    first, last = start(said.node), end(said.node)
    if said.node.style:
        return ()
    if not {'"', "\\", "\n"}.isdisjoint(frame.text[first:last]):
        return None
    return Change(first, first, '"'), Change(last, last, '"')


def _args(said: Said, hit: Hit) -> dict[str, str | int]:
    old = said.words[hit.start : hit.end]
    before, behind = _with(said.words, hit)
    args: dict[str, str | int] = {"old": f"{before}{old}{behind}", "new": f"{before}{hit.new}{behind}"}
    return args | {"around": _around(said, hit)}


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
