"""One name for each figure, and for no other: what is called alike is told apart by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.language import lexicon
from drafter.language.subjects import LONGEST, counted_as
from drafter.language.words import words
from drafter.outline import names
from drafter.outline.facts import UNUSABLE
from drafter.outline.references import fold
from drafter.recover.facts_figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.facts_figures import Printed

PLANNED = "计划"
_LONGEST_HEADING = 6


class Named(msgspec.Struct, frozen=True):
    """A figure under its final name."""

    name: str
    figure: Figure


def named(figures: Sequence[Figure]) -> tuple[Named, ...]:
    """The figures with their names, in order; those that no name tells from the others are left out."""
    alike: dict[str, set[Printed]] = {}
    for figure in figures:
        if not figure.planned:
            alike.setdefault(figure.naming.name, set()).add(figure.printed)
    taken: dict[str, Printed] = {}
    found: list[Named] = []
    for figure in _by_certainty(figures, alike):
        name = _free(_candidates(figure, alike, found), figure, taken)
        if name:
            taken[fold(name)] = figure.printed
            found.append(Named(name, figure))
    return tuple(sorted(found, key=_position))


def _position(each: Named) -> tuple[int, int]:
    return each.figure.part, each.figure.mention.start


def _by_certainty(figures: Sequence[Figure], alike: dict[str, set[Printed]]) -> list[Figure]:
    """What has its name for itself first, what was reached before what is planned."""
    return sorted(
        figures, key=lambda each: (len(alike.get(each.naming.name, ())) > 1 or each.naming.vague, each.planned)
    )


def _free(candidates: Iterator[str], figure: Figure, taken: dict[str, Printed]) -> str:
    """The first name that is nobody's, or that of the same figure."""
    for name in candidates:
        if is_usable(name) and taken.get(fold(name), figure.printed) == figure.printed:
            return name
    return ""


def is_usable(name: str) -> bool:
    """Whether a fact may be called so."""
    return bool(name) and not names.canonical("references", name) and not any(mark in name for mark in UNUSABLE)


def _candidates(figure: Figure, alike: dict[str, set[Printed]], found: list[Named]) -> Iterator[str]:
    """Names for a figure, the plainest first where nothing else is called so, and last where something is."""
    name = figure.naming.name
    clear = not figure.naming.vague and len(alike.get(name, ())) <= 1
    if clear:
        yield name
    if figure.planned and not figure.naming.vague:
        yield PLANNED + name
    if name in words("attributes"):
        yield from _in_context(figure, found, alike)
    if name not in words("attributes"):
        yield from figure.naming.longer
    if not clear:
        yield from _in_context(figure, found, alike)
    if not figure.naming.vague:
        yield name
        yield from _in_context(figure, found, alike) if clear else ()


def _in_context(figure: Figure, found: list[Named], alike: dict[str, set[Printed]]) -> Iterator[str]:
    """The name behind that of the figure before it in its sentence, with what the unit counts, behind its heading."""
    name = figure.naming.name
    before = [each for each in found if each.figure.part == figure.part and _precedes(each.figure, figure)]
    short = max(before, key=_position).name if before else ""
    if short and name in words("attributes") and not short.endswith(name):
        yield short.removeprefix("新增") + name if name in ("总数", "累计", "总量") else short + name
    counted, unit = counted_as(figure.printed.unit), figure.printed.unit
    others = [each for each in alike.get(name, ()) if each.unit == unit]
    if len(counted) > 1 and not name.endswith(counted) and len(others) <= 1 and not figure.naming.vague:
        yield name + counted
    topic = _topic(figure.heading)
    if topic and topic not in name and not figure.naming.vague and len(topic + name) <= LONGEST:
        yield topic + name


def _precedes(one: Figure, other: Figure) -> bool:
    """Whether a figure stands in the same sentence before another."""
    return other.sentence <= one.mention.start < other.mention.start


def _topic(heading: str) -> str:
    """The noun that a heading begins with: 安全生产 of 安全生产扎实推进."""
    topic = ""
    for word in lexicon.split(heading):
        if word.kind not in ("n", "w", "a") or len(topic + word.text) > _LONGEST_HEADING:
            break
        topic += word.text
    return topic if len(topic) > 1 else ""
