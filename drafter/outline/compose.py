"""YAML text into nodes, by ruamel's C composer, kept within bounds.

The composer recurses in C: two hundred thousand brackets end the process. The hooks it offers to resolvers are called
once a node, which is where depth and number are counted.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.source import Source

__all__ = [
    "Limit",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YAMLError",
    "compose",
    "nodes",
    "scalars",
    "source_of",
]

DEEPEST = 64
MOST_NODES = 250_000
UNTAGGED = Tag(suffix="")


class Limit(Exception):  # noqa: N818
    """A file nests too deep or holds too much; ``id`` is the message, ``node`` the last that fits."""

    def __init__(self, id: str, node: Node | None) -> None:
        super().__init__(id)
        self.id, self.node = id, node


class _Stream(io.StringIO):
    name: Source


class _Composer(CParser):  # type: ignore[misc]
    depth = 0
    nodes = 0

    def descend_resolver(self, parent: Node | None, _index: Any) -> None:
        self.depth += 1
        self.nodes += 1
        if self.depth > DEEPEST:
            raise Limit("outline.too-deep", parent)
        if self.nodes > MOST_NODES:
            raise Limit("outline.too-many", parent)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, _kind: type, _value: Any, _implicit: Any) -> Tag:
        return UNTAGGED


def compose(source: Source, text: str) -> Node | None:
    """The root node of ``text`` (the source's, or a mended copy of the same length); None where it is empty.

    Every node knows its source through its marks. Raises YAMLError for what is no YAML, Limit for more than 64
    levels or 250,000 nodes.
    """
    stream = _Stream(text)
    stream.name = source
    root: Node | None = _Composer(stream).get_single_node()
    return root


def source_of(node: Node) -> Source:
    """The source that a node was composed from."""
    source: Source = node.start_mark.name
    return source


def nodes(root: Node) -> Iterator[Node]:
    """Every node once, however often aliases name it."""
    waiting, seen = [root], {id(root)}
    while waiting:
        node = waiting.pop()
        yield node
        for child in _children(node):
            if id(child) not in seen:
                seen.add(id(child))
                waiting.append(child)


def scalars(root: Node) -> list[ScalarNode]:
    """Every scalar once, in the order they stand in the file."""
    found = (node for node in nodes(root) if isinstance(node, ScalarNode))
    return sorted(found, key=lambda node: node.start_mark.index)


def _children(node: Node) -> list[Node]:
    if isinstance(node, ScalarNode):
        return []
    return [each for pair in node.value for each in pair] if isinstance(node, MappingNode) else node.value
