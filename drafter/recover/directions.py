"""Whether a text tells of what was done or of what is to be done."""

from __future__ import annotations

from drafter.recover.lists import pattern

LONGEST = 3000
"""Characters of a section that are looked at: what it begins with tells as much as all of it."""
CLEAR = 0.6


def direction(text: str) -> str:
    """``past``, ``future``, or "" where the words for either are few or in balance. ``text`` is plain."""
    past = len(pattern("directions", "past").findall(text[:LONGEST]))
    future = len(pattern("directions", "future").findall(text[:LONGEST]))
    if past + future < 2 or max(past, future) < CLEAR * (past + future):
        return ""
    return "past" if past > future else "future"
