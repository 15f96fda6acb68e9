"""One mark typed twice, or ！ and ？ in longer rows than are right."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

LONGEST = 3
"""Of ！ or ？; and of other marks, where a longer row is no slip but stands for something left out."""


def find(view: View) -> Iterator[Finding]:
    """Each row of one mark. 。。。 is an ellipsis gone wrong, which is another rule's."""
    for match in _rows().finditer(view.normal):
        mark, length = match[0][0], len(match[0])
        if not view.protected.touches(*match.span()) and not (mark == "。" and length >= LONGEST):
            yield from _found(match, mark, length)


def _found(match: re.Match[str], mark: str, length: int) -> Iterator[Finding]:
    shouts = mark in "！？"
    if shouts and length > LONGEST:
        yield Finding(*match.span(), {"right": mark * LONGEST}, "many", fixes=(Fix(*match.span(), mark * LONGEST),))
    elif not shouts:
        fixes = (Fix(*match.span(), mark),) if length <= LONGEST else ()
        yield Finding(*match.span(), {"right": mark}, fixes=fixes)


@cache
def _rows() -> re.Pattern[str]:
    return re.compile(r"([，。、；：！？])\1++")
