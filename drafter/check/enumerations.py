"""The enumerations in a document's or outline's running text, chapter by chapter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from drafter.check.contents import contents
from drafter.check.headings import labelled
from drafter.language import enumerations as language
from drafter.language.enumeration_marks import AMONG
from drafter.language.enumerations import Enumeration, Member
from drafter.language.numbering import UPPER
from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

FARTHEST = 1500
"""Characters between 第一 and the 第二， that answers it."""


def enumerations(view: View) -> tuple[Enumeration, ...]:
    """What is enumerated, at its place in the view's text; to be asked through ``view.once``.

    An enumeration ends with its chapter, with a cell, and in an outline with each text: its points are not typed there.
    """
    return tuple(
        _moved(found, start)
        for start, end in _stretches(view)
        for found in language.enumerations(view.normal[start:end])
    )


def without_comma(view: View) -> dict[int, tuple[int, int]]:
    """第二要抓好服务 between 第一， and 第三，: the member that follows, by its start, and the label it hides.

    To be asked through ``view.once``.
    """
    return {
        following.start: bare
        for found in view.once(enumerations)
        if found.style in ("ordinal", AMONG)
        for last, following in zip((None, *found.members), found.members, strict=False)
        if (bare := _bare(view.normal, found.style, last, following))
    }


def _bare(text: str, style: str, last: Member | None, following: Member) -> tuple[int, int] | None:
    """The label of the one member that is missing before ``following``, where a sentence begins with it."""
    missing = following.number - 1
    if missing != (last.number if last else 0) + 1:
        return None
    label = language.written(style, missing)
    begins = re.compile(f"(?:(?<=[。；！？：\n\v])|^)[ \u3000]*(?P<label>{label})(?=[{HAN}])")
    start = last.words if last else max(0, following.start - FARTHEST)
    match = begins.search(text, start, following.start)
    return match.span("label") if match and not text.startswith(words("firsts"), match.start("label")) else None


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """The text from heading to heading of the upper two levels, in their order."""
    starts = {each.start for each in view.once(labelled) if each.label and each.label.style in UPPER}
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
