"""Text as a writer typed it, with its references found; and what stands where nothing was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from drafter.outline.references import Part


class Gap(msgspec.Struct, frozen=True):
    """An empty field. False in a condition; printed as the placeholder 【label：待填】.

    ``who`` has what is missing ("" where unknown); ``pointer`` is where it would be filled in.
    """

    pointer: str
    label: str
    who: str = ""

    def __bool__(self) -> Literal[False]:
        return False

    def __str__(self) -> str:
        return f"【{self.label}：待填】"

    def __html__(self) -> str:
        facts = f'data-gap="{_attribute(self.label)}" data-who="{_attribute(self.who)}"'
        return f'<mark {facts} data-src="{_attribute(self.pointer)}">{_escaped(str(self))}</mark>'


class Piece(msgspec.Struct, frozen=True):
    """A resolved stretch of text: plain words, a printed fact, or a gap."""

    text: str
    fact: str = ""
    gap: Gap | None = None

    def __html__(self) -> str:
        if self.gap is not None:
            return self.gap.__html__()
        words = _escaped(self.text)
        return f'<data data-fact="{_attribute(self.fact)}">{words}</data>' if self.fact else words


class Text(str):
    """A string that knows its place.

    As loaded, the string is what was typed, and ``parts`` are the plain stretches and references in it (none where it
    has no reference). ``resolve`` gives one that reads as it is printed, and whose ``pieces`` know their facts and
    gaps. What ``str`` methods and slices give is a plain string.
    """

    __slots__ = ("parts", "pieces", "pointer")
    pointer: str
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]

    def __new__(
        cls, words: str, pointer: str = "", pieces: tuple[Piece, ...] | None = None, parts: tuple[Part, ...] = ()
    ) -> Text:
        """``words`` typed at ``pointer``; where they hold no fact and no gap, they are one piece."""
        text = super().__new__(cls, words)
        text.pointer = pointer
        text.pieces = (Piece(words),) if pieces is None else pieces
        text.parts = parts
        return text

    def __html__(self) -> str:
        words = "".join([piece.__html__() for piece in self.pieces])
        return f'<span data-src="{_attribute(self.pointer)}">{words}</span>'


def joined(pieces: tuple[Piece, ...], pointer: str) -> Text:
    """The text that ``pieces`` make up, at ``pointer``."""
    return Text("".join([piece.text for piece in pieces]), pointer, pieces)


def blank(gap: Gap) -> Text:
    """A text that was left empty where one must stand: a title, a paragraph. It prints as a placeholder."""
    return joined((Piece(str(gap), gap=gap),), gap.pointer)


def _escaped(words: str) -> str:
    """``words`` as XML text; a bare carriage return would come back from a parser as a line feed."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _attribute(words: str) -> str:
    escaped = _escaped(words).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")
