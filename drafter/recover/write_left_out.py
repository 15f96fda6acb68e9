"""What was dropped, as comments where it stood."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec

from drafter.messages import say
from drafter.recover.write_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.recover.model import Dropped, Old, Part

Comments = tuple[str, ...]


def with_left_out(old: Old, lang: str) -> tuple[Comments, Old, Comments]:
    """What was dropped before the document begins, the document with the rest in the notes of its parts, and the end.

    Each stands above the heading, or the text of no heading, that came next.
    """
    waiting = deque(sorted(old.dropped, key=lambda dropped: dropped.line))
    above = _until(waiting, old.parts[0].line if old.parts else 0)
    parts = []
    for part in old.parts:
        notes: list[Dropped] = []
        if part.kind == "heading" or (part.kind == "text" and not part.level):
            notes = _until(waiting, part.line)
        parts.append(_noted(part, notes, lang))
    return _told(above, lang), msgspec.structs.replace(old, parts=tuple(parts)), _told(waiting, lang)


def _until(waiting: deque[Dropped], line: int) -> list[Dropped]:
    """Takes what stood before a line from those that wait."""
    found = []
    while waiting and waiting[0].line < line:
        found.append(waiting.popleft())
    return found


def _noted(part: Part, left_out: list[Dropped], lang: str) -> Part:
    return msgspec.structs.replace(part, notes=(*part.notes, *_told(left_out, lang))) if left_out else part


def _told(left_out: Iterable[Dropped], lang: str) -> Comments:
    said = [say("recover.left-out", lang, why=say(each.why, lang), text=clean(each.text)) for each in left_out]
    return tuple(line for words in said for line in words.split("\n"))
