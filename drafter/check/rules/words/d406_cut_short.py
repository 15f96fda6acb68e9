"""Finds where part of a text is missing: notes of pay-walls, sentences that stop, paragraphs that begin with a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.left_out import LOST_HEAD, notes
from drafter.check.lines import ends_in_address, goes_on, is_prose, stops_short
from drafter.check.lost_titles import lost_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

TAIL = 6


def find(view: View) -> Iterator[Finding]:
    """Notes of what was left out, and paragraphs that stop or begin in the middle."""
    for paragraph in view.paragraphs:
        yield from _noted(view, paragraph)
        yield from _broken(view, paragraph)


def _noted(view: View, paragraph: Paragraph) -> Iterator[Finding]:
    """The notes of one line are one finding."""
    found = list(notes().finditer(view.normal, paragraph.start, paragraph.end))
    if found and not view.opaque.touches(found[0].start(), found[-1].end()):
        yield Finding(found[0].start(), found[-1].end())


def _broken(view: View, paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.source.kind != "body" or view.outline:
        return
    words = view.words(paragraph)
    head = LOST_HEAD.match(words)
    titles = view.once(lost_titles)
    if head and not titles.touches(paragraph.start + head.start(1), paragraph.start + head.end(1)):
        yield Finding(paragraph.start + head.start(1), paragraph.start + head.end(1), says="begins")
    if is_prose(words) and stops_short(words) and not goes_on(view, paragraph):
        end = paragraph.start + len(words.rstrip())
        if not ends_in_address(words):
            yield Finding(max(paragraph.start, end - TAIL), end, says="stops")
