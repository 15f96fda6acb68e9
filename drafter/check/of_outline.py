"""An outline as rules see it: its texts as they are printed, each character still knowing where it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from drafter.check.view import Source, View
from drafter.outline.places import Places
from drafter.outline.resolve import by_part
from drafter.outline.scope import scope_of
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.office import Office
    from drafter.outline.model import Node, Outline
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


def view_of(outline: Outline, office: Office | None = None) -> View:
    """The view of an outline. Raises DrafterError where its references make more text than a paper could hold."""
    return View(outline.file, list(_sources(outline, scope_of(outline))), office, outline)


def _sources(outline: Outline, scope: Scope) -> Iterator[Source]:
    for kind, said in _heads(outline):
        yield from _texts(said, scope, kind)
    for node in outline.sections:
        yield from _of_node(node, scope)
    yield from _texts(outline.attachments, scope, "field")
    yield from _texts(outline.signature, scope, "signature")
    yield from _texts(outline.credits, scope, "credits")


def _heads(outline: Outline) -> Iterator[tuple[str, Any]]:
    """What stands before the sections, with its kind."""
    yield from (("title", outline.titles), ("subtitle", outline.subtitles), ("salutation", outline.salutations))
    fields = (outline.organization, outline.guidance, outline.meeting, outline.campaign, outline.lists)
    yield from (("field", said) for said in fields)


def _of_node(node: Node, outer: Scope) -> Iterator[Source]:
    scope = outer.within(node, node.points)
    yield from _texts(node.titles, scope, "heading", node.depth + 1, node.role)
    yield from _texts((node.text, node.brief, node.lead), scope, "body", 0, node.role)
    for point in node.points:
        yield from _of_node(point, outer)
    yield from _texts(node.tail, scope, "body", 0, node.role)
    yield from _texts(node.table, scope, "cell", 0, node.role)
    yield from _texts((node.owner, node.due, node.by), scope, "field", 0, node.role)


def _texts(said: Any, scope: Scope, kind: str, level: int = 0, role: str = "") -> Iterator[Source]:
    """Every text in a value of the model, in order; a field left empty has none."""
    if isinstance(said, Text):
        if said and not any(piece.gap for piece in said.pieces):
            yield _source(said, scope, kind, level, role)
    elif isinstance(said, dict):
        yield from (each for value in said.values() for each in _texts(value, scope, kind, level, role))
    elif isinstance(said, tuple):
        yield from (each for value in said for each in _texts(value, scope, kind, level, role))
    elif isinstance(said, msgspec.Struct) and not isinstance(said, Gap):
        values = [getattr(said, name) for name in said.__struct_fields__]
        yield from (each for value in values for each in _texts(value, scope, kind, level, role))


def _source(text: Text, scope: Scope, kind: str, level: int, role: str) -> Source:
    printed, stretches = _printed(text, scope)
    opaque = tuple((each.start, each.end) for each in stretches if each.length)
    origin = FromText(scope.outline.places, text, stretches)
    return Source(printed, origin, kind, level, pointer=text.pointer, role=role, opaque=opaque)


def _printed(text: Text, scope: Scope) -> tuple[str, tuple[Stretch, ...]]:
    """What a text prints, on one line, and where each stretch of it was typed."""
    if not text.parts:
        return _on_a_line(text), (Stretch(0, len(text), 0),)
    stretches: list[Stretch] = []
    printed, offset = "", 0
    for part, pieces in zip(text.parts, by_part(text, scope), strict=True):
        words = _on_a_line("".join([piece.text for piece in pieces]))
        typed = len(part) if isinstance(part, str) else len(part.source)
        stretches.append(
            Stretch(len(printed), len(printed) + len(words), offset, 0 if isinstance(part, str) else typed)
        )
        printed, offset = printed + words, offset + typed
    return printed, tuple(stretches)


def _on_a_line(words: str) -> str:
    return words.replace("\n", "\v")
