"""The paragraphs of an old document as they should be printed again, and where each of them came from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from drafter.language.numbering import parse
from drafter.language.width import normal
from drafter.recover.model import Change
from drafter.recover.tree import is_table, stretches
from drafter.recover.write_margins import margins
from drafter.recover.write_text import clean
from drafter.yaml_files import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.recover.model import Old, Part


class Paragraph(msgspec.Struct, frozen=True):
    """A printed line as it is compared, and the parts it is made of: from ``first`` up to ``end``."""

    text: str
    first: int
    end: int


def expected(old: Old, labels: Mapping[int, str]) -> list[Paragraph]:
    """What should be printed, line by line, in the order in which it is."""
    edges = margins(old.parts)
    found: list[Paragraph] = []
    for at, part in _in_front(old.parts, edges.front):
        found.append(Paragraph(bare(part.label + part.text), at, at + 1))
    first = len(edges.front)
    for start, end in stretches(edges.body):
        found += _printed(old.parts, first + start, first + end, labels)
    first += len(edges.body)
    for at in range(first, len(old.parts)):
        found += (Paragraph(bare(line), at, at + 1) for line in _behind(old.parts[at]))
    return [each for each in found if each.text]


def _behind(part: Part) -> list[str]:
    """The lines of what stands behind the body: an attachment has its number on a line of its own."""
    if is_table(part):
        return ["".join(row) for row in part.rows]
    return part.text.split(" ", 1) if part.kind == "attachment" else [part.label + part.text]


def bare(text: str) -> str:
    """A text as it is compared: its marks in their width, without blanks."""
    return "".join(normal(FORBIDDEN.sub("", text.replace("\v", " "))).split())


def label_changes(old: Old, labels: Mapping[int, str]) -> Iterator[Change]:
    """Labels that are printed otherwise than they stood: in another form or width, or with the number that was due."""
    for at, label in sorted(labels.items()):
        part = old.parts[at]
        if label and label != part.label.strip():
            slipped = part.number and part.number != _number(label)
            yield Change(part.label, label, part.line, "recover.number-slip" if slipped else "recover.label-form")


def unprintable(old: Old) -> Iterator[Change]:
    """Characters that no outline and no Word file can hold."""
    for part in old.parts:
        for words in (part.label, *(chain(*part.rows) if is_table(part) else (part.text,))):
            if FORBIDDEN.search(words):
                yield Change(words, FORBIDDEN.sub("", words), part.line, "recover.hidden-removed")


def _number(label: str) -> int:
    found = parse(label + "\u3000")
    return found.number if found else 0


def _in_front(parts: Sequence[Part], front: Sequence[Part]) -> Iterator[tuple[int, Part]]:
    """The parts before the body in the order they are printed, each with its index."""
    places = {id(part): at for at, part in enumerate(parts[: len(front)])}
    return ((places[id(part)], part) for part in front)


def _printed(parts: Sequence[Part], first: int, end: int, labels: Mapping[int, str]) -> list[Paragraph]:
    if is_table(parts[first]):
        return [Paragraph(bare("".join(row)), first, end) for row in parts[first].rows]
    whole = "".join((labels.get(at) or parts[at].label) + _said(parts[at]) for at in range(first, end))
    return [Paragraph(bare(line), first, end) for line in whole.split("\n")]


def _said(part: Part) -> str:
    return clean(part.text) if part.kind not in ("heading", "point") else clean(part.text).replace("\n", " ")
