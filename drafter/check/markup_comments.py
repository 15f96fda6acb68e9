"""Comments of Markdown and HTML, and the lines that each speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"\s*<([A-Za-z][A-Za-z0-9]*)")
_BLANK = re.compile(r"\n[ \t\r]*(?:\n|\Z)")


def comments(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Every comment: its text, where it starts, the first and the last line it speaks of.

    One beside something speaks of its lines; one that stands alone of the block that follows: an element up to its end,
    lines up to an empty one.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in _COMMENT.finditer(text):
        begin, end = match.span()
        if _stands_alone(text, begin, end):
            begin = end + len(text[end:]) - len(text[end:].lstrip())
            end = _end_of_block(text, begin)
        yield match[0], match.start(), bisect_right(starts, begin), bisect_right(starts, max(begin, end - 1))


def _stands_alone(text: str, begin: int, end: int) -> bool:
    before = text[text.rfind("\n", 0, begin) + 1 : begin]
    return not before.strip() and not text[end:].partition("\n")[0].strip()


def _end_of_block(text: str, begin: int) -> int:
    tag = _TAG.match(text, begin)
    closing = re.compile(rf"</{tag[1]}\s*>", re.IGNORECASE).search(text, begin) if tag else None
    found = closing or _BLANK.search(text, begin)
    return found.end() if closing and found else found.start() + 1 if found else len(text)
