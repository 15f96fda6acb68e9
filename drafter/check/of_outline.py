"""An outline as rules see it: its texts as they are printed, each character still knowing where it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.typed import said
from drafter.check.view import Source, View
from drafter.outline.model import Outline
from drafter.outline.places import Places
from drafter.outline.references import typed_length
from drafter.outline.resolve import by_part
from drafter.outline.scope import scope_of
from drafter.outline.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.office import Office
    from drafter.check.typed import Said
    from drafter.outline.model import Node
    from drafter.outline.scope import Scope
    from drafter.problems import Place


class Stretch(msgspec.Struct, frozen=True):
    """Printed characters ``start`` to ``end``, typed from ``offset`` on: as they are, or as ``length`` characters."""

    start: int
    end: int
    offset: int
    length: int = 0


class FromText(msgspec.Struct, frozen=True):
    """A paragraph that is a text of an outline; a printed reference stands where the reference was typed."""

    places: Places
    text: Text
    stretches: tuple[Stretch, ...]

    def place(self, start: int, end: int) -> Place:
        """Where the characters, or the references that print them, stand in the file."""
        first, after = self._offsets(start)[0], self._offsets(max(start, end - 1))[1]
        place = self.places.find(self.text.pointer, first, after - first)
        last = self.places.find(self.text.pointer, after - 1, 1)
        if last.line == place.line:
            return place
        return msgspec.structs.replace(place, end_column=last.end_column, end_line=last.line)

    def typed(self, start: int, end: int) -> str | None:
        """The characters as they were typed, None where a reference printed them or quoting changed them."""
        first, after = self._offsets(start)[0], self._offsets(max(start, end - 1))[1]
        place = self.place(start, end)
        text = self.text[first:after]
        if place.end_line not in (0, place.line) or after - first != max(end - start, 1):
            return None
        typed = place.source[place.column - 1 : place.end_column - 1]
        return text if typed == text else None

    def _offsets(self, at: int) -> tuple[int, int]:
        """From where to where the printed character ``at`` was typed."""
        stretch = next((each for each in self.stretches if at < each.end), self.stretches[-1])
        if stretch.length:
            return stretch.offset, stretch.offset + stretch.length
        offset = stretch.offset + at - stretch.start
        return offset, offset + 1


class Sources(msgspec.Struct, frozen=True):
    """The paragraphs of an outline, printed when they are asked for: what ``drafter render`` checks needs none."""

    outline: Outline

    def __iter__(self) -> Iterator[Source]:
        scope = scope_of(self.outline)
        return (_source(each, _within(scope, each.node)) for each in said(self.outline))


def view_of(outline: Outline, office: Office | None = None) -> View:
    """The view of an outline. Its text raises DrafterError where references make more than a paper could hold."""
    return View(outline.file, Sources(outline), office, outline)


def _within(scope: Scope, node: Node | None) -> Scope:
    return scope.within(node, node.points) if node else scope


def _source(each: Said, scope: Scope) -> Source:
    text, kind = each.text, each.kind
    level = each.node.depth + 1 if each.node and kind == "heading" else 0
    printed, stretches = _printed(text, scope)
    opaque = tuple((each.start, each.end) for each in stretches if each.length)
    origin = FromText(scope.outline.places, text, stretches)
    return Source(printed, origin, kind, level, pointer=text.pointer, role=each.role, opaque=opaque)


def _printed(text: Text, scope: Scope) -> tuple[str, tuple[Stretch, ...]]:
    """What a text prints, on one line, and where each stretch of it was typed."""
    if not text.parts:
        return _on_a_line(text), (Stretch(0, len(text), 0),)
    stretches: list[Stretch] = []
    printed, offset = "", 0
    for part, pieces in zip(text.parts, by_part(text, scope), strict=True):
        words = _on_a_line("".join([piece.text for piece in pieces]))
        typed = typed_length(text, part, offset)
        as_typed = isinstance(part, str) and len(part) == typed
        stretches.append(Stretch(len(printed), len(printed) + len(words), offset, 0 if as_typed else typed))
        printed, offset = printed + words, offset + typed
    return printed, tuple(stretches)


def _on_a_line(words: str) -> str:
    return words.replace("\n", "\v")
