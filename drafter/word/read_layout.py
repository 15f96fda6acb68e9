"""Layout YAML → Layout. What a file does not say stays as the built-in ``gbt9704`` has it.

One walk, directed by a table for each map: every key has a reader that turns its text into a value, and all problems
of a file are collected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from drafter import library
from drafter.problems import DrafterError, Problem
from drafter.word.layout import BlankLines, Font, Layout, Lines, Look, Page, PageNumber, Placeholder
from drafter.word.layout_file import open_layout
from drafter.word.roles import ROLES
from drafter.word.values import READERS
from drafter.yaml_files import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from drafter.problems import Place
    from drafter.word.layout_file import LayoutFile
    from drafter.word.values import Reader
    from drafter.yaml_files import Node

    _Entry = tuple[str, Node, str]

BUILT_IN = "gbt9704"
_MAPS: dict[str, type[msgspec.Struct]] = {
    "page": Page,
    "page_number": PageNumber,
    "table_lines": Lines,
    "placeholder": Placeholder,
    "blank_lines": BlankLines,
}
_KEYS = (*_MAPS, "fonts", "styles")


def read_layout(path: str, data: bytes) -> Layout:
    """The layout in ``data``, which was read from ``path``. DrafterError with every problem of the file."""
    file = open_layout(path, data)
    return _Walk(file).layout(standard())


def standard() -> Layout:
    """The layout of GB/T 9704-2012 that comes with the program."""
    path = library.built_in("layouts", BUILT_IN)
    with open(path, "rb") as file:  # noqa: PTH123
        return _Walk(open_layout(path, file.read())).layout(None)


class _Walk:
    """One reading of one file."""

    def __init__(self, file: LayoutFile) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.places: dict[str, Place] = {}

    def layout(self, base: Layout | None) -> Layout:
        given = dict(self._sections(base))
        if self.problems:
            raise DrafterError(*self.problems)
        layout = msgspec.structs.replace(base, **given) if base else Layout(**given)
        self._check_grid(layout)
        return layout

    def _sections(self, base: Layout | None) -> Iterator[tuple[str, Any]]:
        for key, node, pointer in self._entries(self.file.root, "", _KEYS):
            old = getattr(base, key, None)
            if key == "fonts":
                yield key, self._fonts(node, pointer, old or {})
            elif key == "styles":
                yield key, self._styles(node, pointer, old or {})
            else:
                yield key, self._struct(node, pointer, _MAPS[key], old)

    def _fonts(self, node: Node, pointer: str, old: dict[str, Font]) -> dict[str, Font]:
        entries = self._entries(node, pointer, None)
        return old | {key: self._struct(value, at, Font, old.get(key, Font(key))) for key, value, at in entries}

    def _styles(self, node: Node, pointer: str, old: dict[str, Look]) -> dict[str, Look]:
        entries = self._entries(node, pointer, ROLES)
        return old | {key: self._struct(value, at, Look, old.get(key, Look())) for key, value, at in entries}

    def _struct(self, node: Node, pointer: str, kind: type[msgspec.Struct], old: msgspec.Struct | None) -> Any:
        readers = READERS[kind]
        found = {key: self._value(value, at, readers[key]) for key, value, at in self._entries(node, pointer, readers)}
        given = {key: value for key, value in found.items() if value is not None}
        if self.problems:
            return old
        return msgspec.structs.replace(old, **given) if old else kind(**given)

    def _value(self, node: Node, pointer: str, reader: Reader) -> Any:
        self.places[pointer] = self.file.place(node, pointer)
        text = _text(node, reader.several)
        if text is None:
            return self._wrong("word.wants-text", node, pointer)
        try:
            return reader.read(text)
        except ValueError:
            return self._wrong(reader.id, node, pointer, value=text, choices="、".join(reader.choices))

    def _entries(self, node: Node | None, pointer: str, known: Collection[str] | None) -> Iterator[_Entry]:
        """The entries of a map that say something; None is an empty file, ``known`` None lets every key pass."""
        if node is None or _is_empty(node):
            return
        if not isinstance(node, MappingNode):
            self._wrong("word.wants-map", node, pointer)
            return
        seen: set[str] = set()
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else ""
            at = f"{pointer}/{key}"
            if key in seen:
                self._wrong("word.key-twice", key_node, at, key=key)
            elif known is not None and key not in known:
                self._unknown(key_node, key, at, known)
            elif not _is_empty(value):
                yield key, value, at
            seen.add(key)

    def _unknown(self, node: Node, key: str, pointer: str, known: Collection[str]) -> None:
        from difflib import get_close_matches

        close = get_close_matches(key, known, 1)
        remedy = "word.did-you-mean" if close else ""
        names: dict[str, str | int] = {"key": key, "nearest": close[0] if close else "", "known": "、".join(known)}
        self.problems.append(Problem("word.unknown-key", self.file.place(node, pointer), names, remedy=remedy))

    def _wrong(self, id: str, node: Node, pointer: str, **args: str | int) -> None:
        self.problems.append(Problem(id, self.file.place(node, pointer), args))

    def _check_grid(self, layout: Layout) -> None:
        """The text area must hold the lines and characters it promises in the body's type."""
        page, wide = layout.page, layout.body_size * 10
        across, down = page.text_width // wide, page.text_height // wide
        if not 0.85 * page.characters <= across <= 1.25 * page.characters:
            self._no_grid("word.no-room-across", "/page/characters", asked=page.characters, fits=across)
        elif not page.lines <= down:
            self._no_grid("word.no-room-down", "/page/lines", asked=page.lines, fits=down)

    def _no_grid(self, id: str, pointer: str, **args: int) -> None:
        culprits = (pointer, "/styles/body/size", *self.places)
        place = next(self.places[culprit] for culprit in culprits if culprit in self.places)
        raise DrafterError(Problem(id, place, dict(args)))


def _text(node: Node, several: bool) -> str | None:
    """The text of a scalar, or of a list of scalars joined by commas where ``several`` may stand; None for the rest."""
    if several and isinstance(node, SequenceNode) and all(isinstance(each, ScalarNode) for each in node.value):
        return ",".join(each.value for each in node.value)
    return node.value.strip() if isinstance(node, ScalarNode) else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value and not node.style
