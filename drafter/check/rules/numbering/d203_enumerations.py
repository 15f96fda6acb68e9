"""D203: enumerations in running text that skip a number, repeat one, or lost a 是."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.enumerations import FARTHEST, enumerations, without_comma
from drafter.check.finding import Args, Finding
from drafter.language.enumeration_marks import RUNNING
from drafter.language.enumerations import slips, written
from drafter.language.numbering import LEVELS
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.enumerations import Enumeration, Slip

MANY = 3
"""So many members make a run of 1、 2、 in running text an enumeration."""
SHOWN = 4
"""Characters of a member that lost its 是, to tell it by."""


def find(view: View) -> Iterator[Finding]:
    """Each label that is not the one due; lines labelled in the standard's styles are D202's."""
    for found in view.once(enumerations):
        if found.style not in LEVELS:
            yield from _lost(found)
            yield from (_finding(found, slip, view) for slip in slips(found) if _is_told(found, slip, view))
        elif not all(member.leads for member in found.members) and len(found.members) >= MANY:
            yield from (_finding(found, slip, view) for slip in slips(found) if slip.index)


def _is_told(found: Enumeration, slip: Slip, view: View) -> bool:
    """Not what only lacks its comma, which D206 tells; nor an answer to 首先 that stands without it."""
    bare = found.members[slip.index].start in view.once(without_comma)
    return not bare and bool(slip.index or found.style != "first")


def _lost(found: Enumeration) -> Iterator[Finding]:
    members = found.members
    for last, member, following in zip(members, members[1:], members[2:], strict=False):
        if member.lost:
            said = {"last": last.number, "due": member.number, "next": following.number}
            args: Args = {name: written(found.style, number) for name, number in said.items()}
            yield Finding(member.start, min(member.words + SHOWN, member.end), args, "lost")


def _finding(found: Enumeration, slip: Slip, view: View) -> Finding:
    member, last = found.members[slip.index], found.members[slip.index - 1]
    end = member.start + len(view.text[member.start : member.words].rstrip("，,、 \u3000\t"))
    args: Args = {"due": written(found.style, slip.due)}
    if not slip.index:
        return Finding(member.start, end, args, "starts", Severity.WARNING)
    args["last"] = written(found.style, last.number)
    if _is_second_first(found, slip, view.normal):
        return Finding(last.start, last.words, args, "repeats")
    says = "says" if member.number > slip.due else "repeats" if member.number == slip.due - 1 else "back"
    return Finding(member.start, end, args, says)


def _is_second_first(found: Enumeration, slip: Slip, text: str) -> bool:
    """一是 甲；一是 乙；三是 丙: whether it is the 一是 before the slip that should be 二是, one going before it."""
    first, due = found.members[0], written(found.style, 2)
    if slip.index != 1 or slip.due != 2 or found.members[1].number != 3 or found.style not in RUNNING:
        return False
    before = text[max(0, first.start - FARTHEST) : first.start]
    earlier = list(re.finditer(f"(?:^|(?<=[。；：！？\\n\\v]))[ \u3000]*{written(found.style, 1)}", before))
    return bool(earlier) and due not in before[earlier[-1].end() :]
