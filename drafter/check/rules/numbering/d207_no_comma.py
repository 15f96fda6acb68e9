"""D207: 一是， where 一是 runs straight on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.enumerations import enumerations
from drafter.check.finding import Args, Finding, Fix
from drafter.language.enumerations import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MARKS = "，、："


def find(view: View) -> Iterator[Finding]:
    """Each mark behind 一是 or 一要 of an enumeration."""
    for found in view.once(enumerations):
        for member in found.members if found.style in ("shi", "yao") else ():
            said = view.normal[member.words : member.end]
            at, length = member.words, len(said) - len(said.lstrip(MARKS))
            if length and not member.lost:
                args: Args = {"label": written(found.style, member.number)}
                yield Finding(at, at + length, args, fixes=(Fix(at, at + length, ""),))
