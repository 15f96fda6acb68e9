"""Finds lines that end inside a sentence which the next line continues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lines import goes_on, is_prose, stops_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

MOST = 12
TAIL = 6


def find(view: View) -> Iterator[Finding]:
    """Each such line; one finding for the document where most of its lines are so."""
    wrapped = [] if view.outline else [each for each in view.paragraphs if _is_wrapped(view, each)]
    if len(wrapped) > MOST:
        yield Finding(*_tail(view, wrapped[0]), {"count": len(wrapped)}, "often")
        return
    yield from (Finding(*_tail(view, paragraph)) for paragraph in wrapped)


def _is_wrapped(view: View, paragraph: Paragraph) -> bool:
    words = view.words(paragraph)
    if paragraph.source.kind != "body" or not stops_short(words):
        return False
    return is_prose(words) and goes_on(view, paragraph)


def _tail(view: View, paragraph: Paragraph) -> tuple[int, int]:
    end = paragraph.start + len(view.words(paragraph).rstrip())
    return max(paragraph.start, end - TAIL), end
