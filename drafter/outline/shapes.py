"""How a value of each shape is read: text, lists, numbers, dates, words of a table.

``parts`` and ``named`` add the shapes that are maps.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from drafter.outline import names
from drafter.outline.model import ANY_PAPER
from drafter.outline.text import Text, blank
from drafter.outline.traps import unquoted_braces
from drafter.outline.typed import day, loose_day, number, start, year
from drafter.outline.walk import Walk, gap, is_empty
from drafter.yaml_files import MappingNode, Node, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.outline.model import Field, Lines
    from drafter.outline.names import Name


def text(walk: Walk, node: Node, pointer: str, name: Name) -> Field:
    """One line of text, or a gap."""
    words = walk.line(node, pointer)
    return walk.text(words, pointer) if words else gap(name, pointer)


def plain(walk: Walk, node: Node, pointer: str, _name: Name) -> str:
    """One line without references: a unit, a department."""
    return walk.line(node, pointer).strip()


def paragraphs(walk: Walk, node: Node, pointer: str, name: Name) -> Lines:
    """Paragraphs: a text, a block with one on each line, or a list. An empty one is a placeholder."""
    walk.places.spots[pointer] = node
    if isinstance(node, SequenceNode):
        items = enumerate(node.value)
        return tuple(each for index, child in items for each in walk.paragraphs(child, f"{pointer}/{index}"))
    return tuple(walk.paragraphs(node, pointer)) or (blank(gap(name, pointer)),)


def lines(walk: Walk, node: Node, pointer: str, _name: Name) -> Lines:
    """A list of short texts, or one alone; empty items fall away."""
    found = ((walk.line(child, where), where) for child, where in walk.items(node, pointer))
    return tuple(walk.text(words, where) for words, where in found if words)


def cells(walk: Walk, node: Node, pointer: str, _name: Name) -> Lines:
    """The cells of a row; an empty cell is one."""
    return tuple(walk.text(walk.line(child, where), where) for child, where in walk.items(node, pointer))


def titles(walk: Walk, node: Node, pointer: str, name: Name) -> dict[str, Text]:
    """A title for every paper, or one by paper; an empty one is a placeholder."""
    return {
        paper: walk.text(words, where) if (words := walk.line(child, where)) else blank(gap(name, where))
        for paper, child, where in by_paper(walk, node, pointer)
    }


def title_lines(walk: Walk, node: Node, pointer: str, name: Name) -> dict[str, Lines]:
    """The lines of a title for every paper, or by paper; an empty one is a placeholder."""
    return {paper: paragraphs(walk, child, where, name) for paper, child, where in by_paper(walk, node, pointer)}


def by_paper(walk: Walk, node: Node, pointer: str) -> Iterator[tuple[str, Node, str]]:
    """What is said of each paper: (paper, node, pointer); said once for all, the paper is ``""``."""
    if not isinstance(node, MappingNode) or unquoted_braces(node):
        yield ANY_PAPER, node, pointer
        return
    seen: dict[str, Node] = {}
    for key, child in walk.pairs(node, pointer):
        found = ANY_PAPER if names.find("others", key.value) else paper_named(walk, key, pointer)
        if found in seen:
            walk.tell("outline.key-twice", key, pointer, key=key.value, line=seen[found].start_mark.line + 1)
        elif found is not None:
            seen[found] = child
            yield found, child, f"{pointer}/{found or 'other'}"


def papers(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[str, ...]:
    """The papers something appears in."""
    found = (paper_named(walk, child, where) for child, where in walk.items(node, pointer) if not is_empty(child))
    return tuple(paper for paper in found if paper)


def paper_named(walk: Walk, node: Node, pointer: str) -> str | None:
    """The paper a scalar names: one of ours in either language, or a template of the writer's own."""
    return listed(walk, node, walk.line(node, pointer), pointer, "papers")


