"""An old document as its fields are read: its title, and its lines in the form that cues are written in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.check.lines import is_prose
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old, Part


class Field(msgspec.Struct, frozen=True):
    """What one field says: ``value`` at ``pointer``, from line ``line``; not ``sure`` where it was worked out."""

    pointer: str
    value: Any
    line: int
    sure: bool = True


class Words(msgspec.Struct, frozen=True):
    """A part's text in its plain form, and as it stands: both have the same length."""

    plain: str
    typed: str
    line: int
    kind: str


class Reading:
    """The words of a document, by what they are."""

    def __init__(self, old: Old) -> None:
        self.old = old

    @cached_property
    def all(self) -> tuple[Words, ...]:
        """Every part that holds words, what runs in included."""
        return tuple(_words(part) for part in self.old.parts if part.text.strip())

    @cached_property
    def title(self) -> str:
        """The lines of the title as one."""
        return "".join(each.plain.strip(" 《》") for each in self.of("title"))

    @cached_property
    def lead(self) -> Words:
        """The first paragraph of running text."""
        return next((each for each in self.of("text") if is_prose(each.plain)), Words("", "", 1, "text"))

    @cached_property
    def text(self) -> str:
        """All running text, headings and points."""
        return "\n".join(each.plain for each in self.body)

    @cached_property
    def body(self) -> tuple[Words, ...]:
        """The words of text, headings and points."""
        return self.of("text", "heading", "point")

    def of(self, *kinds: str) -> tuple[Words, ...]:
        """The words of some kinds of parts."""
        return tuple(each for each in self.all if each.kind in kinds)

    def line(self, *kinds: str) -> int:
        """The line where the first part of some kinds stands; 1 for none."""
        return next((each.line for each in self.of(*kinds)), 1)

    def head(self) -> Iterator[Words]:
        """What stands above the text, the title first."""
        yield from self.of("title")
        yield from self.of("subtitle", "date", "speaker")


def _words(part: Part) -> Words:
    return Words(plain(part.text), part.text, part.line, part.kind)
