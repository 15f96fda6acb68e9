"""Parts as the analyses of checking see them, so that recovery and checking know one grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.view import Source, View
from drafter.problems import Place
from drafter.recover.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable


class FromPart(msgspec.Struct, frozen=True):
    """A paragraph that is a part; all of it may be mended."""

    part: Part

    def place(self, start: int, end: int) -> Place:
        """The line that the part begins on."""
        return Place("", "", self.part.line, start + 1, end + 1)

    def typed(self, start: int, end: int) -> str | None:
        """The characters themselves."""
        return self.part.text[start:end]


def view_of(parts: Iterable[Part]) -> View:
    """A view of which every paragraph is a part."""
    return View("", [_source(part) for part in parts])


def _source(part: Part) -> Source:
    kind = "cell" if part.cell else "heading" if part.style_level else "body"
    return Source(part.text, FromPart(part), kind, part.style_level, part.label, bold=part.bold, cell=part.cell)
