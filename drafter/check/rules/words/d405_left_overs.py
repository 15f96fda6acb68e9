"""Finds what was to be filled in or deleted: the patterns are ``data/left_overs.txt``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every left-over that was typed; the placeholders that an outline prints are gaps and told as such."""
    for match in _pattern().finditer(view.text):
        if not view.opaque.touches(*match.span()):
            yield Finding(*match.span())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(entries("left_overs")))
