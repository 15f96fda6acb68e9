"""Finds lines that belong to a web page: the patterns are ``data/web_lines.txt``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

LONGEST = 160
"""Characters of a line of navigation; sentences of a site's own terms are named in the list."""


def find(view: View) -> Iterator[Finding]:
    """A finding for each group of such lines, blank ones between them aside, at its first line."""
    if view.outline:
        return
    group: list[Paragraph] = []
    for paragraph in view.paragraphs:
        words = view.words(paragraph).strip()
        if _is_of_page(words):
            group.append(paragraph)
        elif words:
            yield from _told(view, group)
            group = []
    yield from _told(view, group)


def _is_of_page(words: str) -> bool:
    return 0 < len(words) <= LONGEST and _pattern().fullmatch(words) is not None


def _told(view: View, group: list[Paragraph]) -> Iterator[Finding]:
    if not group:
        return
    words = view.text[group[0].start : group[0].end]
    start = group[0].start + len(words) - len(words.lstrip())
    says = "lines" if group[1:] else "says"
    yield Finding(start, start + len(words.strip()), {"count": len(group)}, says)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(entries("web_lines")), re.IGNORECASE)
