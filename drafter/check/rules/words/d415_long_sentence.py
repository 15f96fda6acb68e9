"""A stretch of more than 200 characters without 。；！？."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

LONGEST = 200
SHOWN = 10
"""Characters by which a sentence is known; two hundred would fill the screen."""
GUIDANCE = "习近平新时代中国特色社会主义思想"
"""What a sentence on the guidance of all work holds, which is as long as the wording from above."""


def find(view: View) -> Iterator[Finding]:
    """Every sentence that is too long to be read aloud in one breath, shown at its beginning."""
    for match in _stretch().finditer(view.normal):
        start, end = match.span()
        if end - start > LONGEST:
            yield from _long(view, start, match[0].strip())


def _long(view: View, start: int, words: str) -> Iterator[Finding]:
    if len(words) > LONGEST and GUIDANCE not in words and view.paragraph(start).source.kind == "body":
        start = view.normal.index(words[0], start)
        yield Finding(start, start + SHOWN, {"count": len(words)})


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(r"[^。；！？\n\v]+")
