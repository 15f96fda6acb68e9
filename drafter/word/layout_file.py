"""A layout file's YAML as nodes with places: read within bounds, every trouble told as a Problem."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from drafter.problems import DrafterError, Place, Problem

__all__ = ["LayoutFile", "MappingNode", "Node", "ScalarNode", "SequenceNode", "open_layout"]

LARGEST = 1_000_000
DEEPEST = 8
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class LayoutFile(msgspec.Struct, frozen=True):
    """The text of a layout file, and the root of its YAML; None where it says nothing."""

    path: str
    lines: tuple[str, ...]
    root: Node | None

    def place(self, node: Node, pointer: str) -> Place:
        """Where a node stands."""
        start, end = node.start_mark, node.end_mark
        stop = end.column + 1 if end.line == start.line else 0
        return Place(self.path, pointer, start.line + 1, start.column + 1, stop, self.lines[start.line])


class _TooDeep(Exception):  # noqa: N818
    pass


class _Composer(CParser):  # type: ignore[misc]
    """ruamel's C composer; it recurses in C, so the depth is watched in the hook that it calls once a node."""

    depth = 0

    def descend_resolver(self, _parent: Node | None, _index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeep

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, _kind: type, _value: Any, _implicit: Any) -> str:
        return ""


def open_layout(path: str, data: bytes) -> LayoutFile:
    """The layout in ``data``, which was read from ``path``. DrafterError where it is no YAML."""
    text = _text(path, data)
    lines = (*text.split("\n"), "")
    try:
        return LayoutFile(path, lines, _Composer(text).get_single_node())
    except _TooDeep:
        raise DrafterError(Problem("word.layout-too-deep", Place(path))) from None
    except YAMLError as error:
        raise DrafterError(Problem("word.layout-no-yaml", _error_place(path, lines, error))) from None


def _text(path: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise DrafterError(Problem("word.layout-too-large", Place(path)))
    text = _decoded(data)
    if text is None or "\0" in text:
        raise DrafterError(Problem("word.layout-not-text", Place(path)))
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("\ufffd", clean)


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _error_place(path: str, lines: tuple[str, ...], error: YAMLError) -> Place:
    """Where the parser stopped; where a bracket opened, if it looked for its end in vain."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Place(path)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    mark = error.problem_mark if error.problem_mark.line <= last else error.context_mark or error.problem_mark
    number, column = (mark.line, mark.column) if mark.line <= last else (last, len(lines[last]))
    return Place(path, "", number + 1, column + 1, 0, lines[number])
