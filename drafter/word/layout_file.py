"""A layout file's YAML as nodes with places: read within bounds, every trouble told as a Problem."""

from __future__ import annotations

import msgspec
from ruamel.yaml.error import MarkedYAMLError

from drafter.problems import DrafterError, Place, Problem
from drafter.yaml_files import FORBIDDEN, Limit, Node, YAMLError, compose, decode

LARGEST = 1_000_000
_LIMITS = {"too-deep": "word.layout-too-deep", "too-many": "word.layout-too-large"}


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


def open_layout(path: str, data: bytes) -> LayoutFile:
    """The layout in ``data``, which was read from ``path``. DrafterError where it is no YAML."""
    text = _text(path, data)
    lines = (*text.split("\n"), "")
    try:
        return LayoutFile(path, lines, compose(text, path))
    except Limit as limit:
        raise DrafterError(Problem(_LIMITS[limit.reason], Place(path))) from None
    except YAMLError as error:
        raise DrafterError(Problem("word.layout-no-yaml", _error_place(path, lines, error))) from None


def _text(path: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise DrafterError(Problem("word.layout-too-large", Place(path)))
    text, _ = decode(data)
    if text is None:
        raise DrafterError(Problem("word.layout-not-text", Place(path)))
    return FORBIDDEN.sub("\ufffd", text)


def _error_place(path: str, lines: tuple[str, ...], error: YAMLError) -> Place:
    """Where the parser stopped; where a bracket opened, if it looked for its end in vain."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Place(path)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    mark = error.problem_mark if error.problem_mark.line <= last else error.context_mark or error.problem_mark
    number, column = (mark.line, mark.column) if mark.line <= last else (last, len(lines[last]))
    return Place(path, "", number + 1, column + 1, 0, lines[number])
