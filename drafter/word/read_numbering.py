"""The numbers that Word prints before paragraphs and no text holds: 一、 （二） 3.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.number_formats import numeral
from drafter.word.pieces import TRANSITIONAL as W
from drafter.word.read_styles import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from drafter.word.read_styles import Styles

_VAL = f"{W}val"
_LEVELS = 9
_MOST = 1_000_000
_SLOT = re.compile("%([1-9])")


class Level(NamedTuple):
    """A level of a list. ``restart`` is the level, from 1, whose use starts it again; 0 is never, None is any above."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class List(NamedTuple):
    """A list. Lists of one ``root`` count together; ``anew`` are the levels that start again where it begins."""

    root: str
    levels: dict[int, Level]
    anew: tuple[int, ...]

    def level(self, at: int) -> Level:
        """A level, from 0."""
        return self.levels.get(at, Level())


class Numbering:
    """Counts the paragraphs of a document and prints their numbers. Paragraphs are given in their order."""

    def __init__(self, tree: Element | None, styles: Styles) -> None:
        self._roots = _by_id(tree, "abstractNum", "abstractNumId")
        self._lists = _by_id(tree, "num", "numId")
        self._styles = styles
        self._known: dict[str, List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, id: str, depth: int | None, style: str) -> str:
        """The label of the next paragraph of list ``id``; "" for a bullet, or a list that is not there.

        ``depth`` counts from 0; where it is None, it is that of the level linked to the paragraph's ``style``.
        """
        found = self._list(id)
        if found is None:
            return ""
        linked = (level for level, each in found.levels.items() if each.style and each.style == style)
        at = next(linked, 0) if depth is None else min(depth, _LEVELS - 1)
        counts = self._counts.setdefault(found.root, [None] * _LEVELS)
        self._begin(id, found, counts)
        _advance(found, at, counts)
        return _printed(found, at, counts)

    def _begin(self, id: str, found: List, counts: list[int | None]) -> None:
        if id not in self._begun:
            self._begun.add(id)
            for level in found.anew:
                counts[level] = None

    def _list(self, id: str) -> List | None:
        if id not in self._known:
            self._known[id] = self._read(id)
        return self._known[id]

    def _read(self, id: str) -> List | None:
        element = self._lists.get(id)
        root = self._root(element)
        if element is None or root is None:
            return None
        levels = dict(_levels(root))
        anew = []
        for change in element.iterfind(f"{W}lvlOverride"):
            at = whole(change.get(f"{W}ilvl"), 0, _LEVELS - 1)
            levels |= dict(_levels(change))
            start = change.find(f"{W}startOverride")
            if start is not None:
                anew.append(at)
                levels[at] = levels.get(at, Level())._replace(start=whole(start.get(_VAL), 1, _MOST))
        return List(root.get(f"{W}abstractNumId", ""), levels, tuple(anew))

    def _root(self, element: Element | None) -> Element | None:
        """The levels a list is made of; those of a list style where it only names one."""
        root = self._roots.get(_value(element, "abstractNumId"))
        linked = _value(root, "numStyleLink")
        return self._roots.get(_value(self._list_of(linked), "abstractNumId")) if linked else root

    def _list_of(self, style: str) -> Element | None:
        return self._lists.get(self._styles.style(style).numbering)


def _advance(found: List, at: int, counts: list[int | None]) -> None:
    """Count one more on level ``at``; None stands for a level that has not begun, or is to begin again."""
    last = counts[at]
    counts[at] = found.level(at).start if last is None else min(last + 1, _MOST)
    for below in range(at + 1, _LEVELS):
        restart = found.level(below).restart
        if restart is None or at < restart:
            counts[below] = None


def _printed(found: List, at: int, counts: list[int | None]) -> str:
    own = found.level(at)
    if own.format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        level = found.level(int(match[1]) - 1)
        count = counts[int(match[1]) - 1]
        return numeral(level.start if count is None else count, "decimal" if own.legal else level.format)

    return _SLOT.sub(number, own.text)


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for each in element.iterfind(f"{W}lvl"):
        restart = _value(each, "lvlRestart")
        yield (
            whole(each.get(f"{W}ilvl"), 0, _LEVELS - 1),
            Level(
                whole(_value(each, "start"), 1, _MOST),
                _value(each, "numFmt") or "decimal",
                _value(each, "lvlText"),
                whole(restart, 0) if restart else None,
                each.find(f"{W}isLgl") is not None,
                _value(each, "pStyle"),
            ),
        )


def _by_id(tree: Element | None, name: str, id: str) -> dict[str, Element]:
    return {each.get(W + id, ""): each for each in tree.iterfind(W + name)} if tree is not None else {}


def _value(element: Element | None, name: str) -> str:
    found = element.find(W + name) if element is not None else None
    return found.get(_VAL, "") if found is not None else ""
