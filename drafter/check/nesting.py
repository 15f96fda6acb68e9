"""How deep a label stands, found from the labels before it: what a style nests in is the writer's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.numbering import LEVELS

if TYPE_CHECKING:
    from drafter.language.numbering import Label

_RANKS = {style: rank for rank, style in enumerate(LEVELS)}
_HEADS = ("chapter", "paren")
_RUNNING = len(_RANKS)


class Nesting:
    """The styles that are open where a document has been read up to, each with its level from 1."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def styled(self, style: str, level: int) -> int:
        """The level of a heading that has one already, by a style of the file."""
        while self._open and self._open[-1][1] >= level:
            self._open.pop()
        self._open.append((style, level))
        return level

    def labelled(self, label: Label) -> int:
        """The level of the next label: that of its style where it is open, else one below what it stands in."""
        styles = [style for style, _ in self._open]
        if label.style in styles:
            del self._open[styles.index(label.style) + 1 :]
            return self._open[-1][1]
        while self._open and _outranks(label, self._open[-1][0]):
            self._open.pop()
        self._open.append((label.style, self._open[-1][1] + 1 if self._open else 1))
        return self._open[-1][1]


def _outranks(label: Label, style: str) -> bool:
    """Whether a label closes what is open in another style, and does not stand in it.

    The standard's levels have an order. 一是 has none: it may hold 1. or be held by it, so that only a first one opens.
    """
    rank = _RANKS.get(label.style, _RUNNING)
    if style in _RANKS:
        return rank < _RANKS[style]
    return label.style in _HEADS or (rank < _RUNNING and label.number > 1)
