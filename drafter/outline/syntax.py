"""Bytes to the root node of an outline. What YAML cannot read is explained by its likely cause, not by the parser.

A line that breaks the parse is blanked and the rest read again, so that one run shows every problem of a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import colons, refused
from drafter.outline.source import Source, decode, source_of
from drafter.outline.walk import is_empty
from drafter.problems import Problem
from drafter.yaml_files import Limit, MappingNode, Node, ScalarNode, SequenceNode, YAMLError, compose

if TYPE_CHECKING:
    from drafter.outline.causes import Cause
    from drafter.outline.walk import Walk

MOST_BREAKS = 20


def root(walk: Walk, data: bytes, file: str) -> tuple[Node | None, bool]:
    """The root map of a file, None where it has none, and whether all of it could be read; what is wrong is told.

    A file with nothing in it, (None, True), is no fault here.
    """
    node, whole = tree(walk, data, file)
    if node is None:
        return None, whole
    if not isinstance(node, MappingNode):
        walk.problems += [_no_map(source_of(node), node)] * whole
        return None, False
    refused.refuse(walk, node)
    refused.find_cut_sentences(walk, node)
    return node, whole


def tree(walk: Walk, data: bytes, file: str) -> tuple[Node | None, bool]:
    """The root of a file, be it a map or not, None where there is nothing in it, and whether all could be read."""
    source, problems = decode(data, file)
    walk.problems += problems
    if source is None:
        return None, False
    node, whole = _composed(walk, source)
    return (None if isinstance(node, ScalarNode) and is_empty(node) else node), whole


def _composed(walk: Walk, source: Source) -> tuple[Node | None, bool]:
    text, broken = source.text, 0
    while broken < MOST_BREAKS:
        try:
            return compose(text, source), not broken
        except Limit as limit:
            start = limit.node.start_mark.index if limit.node else 0
            walk.problems.append(Problem(f"outline.{limit.reason}", source.place(start, start)))
            return None, False
        except YAMLError as error:
            cause = _explained(source, text, error)
            walk.problems.append(cause.problem)
            mended = _without(source, text, cause.line)
            if mended == text:
                return None, False
            text, broken = mended, broken + 1
    return None, False


def _explained(source: Source, text: str, error: YAMLError) -> Cause:
    from drafter.outline.causes import explain  # its patterns take 2 ms, which a sound outline need not pay

    return explain(source, text, error)


def _without(source: Source, text: str, number: int) -> str:
    """``text`` with a line, and the deeper ones below it, blanked to the same length."""
    first = source.starts[number - 1]
    lines = text[first:].split("\n")
    indent = _indent(lines[0])
    count = next((n for n, line in enumerate(lines[1:], 1) if line.strip() and _indent(line) <= indent), len(lines))
    blank = [" " * len(line) for line in lines[:count]]
    return text[:first] + "\n".join(blank + lines[count:])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _no_map(source: Source, node: Node) -> Problem:
    place = source.place(node.start_mark.index, node.end_mark.index)
    if isinstance(node, SequenceNode):
        return Problem("outline.list-at-top", place)
    if colons.match(source.text, node.start_mark.index):
        return colons.problem(source, node.start_mark.index)
    return Problem("outline.no-outline", place)
