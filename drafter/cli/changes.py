"""What changed in a file, line by line, as a person reads it: the old above the new, what differs picked out."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.cli.cells import cells, head
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.cli.terminal import Line, Span

MOST = 50
"""Stretches shown of a file."""
NUMBER = 6
"""Cells of a line's number."""
NEAR = 12
"""Characters between two changes that are shown together."""
AROUND = 8
"""Characters shown before a change, at least; behind it there may be more."""

Change = tuple[int, int, int, int]


def change_lines(before: Sequence[str], after: Sequence[str], width: int) -> Iterator[Line]:
    """The changes between two texts of as many lines, in lines of at most ``width`` cells."""
    changed = ((number, *pair) for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1])
    stretches = ((number, old, new, group) for number, old, new in changed for group in _groups(_changes(old, new)))
    for number, old, new, group in itertools.islice(stretches, MOST):
        room = width - NUMBER - 3
        yield (
            (f"{number:>{NUMBER}} ", "dim"),
            ("- ", "error"),
            *_shown(old, [each[:2] for each in group], room, "error"),
        )
        yield (" " * (NUMBER + 1), ""), ("+ ", "remedy"), *_shown(new, [each[2:] for each in group], room, "remedy")
    more = sum(1 for _ in stretches)
    if more:
        yield ((say("fixing.more", count=more), "dim"),)


def _changes(old: str, new: str) -> Iterator[Change]:
    """Where two lines differ; the ends that they share are not compared again and again."""
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    matcher = SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False)
    for tag, *span in matcher.get_opcodes():
        if tag != "equal":
            begin, end, new_begin, new_end = (first + offset for offset in span)
            yield begin, end, new_begin, new_end


def _shared(old: str, new: str) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(old), len(new)))


def _groups(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes near each other, to be shown as one."""
    group: list[Change] = []
    for change in changes:
        if group and change[0] - group[-1][1] > NEAR:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _shown(text: str, spans: Sequence[Sequence[int]], width: int, style: str) -> Iterator[Span]:
    """The stretch of a line around some spans, those in ``style``."""
    begin = max(0, spans[0][0] - AROUND)
    yield "…" if begin else "", "dim"
    left, at = width - 2, begin
    for start, end in spans:
        for part, look in ((text[at:start], ""), (text[start:end], style)):
            fits = head(part, left)
            yield fits, look
            left -= cells(fits)
        at = end
    fits = head(text[at:], left)
    yield fits, ""
    yield "…" if at + len(fits) < len(text) else "", "dim"
