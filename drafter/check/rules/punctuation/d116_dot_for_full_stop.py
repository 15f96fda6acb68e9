"""Dots where a sentence in Han ends."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.headings import labelled
from drafter.check.marks import as_one
from drafter.check.spans import Spans
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

SINGLY = 3


def find(view: View) -> Iterator[Finding]:
    """Each dot, or one finding for a document with many; the dot of a label is D201's."""
    labels = Spans([] if view.outline else [(line.start, line.words) for line in view.once(labelled)])
    dots = (match.span() for match in _dots().finditer(view.prose))
    found = [Finding(*span) for span in dots if not labels.touches(*span)]
    yield from found if len(found) <= SINGLY else [as_one(found, "many", view)]


@cache
def _dots() -> re.Pattern[str]:
    """One dot between Han, or at the end of a line; …… in half-width dots is another rule's, so are leaders."""
    return re.compile(rf"(?<=[{HAN}\d％%”》）][{HAN}”》）％%])[.．](?=[{HAN}“《（”\n\v]|\Z)")
