"""A YAML file's bytes into text, and its text into nodes, kept within bounds.

Nodes come from ruamel's C composer, which recurses in C: two hundred thousand brackets end the process. The hooks it
offers to resolvers are called once a node, which is where depth and number are counted.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

from drafter import decoding

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Limit", "MappingNode", "Node", "ScalarNode", "SequenceNode", "YAMLError", "compose", "nodes", "scalars"]

DEEPEST = 64
MOST_NODES = 250_000
UNTAGGED = Tag(suffix="")
# What XML 1.0 cannot hold or YAML refuses, and the line ends of Unicode that an editor does not show.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
BROKEN = "\udcff"


class Limit(Exception):  # noqa: N818
    """A file nests too deep or holds too much: ``reason`` is too-deep or too-many, ``node`` the last that fits."""

    def __init__(self, reason: str, node: Node | None) -> None:
        super().__init__(reason)
        self.reason, self.node = reason, node


class _Stream(io.StringIO):
    name: Any


class _Composer(CParser):  # type: ignore[misc]
    depth = 0
    nodes = 0

    def descend_resolver(self, parent: Node | None, _index: Any) -> None:
        self.depth += 1
        self.nodes += 1
        if self.depth > DEEPEST:
            raise Limit("too-deep", parent)
        if self.nodes > MOST_NODES:
            raise Limit("too-many", parent)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, _kind: type, _value: Any, _implicit: Any) -> Tag:
        return UNTAGGED


def decode(data: bytes) -> tuple[str | None, str]:
    """The text in ``data``, its line ends ``\\n``, and its encoding: by BOM, then UTF-8, then GB18030.

    None for what is no text. Forbidden characters are still in it, and ``BROKEN`` stands for what is broken in UTF-8.
    """
    found = decoding.decode(data)
    if found is None:
        return None, ""
    text = re.sub("[\udc80-\udcff]+", BROKEN, found.text).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n"), found.encoding


def compose(text: str, name: Any) -> Node | None:
    """The root node of ``text``, None where it is empty; ``name`` is what its nodes' marks say they are from.

    Raises YAMLError for what is no YAML, Limit for more than 64 levels or 250,000 nodes.
    """
    stream = _Stream(text)
    stream.name = name
    root: Node | None = _Composer(stream).get_single_node()
    return root


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
