"""The phrases of a paper, from ``templates/wording/<paper>.yaml``: lists by key, and the verbs of the chair.

A phrase is a text with slots (``{count}``), all of which must be filled, or a map of ``text`` with ``needs``,
``asserts``, ``at`` and ``head``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from drafter import library
from drafter.papers import source
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from drafter.outline.compose import Node

Position = Literal["", "first", "next", "last", "item"]
POSITIONS = ("first", "next", "last", "item")
KEYS = ("text", "needs", "asserts", "at", "head")
VERBS, SUBJECT, AT_MOST = "verbs", "subject", "at_most"

_SLOT = re.compile(r"\{(\w+)\}")


class Phrase(msgspec.Struct, frozen=True):
    """A sentence to choose: ``parts`` are literal text and slot names by turns, literal first.

    ``needs`` are wanted beside the slots; ``asserts`` marks a judgement, which is never used by itself; ``at`` is its
    position, "" for first and next; ``head`` is how it opens, where its first characters do not say it.
    """

    parts: tuple[str, ...]
    line: int
    needs: tuple[str, ...] = ()
    asserts: bool = False
    at: Position = ""
    head: str = ""

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots."""
        return self.parts[1::2]


class Verbs(msgspec.Struct, frozen=True):
    """What the chair does with a section, by role (通报, 指出, 要求); ``at_most`` limits how often a verb is used."""

    subject: str = "会议"
    by_role: dict[str, tuple[str, ...]] = {}
    at_most: dict[str, int] = {}


class Phrases(msgspec.Struct, frozen=True):
    """All that a file of wording holds."""

    file: str = ""
    lists: dict[str, tuple[Phrase, ...]] = {}
    verbs: Verbs = Verbs()


def phrases(paper: str, near: str | None) -> Phrases:
    """The wording of a paper; none where it has no file. Raises DrafterError for a file that cannot be understood."""
    path = library.find("wording", paper, near)
    return _load(path, source.stamp(path)) if path else Phrases()


@lru_cache(maxsize=32)
def _load(path: str, _: tuple[int, int]) -> Phrases:
    from drafter.outline.compose import Limit, YAMLError, compose
    from drafter.outline.source import Source

    text = source.read(path)
    try:
        root = compose(Source(path, text), text)
    except (YAMLError, Limit) as error:
        raise DrafterError(Problem("papers.wording-yaml", _broken(error, path))) from None
    reader = _Reader(path)
    lists, verbs = reader.all(root)
    if reader.problems:
        raise DrafterError(*reader.problems)
    return Phrases(path, lists, verbs)


def _broken(error: Exception, path: str) -> Place:
    mark = getattr(error, "problem_mark", None)
    return Place(path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path)


class _Reader:
    """Turns nodes into phrases; what does not fit is a problem with its line."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []

    def all(self, root: Node | None) -> tuple[dict[str, tuple[Phrase, ...]], Verbs]:
        lists, verbs = {}, Verbs()
        for key, node in self._pairs(root) if root is not None else ():
            if key == VERBS:
                verbs = self._verbs(node)
            else:
                lists[key] = tuple(self._phrase(item) for item in self._items(node))
        return lists, verbs

    def _phrase(self, node: Node) -> Phrase:
        if isinstance(node.value, str):
            return Phrase(tuple(_SLOT.split(node.value)), _line(node))
        found = dict(self._pairs(node))
        for key in found.keys() - set(KEYS):
            self._tell("wording-key", found[key], key=key)
        at = self._word(found.get("at"))
        if at and at not in POSITIONS:
            self._tell("wording-at", found["at"], at=at)
        if "text" not in found:
            self._tell("wording-no-text", node)
        return Phrase(
            tuple(_SLOT.split(self._word(found.get("text")))),
            _line(node),
            self._words(found.get("needs")),
            self._word(found.get("asserts")) == "true",
            at if at in POSITIONS else "",  # type: ignore[arg-type]
            self._word(found.get("head")),
        )

    def _verbs(self, node: Node) -> Verbs:
        found = dict(self._pairs(node))
        subject, most = found.pop(SUBJECT, None), found.pop(AT_MOST, None)
        limits = {verb: self._number(value) for verb, value in (self._pairs(most) if most else ())}
        by_role = {role: self._words(verbs) for role, verbs in found.items()}
        return Verbs(self._word(subject) or Verbs().subject, by_role, limits)

    def _pairs(self, node: Node) -> list[tuple[str, Node]]:
        value: Any = node.value
        if isinstance(value, list) and all(isinstance(pair, tuple) for pair in value):
            return [(self._word(key), child) for key, child in value]
        self._tell("wording-not-a-map", node)
        return []

    def _items(self, node: Node) -> list[Node]:
        value: Any = node.value
        if value == "":
            return []
        if isinstance(value, list) and not any(isinstance(item, tuple) for item in value):
            return value
        self._tell("wording-not-a-list", node)
        return []

    def _words(self, node: Node | None) -> tuple[str, ...]:
        return tuple(self._word(item) for item in self._items(node)) if node is not None else ()

    def _word(self, node: Node | None) -> str:
        if node is None:
            return ""
        if isinstance(node.value, str):
            return node.value
        self._tell("wording-not-text", node)
        return ""

    def _number(self, node: Node) -> int:
        word = self._word(node)
        if word.isdecimal() and len(word) < len("1000"):
            return int(word)
        self._tell("wording-not-a-number", node)
        return 0

    def _tell(self, id: str, node: Node, **args: str | int) -> None:
        self.problems.append(Problem(f"papers.{id}", Place(self._path, line=_line(node)), args))


def _line(node: Node) -> int:
    line: int = node.start_mark.line
    return line + 1
