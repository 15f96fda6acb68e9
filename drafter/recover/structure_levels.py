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


def levelled(pieces: Sequence[Piece]) -> list[Part]:
    """All parts with their levels."""
    last = max((at for at, piece in enumerate(pieces) if piece.part.kind == "heading"), default=0)
    return [replace(piece.part, level=level) for piece, level in zip(pieces, _levels(pieces, last), strict=True)]


def _levels(pieces: Sequence[Piece], last: int) -> Iterator[int]:
    nesting, level, above = Nesting(), 0, "heading"
    for at, piece in enumerate(pieces):
        if piece.part.kind == "heading":
            level = _of_heading(nesting, piece)
        elif piece.part.kind == "text" and above != "heading" and _addresses(piece.part):
            level = 0 if at > last else min(level, 1)
        elif piece.part.kind in ("signature", "date", "attachment-note", "attachment", "credits"):
            level = 0
        above = piece.part.kind
        yield level


def _of_heading(nesting: Nesting, piece: Piece) -> int:
    if piece.key == "attachment":
        return nesting.styled("attachment", 1)
    if piece.label:
        return nesting.labelled(piece.label, piece.said)
    said = int(piece.key[6:]) if piece.key.startswith("style:") else 0
    return nesting.unlabelled(piece.key, said)


def _addresses(part: Part) -> bool:
    """Whether a paragraph turns to the listeners, and so begins something that the last heading does not hold."""
    return bool(cue("structure", "address", "begins").search(normal(part.text[:20]).lstrip()))
