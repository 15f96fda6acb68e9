"""D302: parts that do not add up to their total."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.figures import mentioned
from drafter.check.finding import Finding
from drafter.language.mentions import bounds
from drafter.language.quantities import Quantity, plain
from drafter.language.wholes import Whole, excess, falls_short, wholes
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every total that its parts contradict."""
    for whole in wholes(view.normal, view.once(mentioned)):
        larger = next((part for part in whole.parts if _larger(part.quantity, whole)), None)
        if larger:
            yield Finding(larger.start, larger.end, {"total": _said(view, whole)}, "larger", Severity.ERROR)
        elif excess(whole):
            severity = Severity.ERROR if whole.complete or _one_family(whole) else Severity.WARNING
            yield Finding(whole.total.start, whole.total.end, _args(view, whole), "more", severity)
        elif whole.complete and falls_short(whole):
            yield Finding(whole.total.start, whole.total.end, _args(view, whole))
    yield from _written_out(view)


def _written_out(view: View) -> Iterator[Finding]:
    """1+4+52=58."""
    for match in _arithmetic().finditer(view.normal):
        right = sum(map(Decimal, re.split("[+＋]", match["parts"])), start=Decimal(0))
        if right != Decimal(match["total"]):
            yield Finding(*match.span(), {"sum": plain(right)}, "arithmetic", Severity.ERROR)


def _larger(quantity: Quantity, whole: Whole) -> bool:
    return bounds(quantity)[0] > bounds(whole.total.quantity)[1]


def _one_family(whole: Whole) -> bool:
    """Whether the parts are named alike (一级馆, 二级馆), so that nothing is counted in two of them."""
    names = [part.subject for part in whole.parts]
    return all(names) and len({name[-1] for name in names}) == 1


def _args(view: View, whole: Whole) -> dict[str, str | int]:
    quantity = whole.total.quantity
    total = sum((part.quantity.value for part in whole.parts), start=0 * quantity.value)
    scale = quantity.value / quantity.number if quantity.number else 1
    return {"sum": plain(total / scale) + quantity.scale + quantity.unit, "total": _said(view, whole)}


def _said(view: View, whole: Whole) -> str:
    return view.text[whole.total.start : whole.total.end]


@cache
def _arithmetic() -> re.Pattern[str]:
    number = r"\d{1,9}(?:\.\d{1,4})?"
    parts = rf"(?P<parts>{number}(?:[+＋]{number}){{1,9}})"
    return re.compile(
        rf"(?<![\d.A-Za-z+＋*×/÷=—-]){parts}[=＝](?P<total>{number})(?![\d.]*[\d+＋*×/÷=A-Za-z])", re.ASCII
    )
