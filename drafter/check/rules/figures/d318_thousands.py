"""D318: long figures grouped in threes here and not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.figures import mentioned
from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

FROM = 10_000


def find(view: View) -> Iterator[Finding]:
    """The first figure that is not written as most are."""
    long = [each for each in view.once(mentioned) if each.quantity.unit and abs(each.quantity.number) >= FROM]
    grouped = [each for each in long if "," in view.normal[each.start : each.end]]
    plain = [each for each in long if each not in grouped]
    if grouped and plain:
        odd = plain[0] if len(plain) <= len(grouped) else grouped[0]
        yield Finding(odd.start, odd.end, {"grouped": len(grouped), "plain": len(plain)})
