"""The texts of an outline that a rollover may change, each with where its characters stand in the file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from drafter.check.spans import MASK
from drafter.language.width import normal
from drafter.outline.references import Reference, parse
from drafter.outline.scalars import positions, value
from drafter.outline.tour import tour
from drafter.yaml_files import ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.rollover.frame import Frame

DAYS = ("due", "from", "to")


class Said(msgspec.Struct, frozen=True, dict=True):
    """A text: ``words`` as YAML reads them, at ``pointer``; ``key`` is the field it is typed under."""

    node: ScalarNode
    pointer: str

    @cached_property
    def words(self) -> str:
        """The text with its references as typed."""
        return value(self.node)

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each character stands in the file, and where the text ends."""
        return positions(self.node)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references in it."""
        return tuple(part for part in parse(self.words, "").parts if isinstance(part, Reference))

    @cached_property
    def masked(self) -> str:
        """``words`` with proper width, as long as they were, U+FFFC for every character of a reference."""
        words = self.words
        for each in self.references:
            words = words[: each.offset] + MASK * len(each.source) + words[each.offset + len(each.source) :]
        return normal(words)

    @property
    def key(self) -> str:
        """The last step of its pointer that is no number."""
        return next((step for step in reversed(self.pointer.split("/")) if not step.isdecimal()), "")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the characters ``first`` to ``last`` of the text stand in the file."""
        return self.places[first], self.places[last - 1] + 1


def texts(frame: Frame) -> Iterator[Said]:
    """Every text of the outline that says something, keys and words of tables aside, days too."""
    for node, table, pointer in tour(frame.root):
        if not table and node.value.strip() and pointer.rpartition("/")[2] not in DAYS:
            yield Said(node, pointer)
