"""The walk over an outline's nodes: collects problems, records places, translates keys, reads scalars as text.

What a key means depends on where it stands, so the model directs the walk: every mapping is read by one table of
``names``, every value by the shape that table gives it (``shapes``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.outline import names, traps
from drafter.outline.places import Places, Spot
from drafter.outline.references import parse
from drafter.outline.scalars import typed, value
from drafter.outline.source import short, source_of
from drafter.outline.text import Gap
from drafter.problems import Edit, Problem, Severity
from drafter.yaml_files import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.outline.names import Name
    from drafter.outline.text import Text
    from drafter.problems import Place

MOST_GUESSES = 300
WIDE_BLANKS = "\u3000\xa0"
EMPTY = ("", "~", "null", "Null", "NULL")


class Walk:
    """One pass over one outline, and over the ``drafter.yaml`` it shares; ``near`` is the folder it lies in.

    ``mentions`` are names of facts outside of text and their pointers, ``referring`` the texts that have references: to
    be looked up once the facts are known.
    """

    def __init__(self, file: str, near: str | None = None) -> None:
        self.places = Places(file)
        self.problems: list[Problem] = []
        self.near = near
        self.mentions: list[tuple[str, str]] = []
        self.referring: list[Text] = []

    def tell(self, id: str, node: Node, pointer: str = "", remedy: str = "", /, **args: str | int) -> None:
        """Collects a problem at a node; ``remedy`` names another entry's than the message's own."""
        self._tell(id, source_of(node).place(node.start_mark.index, node.end_mark.index, pointer), remedy, args)

    def _tell(self, id: str, place: Place, remedy: str, args: dict[str, str | int]) -> None:
        clipped = {slot: short(word) if isinstance(word, str) else word for slot, word in args.items()}
        self.problems.append(Problem(id, place, clipped, remedy=remedy))

    def nearest(self, word: str, words: Iterable[str]) -> str:
        """What was probably meant by a word; "" where nothing is near, or so much is wrong that nobody looks."""
        return names.nearest(word, list(words)) if len(self.problems) < MOST_GUESSES else ""

    def warn(self, id: str, node: Node, pointer: str, /, **args: str | int) -> None:
        """Collects a doubt about a node: it may be meant so."""
        self.tell(id, node, pointer, **args)
        self.problems[-1] = msgspec.structs.replace(self.problems[-1], severity=Severity.WARNING)

    def tell_at(self, id: str, pointer: str, remedy: str = "", /, **args: str | int) -> None:
        """Collects a problem with what a pointer names."""
        self._tell(id, self.places.find(pointer), remedy, args)

    def tell_mend(self, id: str, node: Node, pointer: str, new: str, remedy: str = "", /, **args: str | int) -> None:
        """Collects a problem that writing ``new`` in place of a scalar mends."""
        self.tell(id, node, pointer, remedy, new=new, **args)
        if node.start_mark.line == node.end_mark.line:
            edit = Edit(self.problems[-1].place, typed(node), new)
            self.problems[-1] = msgspec.structs.replace(self.problems[-1], edits=(edit,))

    def tell_unknown(self, id: str, node: Node, pointer: str, near: str, known: str, /, **args: str | int) -> None:
        """Collects a problem with a word that nothing is called; ``near`` is what was probably meant, or ""."""
        if near:
            self.tell_mend(id, node, pointer, near, "outline.did-you-mean", near=near, **args)
        else:
            self.tell(id, node, pointer, known=known, **args)

    def members(self, node: Node, table: str, pointer: str) -> dict[str, tuple[Name, Node]]:
        """The values of a mapping by their English keys; nothing for an empty field. What is no key is told."""
        found: dict[str, tuple[Name, Node]] = {}
        for key, child in self.pairs(node, pointer):
            name = names.find(table, key.value) if key.value[0] not in WIDE_BLANKS else None
            if name is None:
                traps.unknown_key(self, table, key, child, pointer)
            elif name.en in found:
                self._twice(key, found[name.en][1], pointer)
            else:
                found[name.en] = name, child
        return found

    def pairs(self, node: Node, pointer: str) -> Iterator[tuple[ScalarNode, Node]]:
        """The keys and values of a mapping as they were typed; nothing for an empty field."""
        self.places.spots[pointer] = node
        if isinstance(node, MappingNode) and not traps.unquoted_braces(node):
            yield from traps.sound_pairs(self, node, pointer)
        elif not is_empty(node):
            traps.no_mapping(self, node, pointer)

    def items(self, node: Node, pointer: str) -> Iterator[tuple[Node, str]]:
        """The items of a list with their pointers; a lone value is a list of one."""
        self.places.spots[pointer] = node
        if isinstance(node, SequenceNode):
            traps.check_commas(self, node, pointer)
            yield from ((child, f"{pointer}/{index}") for index, child in enumerate(node.value))
        elif not is_empty(node):
            yield node, f"{pointer}/0"

    def words(self, node: Node, pointer: str) -> str:
        """The text of a scalar as typed, "" where it is empty or (which is told) no text at all."""
        self.places.spots[pointer] = node
        if not isinstance(node, ScalarNode):
            traps.no_text(self, node, pointer)
            return ""
        if node.style == "":
            return "" if node.value in EMPTY else traps.checked_plain(self, node, pointer)
        if node.style == '"':
            traps.check_escapes(self, node, pointer)
        text = value(node)
        return text if not text.isspace() else ""

    def line(self, node: Node, pointer: str) -> str:
        """The text of a scalar that has no room for a second line."""
        text = self.words(node, pointer)
        if "\n" not in text:
            return text
        text = text.rstrip("\n")
        if "\n" in text.strip("\n"):
            self.tell("outline.one-line", node, pointer)
        return " ".join(text.split("\n")).strip()

    def text(self, words: str, pointer: str) -> Text:
        """``words`` as text that knows its place, its references found."""
        text = parse(words, pointer)
        if text.parts:
            self.referring.append(text)
        return text

    def paragraphs(self, node: Node, pointer: str) -> list[Text]:
        """The lines of a scalar that are not blank, each a text; one line keeps the pointer, more are numbered."""
        words = self.words(node, pointer)
        if "\n" not in words:
            return [self.text(words, pointer)] if words else []
        lines = list(_lines(words))
        pointers = [pointer] if len(lines) == 1 else [f"{pointer}/{index}" for index in range(len(lines))]
        for where, (start, _) in zip(pointers, lines, strict=True):
            self.places.spots[where] = Spot(node, start)
        return [self.text(line, where) for where, (_, line) in zip(pointers, lines, strict=True)]

    def _twice(self, key: ScalarNode, first: Node, pointer: str) -> None:
        self.tell("outline.key-twice", key, pointer, key=key.value, line=first.start_mark.line + 1)


def is_empty(node: Node) -> bool:
    """Whether a field was left empty: nothing, ``~`` or ``null`` after its key, or quotes with nothing in them."""
    if not isinstance(node, ScalarNode):
        return not node.value
    return node.value in EMPTY if node.style == "" else not node.value or node.value.isspace()


def gap(name: Name, pointer: str) -> Gap:
    """What stands in a field that is empty."""
    return Gap(pointer, name.label or name.zh)


def _lines(words: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in words.split("\n"):
        if line and not line.isspace():
            yield start, line
        start += len(line) + 1
