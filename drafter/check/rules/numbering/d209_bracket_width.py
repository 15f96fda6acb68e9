"""D209: a few full-width brackets in a text of half-width ones. A half-width label is D201's, a mark D101's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """The first full-width pair where most pairs round Chinese are half-width."""
    wide = [match for match in _pair().finditer(view.text) if match[0][0] == "（"]
    many = sum(match[0][0] == "(" for match in _pair().finditer(view.text))
    if 0 < len(wide) < many:
        yield Finding(*wide[0].span(), {"few": len(wide), "many": many})


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"（[^（）\n]*[{HAN}][^（）\n]*）|\([^()\n]*[{HAN}][^()\n]*\)")
