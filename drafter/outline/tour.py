"""A tour of an outline's nodes that meets every key, word and text with what it is: for edits that keep the rest.

Directed by the shapes in ``names``, as the loader's walk is, but it reads nothing and finds no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import names
from drafter.yaml_files import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.yaml_files import Node

    Met = Iterator[tuple[ScalarNode, str, str]]

# Shapes whose values, or the items of whose lists, are maps with the keys of a table.
RECORDS = {
    "organization": "organization",
    "meeting": "meeting",
    "campaign": "campaign",
    "person": "person",
    "people": "person",
    "agenda": "agenda",
    "sections": "node",
    "points": "node",
    "table": "table",
    "attachments": "attachment",
    "signature": "signature",
}
WORDS = {"papers": "papers", "truth": "truth", "table": "tables"}
BY_PAPER = ("titles", "title-lines")
TEXTS = (
    "text",
    "paragraphs",
    "list",
    "titles",
    "title-lines",
    "loose-day",
    "cells",
    "rows",
    "credits",
    "lists",
    *RECORDS,
)


def tour(root: Node) -> Met:
    """Every scalar that means something: (node, table, pointer). A text has the table ``""``, a key that of its map."""
    yield from _record(root, "outline", "")


def _record(node: Node, table: str, pointer: str) -> Met:
    if not isinstance(node, MappingNode):
        return
    for key, child in node.value:
        name = names.find(table, key.value) if isinstance(key, ScalarNode) else None
        if name:
            yield key, table, f"{pointer}/{name.en}"
            yield from _value(child, name.shape, f"{pointer}/{name.en}")


def _value(node: Node, shape: str, pointer: str) -> Met:
    if isinstance(node, SequenceNode):
        for index, child in enumerate(node.value):
            yield from _value(child, shape, f"{pointer}/{index}")
    elif isinstance(node, ScalarNode):
        yield from _scalar(node, shape, pointer)
    elif shape in BY_PAPER:
        yield from _by_paper(node, pointer)
    elif shape in ("facts", "lists", "credits"):
        yield from _named(node, shape, pointer)
    else:
        yield from _record(node, RECORDS.get(shape, ""), pointer) if shape in RECORDS else ()


def _scalar(node: ScalarNode, shape: str, pointer: str) -> Met:
    table = shape.partition(":")[2] or WORDS.get(shape, "")
    if table or shape in TEXTS:
        yield node, table, pointer


def _by_paper(node: Node, pointer: str) -> Met:
    for key, child in node.value:
        table = "others" if names.find("others", key.value) else "papers"
        yield key, table, pointer
        yield from _value(child, "text", f"{pointer}/{key.value}")


def _named(node: Node, shape: str, pointer: str) -> Met:
    for key, child in node.value:
        if shape == "facts":
            yield from _record(child, "fact", f"{pointer}/{key.value}")
        else:
            yield from _value(child, "text", f"{pointer}/{key.value}")
