"""Finds enumerations (一是…, 第一，, “1”，, 1、) and makes points of their members."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.language.enumerations import enumerations
from drafter.recover.enumerations_groups import groups
from drafter.recover.enumerations_stretch import Stretch
from drafter.recover.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.enumerations_groups import Group
    from drafter.recover.model import Old, Part


def run(old: Old) -> Old:
    """The document after this pass."""
    stretches = [list(parts) for _, parts in groupby(old.parts, key=lambda part: (part.kind == "text", part.level))]
    found = [_pointed(parts) for parts in stretches]
    parts = tuple(chain.from_iterable(parts for parts, _ in found))
    changes = chain.from_iterable(changes for _, changes in found)
    return replace(old, parts=parts, changes=(*old.changes, *changes))


def _pointed(parts: Sequence[Part]) -> tuple[list[Part], list[Change]]:
    """A stretch of text under one heading, with its points."""
    if parts[0].kind != "text":
        return list(parts), []
    stretch = Stretch(parts)
    found = groups(stretch.normal, enumerations(stretch.normal))
    made = list(_emitted(stretch, found, 0, len(stretch.text), parts[0].level))
    return made, list(_changes(stretch, found))


def _emitted(stretch: Stretch, found: Sequence[Group], start: int, end: int, level: int) -> Iterator[Part]:
    """The characters ``start`` to ``end`` as parts: text of the level, and points one below it with all they hold."""
    for group in found:
        yield from stretch.text_parts(start, group.start, level)
        for item in group.items:
            point = stretch.point(group.style, item)
            yield replace(point, level=level + 1)
            yield from _emitted(stretch, item.within, item.title_end, item.end, level + 1)
        start = group.end
    yield from stretch.text_parts(start, end, level)


def _changes(stretch: Stretch, found: Sequence[Group]) -> Iterator[Change]:
    """Labels that had lost their 是 or 要 and have it again."""
    for group in found:
        for item in group.items:
            if item.lost:
                point = stretch.point(group.style, item)
                yield Change(stretch.typed(item), point.label, point.line, "recover.lost-label")
            yield from _changes(stretch, item.within)
