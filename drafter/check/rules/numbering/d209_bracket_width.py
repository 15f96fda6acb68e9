"""D209: a few full-width brackets in a text of half-width ones. A half-width label is D201's, a mark D101's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.rules.punctuation.d101_half_width import is_throughout
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """The first full-width pair where most round Chinese are half-width; a text half-width throughout is D101's."""
    wide = [match for match in _pair().finditer(view.text) if match[0][0] == "（"]
    many = sum(match[0][0] == "(" for match in _pair().finditer(view.text))
    if 0 < len(wide) < many and not is_throughout(view):
        yield Finding(*wide[0].span(), {"few": len(wide), "many": many})


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"（[^（）\n]*[{HAN}][^（）\n]*）|\([^()\n]*[{HAN}][^()\n]*\)")
