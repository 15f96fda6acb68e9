"""D303: a growth that its two figures contradict."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from drafter.check.figures import mentioned
from drafter.check.finding import Finding
from drafter.language.growths import Growth, expected, growths, stated
from drafter.language.quantities import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def find(view: View) -> Iterator[Finding]:
    """Every change that lies outside what its two figures allow."""
    for growth in growths(view.normal, view.once(mentioned)):
        allowed = expected(growth)
        if allowed and _apart(allowed, stated(growth.change)):
            yield Finding(growth.change.start, growth.change.end, _args(growth, allowed))


def _apart(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _args(growth: Growth, allowed: tuple[Decimal, Decimal]) -> dict[str, str | int]:
    """The bounds as they are said of the change: a fall from 12% to 15% of the size of the fall."""
    low, high = sorted(abs(each) for each in allowed) if allowed[1] < 0 else allowed
    quantity = growth.change.quantity
    scale = quantity.value / quantity.number if quantity.number else Decimal(1)
    place = _HUNDREDTH if quantity.unit == "倍" else _TENTH
    said = [(low / scale).quantize(place, ROUND_FLOOR), (high / scale).quantize(place, ROUND_CEILING)]
    unit = quantity.scale + quantity.unit
    fell = "下降" if allowed[1] < 0 and not growth.change.down else ""
    return {"low": fell + plain(said[0]) + unit, "high": plain(said[1]) + unit}
