"""D313: Han numerals with units of measure."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.numerals import parse_han
from drafter.language.quantities import SCALES, plain
from drafter.language.words import one_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """三十万元 and 百分之五. A single numeral may belong to a word (一元, 二亩) and is left alone."""
    for match in _measured().finditer(view.prose):
        number = parse_han(match["number"] or match["share"])
        if number:
            right = _digits(number) + match["unit"] if match["number"] else f"{number}%"
            yield Finding(match.start(), match.end(), {"right": right})


def _digits(number: int) -> str:
    """As it is printed: 300000 → 30万."""
    scale = next((name for name in ("亿", "万") if number >= SCALES[name] and number % (SCALES[name] // 100) == 0), "")
    return plain(Decimal(number) / SCALES[scale]) + scale


@cache
def _measured() -> re.Pattern[str]:
    units = one_of(words("measured"))
    han = "一二两三四五六七八九十百千万亿零〇"
    return re.compile(
        f"(?<![{han}几数第上近约每多0-9\ufffc点])(?P<number>[{han}]{{2,12}})(?P<unit>{units})"
        f"|百分之(?P<share>[一二三四五六七八九十]{{1,4}})(?![{han}几点])"
    )
