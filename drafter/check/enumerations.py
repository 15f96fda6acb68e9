"""The enumerations in a document's or outline's running text, chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.contents import contents
from drafter.check.headings import HEADS, labelled
from drafter.language import enumerations as language
from drafter.language.enumerations import Enumeration, Member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def enumerations(view: View) -> tuple[Enumeration, ...]:
    """What is enumerated, at its place in the view's text; to be asked through ``view.once``.

    An enumeration ends with its chapter, with a cell, and in an outline with each text: its points are not typed there.
    """
    return tuple(
        _moved(found, start)
        for start, end in _stretches(view)
        for found in language.enumerations(view.normal[start:end])
    )


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """The text from heading to heading of the upper two levels, in their order."""
    starts = {each.start for each in view.once(labelled) if each.label and each.label.style in HEADS}
    skipped, last = view.once(contents), -1
    for each in view.paragraphs:
        apart = each.source.cell is not None or view.outline is not None
        if apart or each.index in skipped or last in skipped:
            starts.add(each.start)
        last = each.index
    order = sorted({paragraph.start for paragraph in view.paragraphs[:1]} | starts)
    for start, end in zip(order, [*order[1:], len(view.text)], strict=False):
        if view.paragraph(start).index not in skipped:
            yield start, end


def _moved(found: Enumeration, by: int) -> Enumeration:
    return Enumeration(found.style, tuple(_at(member, by) for member in found.members))


def _at(member: Member, by: int) -> Member:
    places = {"start": member.start + by, "words": member.words + by, "end": member.end + by}
    return msgspec.structs.replace(member, **places)
