"""Where everything an outline says stands: pointer → line and column, inside block and folded scalars too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.outline.scalars import positions
from drafter.outline.source import source_of
from drafter.problems import Place
from drafter.yaml_files import ScalarNode

if TYPE_CHECKING:
    from drafter.yaml_files import Node  # noqa: TC004, an annotation nobody evaluates


class Spot(msgspec.Struct, frozen=True):
    """A node, and how far into its value a text begins: paragraphs of a block scalar share one node."""

    node: Node
    start: int = 0


class Places:
    """Finds the place of a pointer. Nodes are recorded while loading; lines are counted only when asked for."""

    __slots__ = ("_last", "file", "spots")

    def __init__(self, file: str) -> None:
        self.file = file
        self.spots: dict[str, Node | Spot] = {}
        self._last: tuple[Node | None, list[int]] = (None, [])

    def find(self, pointer: str, offset: int = 0, length: int = 0) -> Place:
        """The place of what ``pointer`` names, from character ``offset`` of its text on, ``length`` characters wide.

        Length 0 reaches to the end of the text or of its line. A pointer that was never typed has the place of the
        nearest thing around it; its file alone is known where there is none.
        """
        nearest = self._nearest(pointer)
        if nearest is None:
            return Place(self.file, pointer)
        node, start = self._spot(nearest)
        if nearest == pointer and isinstance(node, ScalarNode) and node.value:
            return self._inside(node, pointer, start + offset, length)
        return source_of(node).place(node.start_mark.index, node.end_mark.index, pointer)

    def nearest(self, pointer: str) -> tuple[str, Node | None]:
        """What is there of a pointer: the nearest pointer that was typed, and its node."""
        found = self._nearest(pointer)
        return ("", None) if found is None else (found, self._spot(found)[0])

    def _spot(self, pointer: str) -> tuple[Node, int]:
        spot = self.spots[pointer]
        return (spot.node, spot.start) if isinstance(spot, Spot) else (spot, 0)

    def _nearest(self, pointer: str) -> str | None:
        while pointer and pointer not in self.spots:
            pointer = pointer.rpartition("/")[0]
        return pointer if pointer in self.spots else None

    def _inside(self, node: ScalarNode, pointer: str, start: int, length: int) -> Place:
        if self._last[0] is not node:
            self._last = node, positions(node)
        indices = self._last[1]
        last = len(indices) - 1
        first = indices[min(start, last)]
        end = indices[min(start + length, last)] if length else indices[last]
        source = source_of(node)
        return source.place(first, first + len(source.text[first:end].rstrip()), pointer)
