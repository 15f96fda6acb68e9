"""Says where a paragraph stops or begins inside a sentence, and what stood there is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.left_out import LOST_HEAD
from drafter.check.lines import is_prose, stops_short
from drafter.recover.join_lines import LONGEST_HEADING
from drafter.recover.model import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Part

_SHOWN = 8


def doubts(parts: Sequence[Part]) -> Iterator[Doubt]:
    """A doubt for each such paragraph."""
    for part in parts:
        if part.kind == "text" and not part.style_level and not part.cell:
            if LOST_HEAD.match(part.text):
                yield Doubt("recover.begins-late", part.line, {"text": part.text[:_SHOWN]})
            if _is_paragraph(part.text) and stops_short(part.text):
                yield Doubt("recover.stops-short", part.line, {"text": part.text[-_SHOWN:]})


def _is_paragraph(text: str) -> bool:
    return "。" in text or (len(text) > LONGEST_HEADING and is_prose(text))
