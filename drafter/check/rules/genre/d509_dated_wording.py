"""Finds wordings that the office's own list has replaced since a day before the paper's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.dates import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.office import Word
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every such wording that is not part of its successor; one that the paper's year came before is left alone."""
    dated = [
        word for word in view.office.words if word.since and word.since.year <= (view.office.year or word.since.year)
    ]
    for word in dated:
        for match in re.finditer(re.escape(word.wrong), view.normal):
            if _counts(word, match, view):
                yield Finding(*match.span(), _slots(word))


def _counts(word: Word, match: re.Match[str], view: View) -> bool:
    if view.opaque.touches(*match.span()):
        return False
    paragraph = view.paragraph(match.start())
    around = view.normal[paragraph.start : paragraph.end]
    if word.wrong in word.right and word.right in around[max(0, match.start() - paragraph.start - len(word.right)) :]:
        return False
    return not word.context or re.search(word.context, around) is not None


def _slots(word: Word) -> dict[str, str | int]:
    since = day(word.since) if word.since else ""
    return {"right": word.right, "since": since, "reason": word.reason}
