"""Last year's outline read for a rollover: sound, of a known year, its sections a list."""

from __future__ import annotations

import msgspec

from drafter import yaml_files
from drafter.outline.load import loads
from drafter.outline.source import Source
from drafter.problems import DrafterError, Place, Problem, Severity
from drafter.recover.rollover.frame import Frame
from drafter.recover.rollover.nodes import column, end, flows, is_blank, members, start
from drafter.yaml_files import MappingNode, Node, compose

LAST_YEAR = 9999
"""The last that an outline can be of."""


def begin(data: bytes, path: str, folder: str | None, year: int = 0, file: str = "") -> Frame:
    """The frame of the outline in ``data``. ``year`` is the new one, 0 for the next; ``file`` is what it calls the old.

    Raises DrafterError for an outline with errors, one whose year nobody knows, and a year that is not to come.
    """
    loaded = loads(data, path, folder)
    if loaded.outline is None or any(each.severity is Severity.ERROR for each in loaded.problems):
        raise DrafterError(*loaded.problems)
    text, root = _listed(yaml_files.decode(data)[0] or "")
    outline = loaded.outline
    last = outline.year if isinstance(outline.year, int) else year - 1
    if last < 0:
        raise DrafterError(Problem("rollover.no-year", Place(path)))
    if year and year <= last:
        raise DrafterError(Problem("rollover.not-ahead", Place(path), {"year": year, "last": last}))
    if (year or last + 1) > LAST_YEAR:
        raise DrafterError(Problem("rollover.no-later", Place(path), {"last": LAST_YEAR}))
    return Frame(text, root, msgspec.structs.replace(outline, year=last), last, year or last + 1, file)


def _listed(text: str) -> tuple[str, Node]:
    """The text with a lone section made the only one of a list, and its root."""
    root = _root(text)
    pair = members(root, "outline").get("sections")
    if pair and isinstance(pair[1], MappingNode) and not is_blank(pair[1]):
        text = _wrapped(text, pair[1])
        return text, _root(text)
    return text, root


def _root(text: str) -> Node:
    root = compose(text, Source("", text))
    assert root is not None  # noqa: S101, an outline that loads has one
    return root


def _wrapped(text: str, node: Node) -> str:
    first, last = start(node), end(node)
    if flows(node):
        return f"{text[:first]}[{text[first:last]}]{text[last:]}"
    return _dashed(text, node)


def _dashed(text: str, node: Node) -> str:
    """A map in block style as the first item of a list, two blanks deeper."""
    line, last = start(node) - column(node), end(node)
    lines = text[line:last].split("\n")
    indent = " " * column(node)
    deeper = [f"  {each}" if each.strip() else each for each in lines[1:]]
    listed = "\n".join([f"{indent}- {lines[0][column(node) :]}", *deeper])
    return text[:line] + listed + text[last:]
