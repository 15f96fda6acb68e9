"""The one text that every rule looks at: all paragraphs, each character of which knows its place.

Paragraphs are parted by ``\\n``; a break inside one is ``\\v``. Offsets count characters of ``View.text`` from 0.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

from drafter.check.office import Office
from drafter.check.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from drafter.outline.model import Outline
    from drafter.problems import Place

Found = TypeVar("Found")


class Origin(Protocol):
    """Where a paragraph's characters come from."""

    def place(self, start: int, end: int) -> Place:
        """Where the characters ``start`` to ``end`` of the paragraph stand in the file."""

    def typed(self, start: int, end: int) -> str | None:
        """What was typed there, where it stands side by side on one line and can be edited; None where not."""


class Source(msgspec.Struct, frozen=True):
    """A paragraph that a view is made of.

    ``kind`` is title, subtitle, salutation, heading, body, cell, field (of an outline: a name, an attendee),
    signature or credits; what a document does not say of itself is ``body``. ``level`` 1–9 is a heading's where a style
    or the outline says so, 0 where nobody does. ``label`` is a number printed before the text that the text does not
    hold. ``pointer`` and ``role`` are an outline's. ``opaque`` are spans nobody typed there or that are no prose:
    printed facts, placeholders, code.
    """

    text: str
    origin: Origin
    kind: str = "body"
    level: int = 0
    label: str = ""
    pointer: str = ""
    role: str = ""
    bold: bool = False
    cell: tuple[int, int, int] | None = None
    opaque: tuple[tuple[int, int], ...] = ()


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph in a view: the characters ``start`` to ``end`` of its text. ``source`` says what it is."""

    index: int
    start: int
    end: int
    source: Source


class View:
    """A document or outline as rules see it.

    ``text`` is as it stands. ``normal`` has the same length and all marks and digits in their proper width (``,`` is
    ``，`` there where it stands beside Han, ``１`` is ``1``), so that a rule knows the right form only. ``prose`` is
    ``text`` with U+FFFC for whatever is protected or opaque. ``outline`` is None for a document.
    """

    def __init__(
        self, file: str, sources: Iterable[Source], office: Office | None = None, outline: Outline | None = None
    ) -> None:
        self.file = file
        self.office = office or Office()
        self.outline = outline
        self._sources = sources
        self._known: dict[Callable[[View], Any], Any] = {}

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs in order, made when a rule first asks for them or for the text."""
        return _placed(self._sources)

    @cached_property
    def text(self) -> str:
        """All paragraphs as they stand, parted by line feeds."""
        return "\n".join([paragraph.source.text for paragraph in self.paragraphs])

    @cached_property
    def normal(self) -> str:
        """The text with every mark and digit in its proper width; as long as ``text``."""
        from drafter.language.width import normal

        return normal(self.text)

    @cached_property
    def opaque(self) -> Spans:
        """What nobody typed there or is no prose: printed facts, placeholders, code."""
        within = ((each.start, span) for each in self.paragraphs for span in each.source.opaque)
        return Spans([(start + first, start + last) for start, (first, last) in within])

    @cached_property
    def protected(self) -> Spans:
        """What no fix may touch: URLs, times, ratios, figures, standards, Latin text, and what is opaque."""
        from drafter.check.protect import protected

        return Spans([*protected(self.text), *self.opaque.spans])

    @cached_property
    def prose(self) -> str:
        """The text with U+FFFC for every character that is protected; as long as ``text``."""
        return self.protected.masked(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def once(self, analysis: Callable[[View], Found]) -> Found:
        """What ``analysis`` finds in this view, worked out once however many rules ask."""
        if analysis not in self._known:
            self._known[analysis] = analysis(self)
        found: Found = self._known[analysis]
        return found

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph in which a character stands."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, paragraph: Paragraph) -> str:
        """A paragraph's text in its proper width (``normal``)."""
        return self.normal[paragraph.start : paragraph.end]

    def place(self, start: int, end: int) -> Place:
        """Where the characters ``start`` to ``end``, all of one paragraph, stand in the file."""
        paragraph = self.paragraph(start)
        last = min(end, paragraph.end)
        return paragraph.source.origin.place(start - paragraph.start, last - paragraph.start)

    def typed(self, start: int, end: int) -> str | None:
        """What was typed there; None where it cannot be edited as a whole."""
        paragraph = self.paragraph(start)
        if end > paragraph.end:
            return None
        return paragraph.source.origin.typed(start - paragraph.start, end - paragraph.start)


def _placed(sources: Iterable[Source]) -> list[Paragraph]:
    placed, start = [], 0
    for index, source in enumerate(sources):
        placed.append(Paragraph(index, start, start + len(source.text), source))
        start += len(source.text) + 1
    return placed
