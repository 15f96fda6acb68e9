"""Finds that a speech addresses nobody, or stops without an ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import closing, cue, genre, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

FIRST_WORDS = 40


def find(view: View) -> Iterator[Finding]:
    """The title where no salutation follows, the last paragraph where no leave is taken."""
    title = view.once(title_of)
    if not title or view.once(genre) != "speech":
        return
    after = view.paragraphs[title.index + 1 :]
    if not any(cue("salutation", "speech").search(view.words(each).strip()[:FIRST_WORDS]) for each in after):
        yield Finding(title.start, title.end, says="salutation")
    last = closing(view)
    if last and not any(cue("ending", "speech").search(view.words(each).strip()) for each in last):
        yield Finding(last[0].start, last[0].end, says="ending")
