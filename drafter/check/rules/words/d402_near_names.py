"""A name in quotes or 《》 that stands one or two characters apart elsewhere: 当关城遇见钢城, 当长城遇见钢城."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.near_names import near_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every place of the rarer of two names that are probably one."""
    for near in near_names(view):
        first = near.other[0]
        args: dict[str, str | int] = {
            "other": view.text[first.start : first.end],
            "line": view.place(first.start, first.end).line,
        }
        for place in near.rare:
            yield Finding(place.start, place.end, args)
