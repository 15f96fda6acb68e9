"""Finds a text that a machine rewrote: words that nobody writes, several of them in one text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import pairs
from drafter.language.words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

FEWEST = 4
SHOWN = 5


def find(view: View) -> Iterator[Finding]:
    """One finding for the document, at the first of the words, which names some of them."""
    found = list(_pattern().finditer(view.normal))
    cues = list(dict.fromkeys(match[0] for match in found))
    if len(cues) >= FEWEST:
        meant = pairs("rewritten")
        shown = "，".join(f"{cue}（{meant[cue]}）" for cue in cues[:SHOWN])
        yield Finding(*found[0].span(), {"cues": shown, "count": len(found)})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(one_of(pairs("rewritten")))
