"""Finds lines that belong to a web page: the patterns are ``check/data/web_lines.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.page_lines import of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View


def find(view: View) -> Iterator[Finding]:
    """A finding for each group of such lines, blank ones between them aside, at its first line."""
    if view.outline:
        return
    group: list[Paragraph] = []
    for paragraph in view.paragraphs:
        words = view.words(paragraph).strip()
        if of_page(words):
            group.append(paragraph)
        elif words:
            yield from _told(view, group)
            group = []
    yield from _told(view, group)


def _told(view: View, group: list[Paragraph]) -> Iterator[Finding]:
    if not group:
        return
    words = view.text[group[0].start : group[0].end]
    start = group[0].start + len(words) - len(words.lstrip())
    says = "lines" if group[1:] else "says"
    yield Finding(start, start + len(words.strip()), {"count": len(group)}, says)
