"""Edits made in an outline's text, and proved: every text says what it was meant to, and nothing else has changed.

YAML takes much for its own (``: ``, `` #``, quotes, marks at the beginning of a text). An edit that would make it read
something else is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from drafter import mending
from drafter.outline.load import loads
from drafter.outline.references import Reference, parse
from drafter.outline.scalars import aligned
from drafter.outline.source import Source
from drafter.outline.walk import EMPTY
from drafter.problems import Edit
from drafter.yaml_files import FORBIDDEN, Limit, MappingNode, Node, ScalarNode, YAMLError, compose, nodes, scalars

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_END = re.compile("\r\n|[\r\n]")


def mend(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The outline with the edits made, and those that could not be.

    Comments, order, quoting and line ends stay. Left is what does not stand there, overlaps, lies in no text or in a
    reference, or would change how YAML or the loader reads the file.
    """
    wanted = tuple(edits)
    lines = _END.split(text)
    before = _read("\n".join(lines))
    if before is None:
        return text, wanted
    there = mending.feasible(wanted, lambda line: lines[line - 1] if 0 < line <= len(lines) else None)
    made = _provable(before, [spot for edit in there if (spot := before.spot(edit))])
    return mending.mend(text, lines, made)[0], mending.without(wanted, made)


class Spot(msgspec.Struct, frozen=True):
    """An edit of the scalar ``number``, from character ``offset`` of its text on."""

    edit: Edit
    number: int
    offset: int


class Read:
    """An outline's text as it is read: nodes, scalars in the order they stand, pointers, problems."""

    def __init__(self, text: str, root: Node) -> None:
        loaded = loads(text.encode(), "")
        self.text, self.source = text, Source("", text)
        self.shape = [_shape(node) for node in nodes(root)]
        self.scalars = scalars(root)
        self.values: list[str] = [node.value for node in self.scalars]
        self.pointers = set(loaded.outline.places.spots) if loaded.outline else None
        self.problems = Counter(problem.id for problem in loaded.problems)
        self._starts = [node.start_mark.index for node in self.scalars]
        self._keys = {id(key) for node in nodes(root) if isinstance(node, MappingNode) for key, _ in node.value}

    def index(self, edit: Edit) -> int:
        """The character of the text that an edit begins at."""
        return self.source.starts[edit.place.line - 1] + edit.place.column - 1

    def spot(self, edit: Edit) -> Spot | None:
        """Where in which scalar an edit stands; None where it touches a key, or what is not as it was typed."""
        index = self.index(edit)
        number = bisect_right(self._starts, index) - 1
        if number < 0 or id(self.scalars[number]) in self._keys:
            return None
        places = aligned(self.scalars[number])
        offset = bisect_left(places, index)
        here = places[offset : offset + max(len(edit.old), 1)]
        side_by_side = here == list(range(index, index + max(len(edit.old), 1)))
        return Spot(edit, number, offset) if side_by_side else None


def _read(text: str) -> Read | None:
    """A text as it is read, what it may not hold replaced as the loader does; None for what is no YAML."""
    clean = FORBIDDEN.sub("\ufffd", text)
    try:
        root = compose(clean, Source("", clean))
    except (YAMLError, Limit):
        return None
    return Read(clean, root) if root is not None else None


def _provable(before: Read, spots: Sequence[Spot]) -> list[Edit]:
    """As many of the edits as can be proved together; halves are tried where the whole fails."""
    made: list[Spot] = []
    waiting = [list(spots)]
    while waiting:
        more = waiting.pop()
        if more and _holds(before, [*made, *more]):
            made += more
        elif len(more) > 1:
            waiting += [more[len(more) // 2 :], more[: len(more) // 2]]
    return [spot.edit for spot in made]


def _holds(before: Read, spots: Sequence[Spot]) -> bool:
    """Whether the text with these edits says what it should, and nothing else is read otherwise."""
    wanted = _wanted(before, spots)
    if not all(_says_as_much(before, number, words) for number, words in wanted.items()):
        return False
    edits = [spot.edit for spot in spots]
    after = _read(mending.mend(before.text, before.text.split("\n"), edits)[0])
    if after is None or (after.shape, after.pointers) != (before.shape, before.pointers):
        return False
    expected = [wanted.get(number, words) for number, words in enumerate(before.values)]
    return after.values == expected and after.problems <= before.problems


def _wanted(before: Read, spots: Sequence[Spot]) -> dict[int, str]:
    """What the scalars that are edited should say."""
    wanted: dict[int, str] = {}
    for spot in sorted(spots, key=lambda spot: spot.offset, reverse=True):
        words = wanted.get(spot.number, before.values[spot.number])
        end = spot.offset + len(spot.edit.old)
        wanted[spot.number] = words[: spot.offset] + spot.edit.new + words[end:]
    return wanted


def _says_as_much(before: Read, number: int, words: str) -> bool:
    """Whether a text has not become empty, and has the references that it had."""
    plain = before.scalars[number].style == ""
    empty = not words.strip() or (plain and words in EMPTY)
    return not empty and _references(words) == _references(before.values[number])


def _references(words: str) -> list[str]:
    return [part.source for part in parse(words, "").parts if isinstance(part, Reference)]


def _shape(node: Node) -> tuple[str, str, int]:
    if isinstance(node, ScalarNode):
        return "scalar", node.style, 0
    return type(node).__name__, str(getattr(node, "flow_style", "")), len(node.value)
