"""A document as rules see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.view import Source, View
from drafter.document.manuscript import Line, Manuscript

if TYPE_CHECKING:
    from drafter.check.office import Office
    from drafter.problems import Place


class FromLine(msgspec.Struct, frozen=True):
    """A paragraph that is a line of a manuscript."""

    manuscript: Manuscript
    line: Line

    def place(self, start: int, end: int) -> Place:
        """Where the characters stand in the file."""
        return self.manuscript.place(self.line, start, end)

    def typed(self, start: int, end: int) -> str | None:
        """The characters as they stand in the file, if they do so side by side."""
        place = self.place(start, end)
        text = self.line.text[start:end]
        typed = place.source[place.column - 1 : place.column - 1 + len(text)]
        return text if typed == text and place.end_line == place.line else None


def view_of(manuscript: Manuscript, office: Office | None = None) -> View:
    """The view of a document."""
    return View(manuscript.file, [_source(manuscript, line) for line in manuscript.lines], office)


def _source(manuscript: Manuscript, line: Line) -> Source:
    kind = "cell" if line.cell else "heading" if line.level else "body"
    return Source(
        line.text,
        FromLine(manuscript, line),
        kind,
        level=line.level,
        label=line.label,
        bold=line.bold,
        cell=line.cell,
        opaque=line.literal,
    )
