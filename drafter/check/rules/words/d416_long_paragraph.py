"""A paragraph of more than 1,500 characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

LONGEST = 1500


def find(view: View) -> Iterator[Finding]:
    """Every paragraph nobody reads to its end, shown at its first characters; a break begins a new one."""
    for paragraph in view.paragraphs:
        if paragraph.end - paragraph.start > LONGEST:
            yield from _stretches(view, paragraph.start, paragraph.end)


def _stretches(view: View, start: int, end: int) -> Iterator[Finding]:
    for stretch in view.text[start:end].split("\v"):
        first = start + len(stretch) - len(stretch.lstrip())
        if len(stretch.strip()) > LONGEST:
            yield Finding(first, first + 10, {"count": len(stretch.strip())})
        start += len(stretch) + 1
