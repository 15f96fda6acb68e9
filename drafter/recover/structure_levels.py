"""How deep each part stands: headings from how they nest, text from the heading above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.nesting import Nesting
from drafter.language.width import normal
from drafter.recover.cues import cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Part
    from drafter.recover.structure_headings import Piece

_BELOW = ("signature", "date", "attachment-note", "attachment", "credits")


def levelled(pieces: Sequence[Piece]) -> list[Part]:
    """All parts with their levels."""
    return [replace(piece.part, level=level) for piece, level in zip(pieces, _levels(pieces), strict=True)]


def _levels(pieces: Sequence[Piece]) -> Iterator[int]:
    nesting, level, above = Nesting(), 0, "heading"
    last_heading, last_text = _last(pieces, "heading"), _last(pieces, "text")
    for at, piece in enumerate(pieces):
        kind = piece.part.kind
        if kind == "heading":
            level = _of_heading(nesting, piece)
        elif kind in _BELOW:
            level = 0
        elif kind == "text" and above != "heading" and _turns(piece.part, "begins"):
            level = 0 if at > last_heading else min(level, 1)
        elif at == last_text > last_heading + 1 and _turns(piece.part, "closes"):
            level = 0
        above = kind
        yield level


def _last(pieces: Sequence[Piece], kind: str) -> int:
    return max((at for at, piece in enumerate(pieces) if piece.part.kind == kind), default=0)


def _of_heading(nesting: Nesting, piece: Piece) -> int:
    if piece.key == "attachment":
        return nesting.styled("attachment", 1)
    if piece.label:
        return nesting.labelled(piece.label, piece.said)
    said = int(piece.key[6:]) if piece.key.startswith("style:") else 0
    return nesting.unlabelled(piece.key, said)


def _turns(part: Part, how: str) -> bool:
    """Whether a paragraph turns to the listeners or to all that was said, and belongs to no single heading."""
    return bool(cue("structure", "address", how).search(normal(part.text).strip()))
