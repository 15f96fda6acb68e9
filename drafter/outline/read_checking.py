"""Reads what an office says of checks, in ``drafter.yaml`` and in files of words beside it; what is wrong is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.outline import shapes, source, syntax
from drafter.outline.checking import Checking, Word
from drafter.outline.named import named
from drafter.outline.names import Name
from drafter.outline.patterns import is_pattern, runs_away
from drafter.outline.refused import refuse
from drafter.outline.shapes import SHAPES, fields
from drafter.outline.source import source_of
from drafter.outline.walk import Walk
from drafter.problems import Problem, Severity
from drafter.yaml_files import MappingNode, ScalarNode, SequenceNode, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.problems import Place
    from drafter.yaml_files import Node

    Words = tuple[Word, ...]

_SEVERITY = Name("", "", "", "", shape="word:severities")


def word_list(path: str) -> tuple[Words, tuple[Problem, ...]]:
    """The entries of a file of words, a YAML list, and what is wrong with it; a wrong entry is left out."""
    data, unread = source.read(path)
    if unread:
        return (), unread
    walk = Walk(path)
    root, _ = syntax.tree(walk, data, path)
    found: Words = ()
    if isinstance(root, SequenceNode):
        refuse(walk, root)
        found = tuple(filter(None, (_entry(walk, child, where) for child, where in walk.items(root, ""))))
    elif root is not None:
        walk.tell("outline.no-word-list", root)
    return found, tuple(walk.problems)


def sound_word_list(path: str) -> Words:
    """As ``word_list``, in a fifth of the time: a list with English keys in which nothing is wrong."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        root = compose(file.read(), path)
    entries = root.value if isinstance(root, SequenceNode) else ()
    said = [{key.value: child.value for key, child in entry.value} for entry in entries]
    return msgspec.convert(said, tuple[Word, ...])


def checking(walk: Walk, node: Node, pointer: str, _name: Name) -> Checking:
    """The settings of checks."""
    said: dict[str, Any] = fields(walk, node, "checking", pointer)
    severities, where = said.get("severities", ({}, {}))
    ignored = said.get("ignore", {})
    words = said.get("words", ())
    return Checking(
        severities,
        tuple(ignored),
        tuple(each for each in words if isinstance(each, Word)),
        tuple(each for each in words if isinstance(each, str)),
        {**where, **ignored},
    )


def severities(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[dict[str, Severity], dict[str, Place]]:
    """How grave the findings of rules are, and where each rule is named."""
    said: dict[str, Severity] = {}
    places: dict[str, Place] = {}
    for key, child, where in named(walk, node, pointer):
        word = shapes.word(walk, child, where, _SEVERITY)
        if word:
            said[key.value] = Severity(word)
            places[key.value] = source_of(key).place(key.start_mark.index, key.end_mark.index, where)
    return said, places


def rules(walk: Walk, node: Node, pointer: str, _name: Name) -> dict[str, Place]:
    """Rules, and where each is named."""
    found = ((walk.line(child, where).strip(), where) for child, where in walk.items(node, pointer))
    return {word: walk.places.find(where) for word, where in found if word}


def words(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[Word | str, ...]:
    """Entries of a word list, and the paths of files that hold more."""
    return tuple(_entries(walk, node, pointer))


def pattern(walk: Walk, node: Node, pointer: str, _name: Name) -> str:
    """A regular expression; "" where it is empty, none, or one that might never end (both of which are told)."""
    typed = walk.line(node, pointer)
    if not is_pattern(typed):
        walk.tell("outline.no-pattern", node, pointer, pattern=typed)
        return ""
    if runs_away(typed):
        walk.tell("outline.endless-pattern", node, pointer, pattern=typed)
        return ""
    return typed


def _entries(walk: Walk, node: Node, pointer: str) -> Iterator[Word | str]:
    for child, where in walk.items(node, pointer):
        found = _file(walk, child, where) if isinstance(child, ScalarNode) else _entry(walk, child, where)
        if found:
            yield found


def _entry(walk: Walk, node: Node, pointer: str) -> Word | None:
    """An entry; None for one with which anything is wrong: half of it could find what was never meant."""
    told = len(walk.problems)
    said: dict[str, Any] = {en: value for en, value in fields(walk, node, "word", pointer).items() if value}
    if "wrong" not in said and isinstance(node, MappingNode):
        walk.tell("outline.no-wrong-word", node, pointer)
    return Word(**said) if len(walk.problems) == told and said else None


def _file(walk: Walk, node: ScalarNode, pointer: str) -> str:
    """The path of a file of words, as seen from the file that names it; "" where there is none, which is told."""
    words = walk.line(node, pointer).strip()
    if not words:
        return ""
    path = os.path.join(os.path.dirname(source_of(node).file), words)  # noqa: PTH118, PTH120
    if "\0" in words or not os.path.isfile(path):  # noqa: PTH113
        walk.tell("outline.no-words-file", node, pointer, file=words)
        return ""
    return path


SHAPES.update({"checking": checking, "severities": severities, "rules": rules, "words": words, "pattern": pattern})
