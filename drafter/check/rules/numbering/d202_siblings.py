"""D202: headings and items that skip a number, repeat one or go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Args, Finding
from drafter.check.siblings import as_enumeration, siblings
from drafter.language.enumerations import slips
from drafter.language.numbering import UPPER, RunsOut, label
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.enumerations import Enumeration, Slip


def find(view: View) -> Iterator[Finding]:
    """Each label that is not the one due."""
    for group in view.once(siblings):
        found = as_enumeration(group)
        for slip in slips(found):
            if slip.index or found.style in UPPER or len(group) > 1:
                yield _finding(found, slip, view)


def _finding(found: Enumeration, slip: Slip, view: View) -> Finding:
    member, last = found.members[slip.index], found.members[slip.index - 1]
    end = member.start + len(view.text[member.start : member.words].rstrip())
    args: Args = {"due": _label(found.style, slip.due), "last": _label(found.style, last.number)}
    if not slip.index:
        return Finding(member.start, end, args, "starts", Severity.WARNING)
    return Finding(member.start, end, args, _says(member.number, slip.due))


def _says(number: int, due: int) -> str:
    return "says" if number > due else "repeats" if number == due - 1 else "back"


def _label(style: str, number: int) -> str:
    try:
        return label(style, number)
    except RunsOut:
        return str(number)
