"""Finds titles that end with a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

PAUSES = frozenset("，。；：！？")
MARK = re.compile(r"(?P<mark>[。，、；：])[\s\v]*$")


def find(view: View) -> Iterator[Finding]:
    """The last mark of each title that an outline gives, or of the one that opens a document."""
    for paragraph in _titles(view):
        match = MARK.search(view.words(paragraph))
        if match:
            yield Finding(paragraph.start + match.start("mark"), paragraph.start + match.end("mark"))


def _titles(view: View) -> Iterator[Paragraph]:
    """A line of a title that the next one continues may end with a comma: only the last one is looked at."""
    if not view.outline:
        first = next((each for each in view.paragraphs if view.words(each).strip()), None)
        yield from (first,) if first and _is_title(view, first) else ()
        return
    titles = [each for each in view.paragraphs if each.source.kind == "title"]
    last = {each.source.pointer.split("/")[2] if each.source.pointer.count("/") > 1 else "": each for each in titles}
    yield from last.values()


def _is_title(view: View, first: Paragraph) -> bool:
    """Whether it names a genre, is no sentence with pauses in it, and has a text below."""
    words = view.words(first).strip(" 。，、；：")
    has_text = bool(view.normal[first.end :].strip())
    return has_text and not PAUSES.intersection(words) and bool(named(words))
