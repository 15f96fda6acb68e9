"""Text as a writer typed it, with its references found; and what stands where nothing was typed."""

from __future__ import annotations

from typing import Literal

import msgspec


class Gap(msgspec.Struct, frozen=True):
    """An empty field. False in a condition; printed as the placeholder 【label：待填】."""

    pointer: str
    label: str
    who: str = ""

    def __bool__(self) -> Literal[False]:
        return False


class Piece(msgspec.Struct, frozen=True):
    """A resolved stretch of text: plain words, a printed fact, or a gap."""

    text: str
    fact: str = ""
    gap: Gap | None = None


class Text(str):
    """A string that knows its place. ``pieces`` are its words once resolved for one paper."""

    __slots__ = ("pieces", "pointer")
    pointer: str
    pieces: tuple[Piece, ...]
