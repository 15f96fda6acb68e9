"""D207: 一是， where 一是 runs straight on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.enumerations import enumerations
from drafter.check.finding import Finding, Fix
from drafter.language.enumerations import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MARKS = ("，", "、", "：")


def find(view: View) -> Iterator[Finding]:
    """Each mark behind 一是 or 一要 of an enumeration."""
    for found in view.once(enumerations):
        for member in found.members if found.style in ("shi", "yao") else ():
            if view.normal.startswith(MARKS, member.words) and not member.lost:
                at = member.words
                yield Finding(at, at + 1, {"label": written(found.style, member.number)}, fixes=(Fix(at, at + 1, ""),))
