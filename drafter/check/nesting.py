"""How deep a heading stands, found from those before it: what a style of labels nests in is the writer's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.language.numbering import DECIMALS, DIVISIONS, LEVELS, UPPER

if TYPE_CHECKING:
    from drafter.language.numbering import Label

_RANKS = {style: rank for rank, style in enumerate((*DIVISIONS, *LEVELS[:3], *DECIMALS, *LEVELS[3:]))}
_HEADS = (*UPPER, *DIVISIONS)
_RUNNING = len(_RANKS)


class _Open(msgspec.Struct, frozen=True):
    """What is open: a label's style, or the ``key`` of a heading without one; ``said`` is the level of its style."""

    key: str
    level: int
    said: int = 0


class Nesting:
    """What is open where a document has been read up to, each with its level from 1."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def styled(self, style: str, level: int) -> int:
        """The level of a heading that has one already, by a style of the file."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        self._open.append(_Open(style, level, level))
        return level

    def labelled(self, label: Label, said: int = 0) -> int:
        """The level of the next label: that of its style where it is open, else one below what it stands in.

        ``said`` is a level that the file gives it, as good as its order among others is: 0 for none.
        """
        if label.style in self._keys():
            return self._again(label.style)
        while self._open and self._closes(label, said, self._open[-1]):
            self._open.pop()
        return self._below(label.style, said)

    def unlabelled(self, key: str, said: int = 0) -> int:
        """The level of a heading without a label, which looks like others with the same ``key``."""
        while said and any(each.said >= said for each in self._open):
            self._open.pop()
        return self._again(key) if key in self._keys() else self._below(key, said)

    def _keys(self) -> list[str]:
        return [each.key for each in self._open]

    def _again(self, key: str) -> int:
        del self._open[self._keys().index(key) + 1 :]
        return self._open[-1].level

    def _below(self, key: str, said: int) -> int:
        self._open.append(_Open(key, self._open[-1].level + 1 if self._open else 1, said))
        return self._open[-1].level

    def _closes(self, label: Label, said: int, last: _Open) -> bool:
        if last.said and last.key not in _RANKS:
            return 0 < said <= last.said
        return _outranks(label, last.key)


def _outranks(label: Label, style: str) -> bool:
    """Whether a label closes what is open in another style, and does not stand in it.

    The standard's levels have an order. 一是 has none: it may hold 1. or be held by it, so that only a first one opens.
    """
    rank = _RANKS.get(label.style, _RUNNING)
    if style in _RANKS:
        return rank < _RANKS[style]
    return label.style in _HEADS or (rank < _RUNNING and label.number > 1)
