"""Flat parts as a tree: what stands below each heading and point, and what goes on in whose paragraph."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import msgspec

from drafter.recover.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NODES = ("heading", "point")
ALONE = ("heading", "table")


class Twig(msgspec.Struct):
    """A part, the parts below it, and the paragraph of the document it stands in (counted from 0).

    ``index`` is the part's among all parts. ``runs_in``: it goes on in the paragraph of the part before it.
    ``inline``: a point that does, or that shares its paragraph with the next of its level.
    """

    index: int
    part: Part
    paragraph: int
    runs_in: bool
    inline: bool = False
    inside: list[Twig] = []

    @property
    def is_node(self) -> bool:
        """Whether it may have a title and parts below it."""
        return self.part.kind in NODES


def grow(parts: Sequence[Part], first: int = 0) -> list[Twig]:
    """The twigs that stand below no other; the first of ``parts`` has the index ``first``."""
    above = [Twig(-1, Part("", 0), -1, runs_in=False)]
    for twig in _twigs(parts, first):
        while len(above) > 1 and _is_behind(twig, above[-1]):
            above.pop()
        above[-1].inside.append(twig)
        if twig.is_node:
            above.append(twig)
    return above[0].inside


def is_table(part: Part) -> bool:
    """Whether a part is a table; its words are those of its rows then."""
    return part.kind == "table" and bool(part.rows)


def paragraphs(parts: Iterable[Part]) -> list[int]:
    """The paragraph that each part stands in. A heading begins one; a table is one by itself."""
    found: list[int] = []
    before = "table"
    for part in parts:
        goes_on = part.runs_in and part.kind not in ALONE and before != "table"
        found.append((found[-1] if found else -1) + (not goes_on))
        before = part.kind
    return found


def stretches(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``parts``: from which part up to which."""
    for _, group in groupby(enumerate(paragraphs(parts)), key=lambda each: each[1]):
        found = [at for at, _ in group]
        yield found[0], found[-1] + 1


def _is_behind(twig: Twig, last: Twig) -> bool:
    """Whether a twig stands behind the ``last`` heading or point, not in it: none that runs on holds paragraphs."""
    if last.inline and not twig.runs_in:
        return True
    return last.part.level > twig.part.level - twig.is_node


def _twigs(parts: Sequence[Part], first: int) -> list[Twig]:
    """The parts with all that is known of them alone; nothing stands below any yet."""
    found = [Twig(first + at, part, paragraph, runs_in=False) for at, (part, paragraph) in _numbered(parts)]
    for before, twig in pairwise(found):
        twig.runs_in = before.paragraph == twig.paragraph
    shared: set[tuple[int, int]] = set()
    for twig in reversed(found):
        if twig.part.kind == "point":
            key = (twig.paragraph, twig.part.level)
            twig.inline = twig.runs_in or key in shared
            shared.add(key)
    return found


def _numbered(parts: Sequence[Part]) -> Iterable[tuple[int, tuple[Part, int]]]:
    return enumerate(zip(parts, paragraphs(parts), strict=True))
