"""The sections of a document: its headings of the first level, each with what stands under it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from drafter.language import dates
from drafter.language.numbering import LEVELS
from drafter.recover.directions import LONGEST, direction
from drafter.recover.lists import pattern
from drafter.recover.plain import plain
from drafter.recover.titles import Sign, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Part


class Section(msgspec.Struct, frozen=True):
    """The parts ``index`` (its heading) to ``end``. ``years`` are its title's, ``direction`` its text's."""

    index: int
    end: int
    title: str
    signs: tuple[Sign, ...]
    years: tuple[int, ...]
    direction: str


def sections(parts: tuple[Part, ...]) -> tuple[Section, ...]:
    """The sections in their order."""
    heads = list(heads_of(parts))
    return tuple(_section(parts, start, end) for start, end in pairwise([*heads, len(parts)]))


def heads_of(parts: tuple[Part, ...]) -> Iterator[int]:
    """Where a heading of the highest level stands."""
    heads = [index for index, part in enumerate(parts) if is_head(part)]
    top = min((parts[index].level for index in heads), default=0)
    return (index for index in heads if parts[index].level == top)


def is_head(part: Part) -> bool:
    """Whether it heads a section or a part of one, and is not an item of a list (一是…)."""
    return part.kind == "heading" and part.style in ("", "none", *LEVELS)


def _section(parts: tuple[Part, ...], start: int, end: int) -> Section:
    last = next((at for at in range(start + 1, end) if parts[at].level == 0), end)
    title = pattern("structure", "heading.sign").sub("", plain(parts[start].text).strip())
    years = tuple(dict.fromkeys(each.year for each in dates.find(title) if each.year))
    return Section(start, last, title, signs(title), years, direction(_begin(parts[start + 1 : last])))


def _begin(parts: tuple[Part, ...]) -> str:
    """The first few thousand characters of some parts."""
    taken: list[str] = []
    for part in parts:
        if sum(map(len, taken)) > LONGEST:
            break
        taken.append(part.text[:LONGEST])
    return plain("\n".join(taken))
