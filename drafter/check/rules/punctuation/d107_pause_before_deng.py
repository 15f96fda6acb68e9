"""、 before 等."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Each 、等 in which 等 begins no word of its own and no further member (藏书、等人、办活动); the 、 goes."""
    for match in _pauses().finditer(view.prose):
        yield Finding(match.start(), match.end(), fixes=(Fix(match.start(), match.start() + 1, ""),))


@cache
def _pauses() -> re.Pattern[str]:
    return re.compile(f"(?<!、)、等(?!{'|'.join(words('deng_words'))}|[{HAN}]{{0,3}}、|[和或及])")