def word(walk: Walk, node: Node, pointer: str, name: Name) -> str:
    """A word of the table that the shape names, in English; "" where it is empty or (which is told) unknown."""
    table = name.shape.partition(":")[2]
    words = walk.line(node, pointer).strip()
    return (listed(walk, node, words, pointer, table) or "") if words else ""


def listed(walk: Walk, node: Node, words: str, pointer: str, table: str) -> str | None:
    """The English of a word of a table, or a paper or kind of the writer's own; None, and told, where it is neither."""
    found = names.canonical(table, words)
    if found or _of_the_library(walk, table, words):
        return found or words
    known = names.spelled(table, words)
    walk.tell_unknown(
        f"outline.unknown-{table}", node, pointer, walk.nearest(words, names.lookup(table)), known, word=words
    )
    return None


def _of_the_library(walk: Walk, table: str, words: str) -> bool:
    if table not in ("papers", "kinds"):
        return False
    from drafter import library

    return library.find("papers" if table == "papers" else "outlines", words, walk.near) is not None


def layout(walk: Walk, node: Node, pointer: str, _name: Name) -> str:
    """A layout of the library, or the path of a file, as seen from the outline; what is neither is told."""
    words = walk.line(node, pointer).strip()
    if words and not _is_layout(words, walk.near):
        from drafter import library

        known = [entry.name for entry in library.entries("layouts", walk.near)]
        near = walk.nearest(words, known)
        walk.tell_unknown("outline.unknown-layouts", node, pointer, near, ", ".join(known), word=words)
    return words


def _is_layout(words: str, near: str | None) -> bool:
    from drafter import library

    if library.find("layouts", words, near):
        return True
    return "\0" not in words and any(os.path.isfile(os.path.join(folder, words)) for folder in ("", near or ""))  # noqa: PTH113, PTH118


def truth(walk: Walk, node: Node, pointer: str, _name: Name) -> bool:
    """Yes or no; no where it is empty."""
    words = walk.line(node, pointer).strip()
    return bool(words) and listed(walk, node, words.lower(), pointer, "truth") == "true"


def fact_names(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[str, ...]:
    """Names of facts, as typed."""
    found = (walk.line(child, where).strip() for child, where in walk.items(node, pointer))
    return tuple(each for each in found if each)


def headline(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[str, ...]:
    """Names of facts that must exist."""
    return tuple(name for child, where in walk.items(node, pointer) if (name := mention(walk, child, where, _name)))


def mention(walk: Walk, node: Node, pointer: str, _name: Name) -> str:
    """The name of a fact that must exist; "" where it is empty."""
    name = walk.line(node, pointer).strip()
    if name:
        walk.mentions.append((name, pointer))
    return name


def version(walk: Walk, node: Node, pointer: str, _name: Name) -> None:
    """The version of the format, which is 1."""
    words = walk.line(node, pointer).strip()
    if words not in ("", "1"):
        walk.tell("outline.version", node, pointer, version=words)


SHAPES: dict[str, Callable[[Walk, Node, str, Name], object]] = {
    "text": text,
    "plain": plain,
    "paragraphs": paragraphs,
    "list": lines,
    "cells": cells,
    "titles": titles,
    "title-lines": title_lines,
    "papers": papers,
    "layout": layout,
    "number": number,
    "year": year,
    "start": start,
    "day": day,
    "loose-day": loose_day,
    "truth": truth,
    "names": fact_names,
    "headline": headline,
    "fact-name": mention,
    "version": version,
}


def read(walk: Walk, node: Node, pointer: str, name: Name) -> object:
    """A value by the shape its key has."""
    reader = word if name.shape.startswith("word:") else SHAPES[name.shape]
    return reader(walk, node, pointer, name)


def fields(walk: Walk, node: Node, table: str, pointer: str) -> dict[str, Any]:
    """The values of a mapping by their English keys; what was not typed is not in it."""
    return {
        en: read(walk, child, f"{pointer}/{en}", name)
        for en, (name, child) in walk.members(node, table, pointer).items()
    }
