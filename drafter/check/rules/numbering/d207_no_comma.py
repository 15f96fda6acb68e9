"""D207: 一是， where 一是 runs straight on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.enumerations import enumerations
from drafter.check.finding import Args, Finding, Fix
from drafter.language.enumeration_marks import RUNNING
from drafter.language.enumerations import slips, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.enumerations import Member

MARKS = "，、： \u3000"


def find(view: View) -> Iterator[Finding]:
    """Each mark behind 一是 or 一要 of an enumeration that counts right and says something."""
    for found in view.once(enumerations):
        if found.style in RUNNING and not any(slips(found)):
            yield from (each for member in found.members for each in _mark(found.style, member, view))


def _mark(style: str, member: Member, view: View) -> Iterator[Finding]:
    said = view.normal[member.words : member.end]
    start, length = member.words, len(said) - len(said.lstrip(MARKS))
    if 0 < length < len(said) and not member.lost:
        args: Args = {"label": written(style, member.number)}
        yield Finding(start, start + length, args, fixes=(Fix(start, start + length, ""),))
