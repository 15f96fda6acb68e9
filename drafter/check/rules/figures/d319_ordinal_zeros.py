"""D319: numbers of papers padded with 0."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """第01号, 第02期 and 〔2026〕01号."""
    for match in _padded().finditer(view.normal):
        zeros = match.span("zeros")
        right = view.text[match.start() : zeros[0]] + view.text[zeros[1] : match.end()]
        yield Finding(match.start(), match.end(), {"right": right}, fixes=(Fix(*zeros, ""),))


@cache
def _padded() -> re.Pattern[str]:
    return re.compile("(?:第|〔[0-9]{4}〕第?)(?P<zeros>0+)[1-9][0-9]*(?:号|(?<=第0.)[期届次条章节批轮名位季辑卷册集])")
