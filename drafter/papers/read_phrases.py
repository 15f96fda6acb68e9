"""Reads ``templates/wording/<paper>.yaml``: keys with lists of phrases, and ``verbs``.

A phrase is a text with slots (``{count}``), all of which must be filled, or a map of ``text`` with ``needs``,
``asserts``, ``at`` and ``head``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from drafter.papers import source
from drafter.papers.phrases import Phrase, Phrases, Position, Verbs
from drafter.problems import DrafterError, Place, Problem
from drafter.yaml_files import Limit, YAMLError, compose

if TYPE_CHECKING:
    from drafter.yaml_files import Node

POSITIONS = get_args(Position)
KEYS = frozenset(("text", "needs", "asserts", "at", "head"))
VERBS, SUBJECT, AT_MOST = "verbs", "subject", "at_most"
DIGITS = 3

_SLOT = re.compile(r"\{(\w+)\}")


def read(path: str) -> Phrases:
    """The phrases in a file. Raises DrafterError with everything in it that cannot be understood."""
    text = source.read(path)
    try:
        root = compose(text, path)
    except (YAMLError, Limit) as error:
        raise DrafterError(Problem("papers.wording-yaml", _broken(error, path))) from None
    reader = _Reader(path)
    found = reader.all(root)
    if reader.problems:
        raise DrafterError(*reader.problems)
    return found


def _broken(error: Exception, path: str) -> Place:
    mark = getattr(error, "problem_mark", None)
    return Place(path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path)


class _Reader:
    """Turns nodes into phrases; what does not fit is a problem with its line."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []

    def all(self, root: Node | None) -> Phrases:
        found = dict(self._pairs(root)) if root is not None else {}
        verbs = self._verbs(found.pop(VERBS)) if VERBS in found else Verbs()
        lists = {key: tuple(map(self._phrase, self._items(node))) for key, node in found.items()}
        return Phrases(self._path, lists, verbs)

    def _phrase(self, node: Node) -> Phrase:
        if isinstance(node.value, str):
            return Phrase(tuple(_SLOT.split(node.value)), _line(node))
        found = dict(self._pairs(node))
        self._check(node, found)
        return Phrase(
            parts=tuple(_SLOT.split(self._word(found.get("text")))),
            line=_line(node),
            needs=self._words(found.get("needs")),
            asserts=self._word(found.get("asserts")) == "true",
            at=self._position(found.get("at")),
            head=self._word(found.get("head")),
        )

    def _check(self, node: Node, found: dict[str, Node]) -> None:
        for key in found.keys() - KEYS:
            self._tell("wording-key", found[key], key=key)
        if "text" not in found:
            self._tell("wording-no-text", node)

    def _position(self, node: Node | None) -> Position:
        word = self._word(node)
        for position in POSITIONS:
            if word == position:
                return position  # type: ignore[no-any-return]
        if node is not None:
            self._tell("wording-at", node, at=word)
        return ""

    def _verbs(self, node: Node) -> Verbs:
        found = dict(self._pairs(node))
        subject, most = found.pop(SUBJECT, None), found.pop(AT_MOST, None)
        limits = {verb: self._number(value) for verb, value in (self._pairs(most) if most else ())}
        by_role = {role: self._words(verbs) for role, verbs in found.items()}
        return Verbs(self._word(subject) or Verbs().subject, by_role, limits)

    def _pairs(self, node: Node) -> list[tuple[str, Node]]:
        value: Any = node.value
        if isinstance(value, list) and all(isinstance(pair, tuple) for pair in value):
            self._check_keys([key for key, _ in value])
            return [(self._word(key), child) for key, child in value]
        self._tell("wording-not-a-map", node)
        return []

    def _check_keys(self, keys: list[Node]) -> None:
        """A key given twice would lose what stands under the first."""
        for number, key in enumerate(keys):
            if any(key.value == other.value for other in keys[:number]):
                self._tell("wording-twice", key, key=str(key.value))

    def _items(self, node: Node) -> list[Node]:
        value: Any = node.value
        if value == "":
            return []
        if isinstance(value, list) and not any(isinstance(item, tuple) for item in value):
            return value
        self._tell("wording-not-a-list", node)
        return []

    def _words(self, node: Node | None) -> tuple[str, ...]:
        return tuple(map(self._word, self._items(node))) if node is not None else ()

    def _word(self, node: Node | None) -> str:
        if node is None:
            return ""
        if isinstance(node.value, str):
            return node.value
        self._tell("wording-not-text", node)
        return ""

    def _number(self, node: Node) -> int:
        word = self._word(node)
        if word.isdecimal() and len(word) <= DIGITS:
            return int(word)
        self._tell("wording-not-a-number", node)
        return 0

    def _tell(self, id: str, node: Node, **args: str | int) -> None:
        self.problems.append(Problem(f"papers.{id}", Place(self._path, line=_line(node)), args))


def _line(node: Node) -> int:
    line: int = node.start_mark.line
    return line + 1
