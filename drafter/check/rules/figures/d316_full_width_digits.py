"""D316: digits in full width."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.width import NARROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MANY = 20


def find(view: View) -> Iterator[Finding]:
    """Every figure in full-width digits; where they go on throughout, one finding that mends them all."""
    found = [match for match in _wide().finditer(view.text) if not view.opaque.touches(match.start(), match.end())]
    if len(found) > MANY:
        first = found[0]
        fixes = tuple(_fix(match) for match in found)
        yield Finding(first.start(), first.end(), {"count": len(found)}, "throughout", fixes=fixes)
    else:
        for match in found:
            right = match[0].translate(NARROW)
            yield Finding(match.start(), match.end(), {"right": right}, fixes=(_fix(match),))


def _fix(match: re.Match[str]) -> Fix:
    return Fix(match.start(), match.end(), match[0].translate(NARROW))


@cache
def _wide() -> re.Pattern[str]:
    return re.compile("[０-９]+(?:．[０-９]+)*％?")
