"""Labelled lines that belong together: the chapters of a document, the sections of a chapter, the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.headings import labelled
from drafter.language.enumerations import Enumeration, Member
from drafter.language.numbering import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.check.headings import Heading
    from drafter.check.view import View


def siblings(view: View) -> tuple[tuple[Heading, ...], ...]:
    """The lines labelled in the standard's styles, sibling by sibling; to be asked through ``view.once``.

    A new parent begins a new group, unless the numbers run on from the last; so does a line that begins at 1 again.
    """
    groups: list[list[Heading]] = []
    latest: dict[str, list[Heading]] = {}
    around: dict[int, list[Heading]] = {}
    for line in view.once(labelled):
        around = {level: group for level, group in around.items() if level <= line.level}
        if line.label and line.label.style in LEVELS:
            group = _group(line.label.style, line.label.number, around.get(line.level), latest)
            if not group:
                groups.append(group)
            group.append(line)
            around[line.level] = latest[line.label.style] = group
    return tuple(map(tuple, groups))


def as_enumeration(group: Sequence[Heading]) -> Enumeration:
    """Siblings as an enumeration, whose slips can be asked for."""
    members = tuple(Member(each.label.number, each.start, each.words, each.end, True) for each in group if each.label)
    return Enumeration(group[0].label.style if group[0].label else "", members)


def _group(style: str, number: int, open_: list[Heading] | None, latest: dict[str, list[Heading]]) -> list[Heading]:
    """The group that a line joins, an empty one where it begins one."""
    if number == 1:
        return []
    if open_ and open_[0].label and open_[0].label.style == style:
        return open_
    last = latest.get(style)
    runs_on = last and last[-1].label and last[-1].label.number == number - 1
    return last if last and runs_on else []
