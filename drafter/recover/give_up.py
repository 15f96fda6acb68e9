"""Gives up what was understood of stretches of a document that would not be printed as they stood."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.recover.model import Doubt, Part
from drafter.recover.tree import is_table, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.recover.model import Old

    Stretches = Sequence[tuple[int, int]]
    Parts = list[Part]


def without_references(old: Old, wrong: Stretches) -> Old:
    """The figures of these stretches as plain text, and no facts that only they referred to."""
    lost = [at for start, end in wrong for at in range(start, end) if old.parts[at].references]
    parts = list(old.parts)
    for at in lost:
        parts[at] = replace(parts[at], references=())
    doubts = tuple(Doubt("recover.figures-left", parts[at].line) for at in lost)
    gone = _mentioned(old.parts) - _mentioned(parts) - {name for fact in old.facts for name in fact.sum + fact.parts}
    facts = tuple(fact for fact in old.facts if fact.name not in gone)
    return replace(old, parts=tuple(parts), facts=facts, doubts=(*old.doubts, *doubts))


def without_points(old: Old, wrong: Stretches) -> Old:
    """The points of these stretches as plain text; a heading before them stays."""
    return _each(old, wrong, _flat, "recover.points-left")


def without_headings(old: Old, wrong: Stretches) -> Old:
    """These stretches as paragraphs."""
    return _each(old, wrong, lambda parts: [_text(parts)], "recover.heading-left")


def without_sections(old: Old, wrong: Stretches) -> Old:
    """All paragraphs of the sections that these stretches stand in, under the sections' headings."""
    tops = [at for at, part in enumerate(old.parts) if part.kind == "heading" and part.level == 1]
    bounds = [0, *tops, len(old.parts)]
    sections = {_around(bounds, start) for start, _ in wrong}
    return _each(old, sorted(sections), _plain_section, "recover.section-left")


def without_anything(old: Old, _: Stretches) -> Old:
    """The whole document as paragraphs."""
    return _each(old, [(0, len(old.parts))], _paragraphs, "recover.all-left")


STEPS: tuple[Callable[[Old, Stretches], Old], ...] = (
    without_references,
    without_points,
    without_points,
    without_headings,
    without_sections,
    without_anything,
)
"""From the least that may be given up to all."""


def _each(old: Old, wrong: Stretches, made: Callable[[Parts], Parts], doubt: str) -> Old:
    """``old`` with the parts of each stretch made anew; a doubt for each that changed."""
    parts: Parts = []
    doubts: list[Doubt] = []
    done = 0
    for start, end in wrong:
        before = list(old.parts[start:end])
        after = made(before)
        parts += [*old.parts[done:start], *after]
        doubts += [Doubt(doubt, before[0].line)] if after != before else []
        done = end
    return replace(old, parts=(*parts, *old.parts[done:]), doubts=(*old.doubts, *doubts))


def _flat(parts: Parts) -> Parts:
    """A paragraph without its points."""
    if not any(part.kind == "point" for part in parts):
        return parts
    if parts[0].kind != "heading":
        return [_text(parts)]
    rest = _text(parts[1:])
    return [parts[0], replace(rest, level=parts[0].level, runs_in=True)]


def _plain_section(parts: Parts) -> Parts:
    """A section as its heading and paragraphs."""
    if parts[0].kind != "heading":
        return _paragraphs(parts)
    first = next((end for _, end in stretches(parts)), len(parts))
    rest = [replace(part, level=1) for part in _paragraphs(parts[first:])]
    return [*_flat(parts[:first]), *rest]


def _paragraphs(parts: Parts) -> Parts:
    """Each paragraph as text of no heading."""
    return [replace(_text(parts[start:end]), level=0) for start, end in stretches(parts)]


def _text(parts: Parts) -> Part:
    """The parts of one paragraph as one: their labels are text again."""
    first = parts[0]
    words = "".join(
        part.label + ("\v".join(map("\t".join, part.rows)) if is_table(part) else part.text) for part in parts
    )
    level = first.level - 1 if first.kind in ("heading", "point") else first.level
    notes = tuple(note for part in parts for note in part.notes)
    return Part(words, first.line, level=max(level, 0), role=first.role, sure=first.sure, notes=notes)


def _around(bounds: Sequence[int], at: int) -> tuple[int, int]:
    above = bisect_right(bounds, at, hi=len(bounds) - 1)
    return bounds[above - 1], bounds[above]


def _mentioned(parts: Sequence[Part]) -> set[str]:
    """The names that references of ``parts`` begin with."""
    return {
        reference.name.partition("|")[0].partition(".")[0].strip() for part in parts for reference in part.references
    }
