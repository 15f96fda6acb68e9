"""How deep each part stands: headings from how they nest, text from the heading above it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import cue
from drafter.check.nesting import Nesting
from drafter.language.width import normal
from drafter.recover.lists import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Part
    from drafter.recover.structure_headings import Piece

LEAD = "lead"
_BELOW = ("signature", "date", "attachment-note", "attachment", "credits")
_SECTIONS = ("achievements", "problems", "plan")


def levelled(pieces: Sequence[Piece]) -> list[Part]:
    """All parts with their levels."""
    told = _framed(_told_apart(pieces))
    return [replace(piece.part, level=level) for piece, level in zip(told, _levels(told), strict=True)]


def _told_apart(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Headings that look alike and are of two levels, as one right below another shows, with a key for each level."""
    mixed = {upper.key for upper, lower in pairwise(pieces) if upper.key and upper.key == lower.key and not upper.label}
    if not mixed or any(piece.key.startswith("style:") for piece in pieces if piece.key in mixed):
        return pieces
    below = [*(each.key for each in pieces[1:]), ""]
    return [replace(each, key=_key(each, mixed, each.key == key)) for each, key in zip(pieces, below, strict=True)]


def _framed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Headings without a label between which others are numbered 一、 二、 as of the level above these."""
    labelled = [at for at, piece in enumerate(pieces) if piece.label and not piece.key]
    keys = [(at, piece.key) for at, piece in enumerate(pieces) if piece.key and not piece.label]
    if not labelled or any(key.startswith("style:") for _, key in keys):
        return pieces
    before = {key for at, key in keys if at < labelled[0] and not _stands_apart(pieces[at].part)}
    behind = {key for at, key in keys if at > labelled[0] and not _stands_apart(pieces[at].part)}
    return [replace(each, key="style:1") if each.key in before & behind else each for each in pieces]


def _stands_apart(part: Part) -> bool:
    """前言, 结束语: a heading that holds no others."""
    return bool(pattern("structure", "heading.apart").match(normal(part.text)))


def _key(piece: Piece, mixed: set[str], over: bool) -> str:
    under = f"{max(mixed)}/under"
    if piece.key == LEAD:
        return under
    return under if piece.key in mixed and not over and not _is_section(piece.part) else piece.key


def _is_section(part: Part) -> bool:
    """Whether a heading names a part that papers of this kind have."""
    return any(cue("report", name).search(normal(part.text)) for name in _SECTIONS)


def _levels(pieces: Sequence[Piece]) -> Iterator[int]:
    nesting, level, above = Nesting(), 0, pieces[0] if pieces else None
    last_heading, last_text = _last(pieces, "heading"), _last(pieces, "text")
    for at, piece in enumerate(pieces):
        kind, heads = piece.part.kind, above is not None and above.part.kind == "heading"
        if kind == "heading":
            level = _of_heading(nesting, piece)
        elif kind in _BELOW:
            level = 0
        elif kind == "text" and not heads and _turns(piece.part, "begins"):
            level = 0 if at > last_heading else min(level, 1)
        elif at == last_text > last_heading + 1 and _turns(piece.part, "closes"):
            level = 0
        elif kind == "text" and not heads and above is not None and _led(pieces, at):
            level = max(level - 1, 0)
        above = piece
        yield level


def _led(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a paragraph follows one with a heading of bold words, which is all that this holds."""
    behind = at > 1 and pieces[at - 1].part.runs_in and not pieces[at].part.runs_in
    return behind and pieces[at - 2].label is None and bool(pieces[at - 2].part.lead)


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
    return bool(pattern("structure", f"address.{how}").search(normal(part.text).strip()))
