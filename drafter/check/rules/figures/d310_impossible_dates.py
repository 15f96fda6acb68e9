"""D310: dates that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.figures import dated
from drafter.check.finding import Finding
from drafter.language.dates import exists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """2月30日, 2026年13月. A month alone is no date where it is only a number (18月龄)."""
    for each in view.once(dated):
        if not exists(each) and (each.day or each.year):
            yield Finding(each.start, each.end)
