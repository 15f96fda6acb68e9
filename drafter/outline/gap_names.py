"""Placeholders called after the heading they stand under: 【办好重点展览：待填】, not 【正文：待填】."""

from __future__ import annotations

import re
from operator import is_
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.language.numerals import han
from drafter.outline import names
from drafter.outline.text import Gap, Text, blank

if TYPE_CHECKING:
    from drafter.outline.model import Lines, Node

LONGEST = 16
"""Characters of a heading that a placeholder is called after; of a longer one, its first clause."""
_CLAUSE = re.compile("[，。；：！？、]")


def named(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """``nodes`` with what nobody has written yet called after its heading, or its place below the one above."""
    return _all_named(nodes, "") if any(map(_lacks, nodes)) else nodes


def _lacks(node: Node) -> bool:
    """Whether anything in a node or below it is a placeholder."""
    texts = (*node.titles.values(), *node.text, *node.lead, *node.tail)
    return any(_gap(text) is not None for text in texts) or any(map(_lacks, node.points))


def _all_named(nodes: tuple[Node, ...], above: str) -> tuple[Node, ...]:
    made = [_named(node, _place(node, index, above)) for index, node in enumerate(nodes, 1)]
    return nodes if all(map(is_, made, nodes)) else tuple(made)


def _place(node: Node, index: int, above: str) -> str:
    """What a node is called: its heading, or which point it is of the heading above; "" where there is neither."""
    if _has_title(node):
        return _short(str(node.title))
    return f"{above}第{han(index)}条" if above else ""


def _short(title: str) -> str:
    whole = title.rstrip("。，；：！？、")
    clause = whole if len(whole) <= LONGEST else _CLAUSE.split(whole)[0]
    return clause if len(clause) <= LONGEST else f"{clause[:LONGEST]}…"


def _named(node: Node, place: str) -> Node:
    points = _all_named(node.points, place)
    fields: dict[str, Any] = {} if points is node.points else {"points": points}
    if place:
        fields |= _titles(node, place)
        for key in ("text", "lead", "tail"):
            fields |= _lines(key, getattr(node, key), place if key == "text" and _has_title(node) else "", place)
    return msgspec.structs.replace(node, **fields) if fields else node


def _has_title(node: Node) -> bool:
    return bool(node.title) and _gap(node.title) is None


def _titles(node: Node, place: str) -> dict[str, Any]:
    """An empty title; where a text is to be written as well, it says which of the two it is."""
    titles = {paper: _called(text, "title", "" if node.text else place, place) for paper, text in node.titles.items()}
    return {} if titles == node.titles else {"titles": titles}


def _lines(key: str, lines: Lines, alone: str, place: str) -> dict[str, Any]:
    made = tuple(_called(line, key, alone, place) for line in lines)
    return {} if made == lines else {key: made}


def _called(text: Text, key: str, alone: str, place: str) -> Text:
    """A text that is nothing but the placeholder of ``key``, called ``alone``, or else by its place and its key."""
    gap, label = _gap(text), names.lookup("node")[key].label
    if gap is None or gap.label != label:
        return text
    return blank(Gap(gap.pointer, alone or f"{place}{label}", gap.who))


def _gap(text: Text | None) -> Gap | None:
    return text.pieces[0].gap if text is not None and len(text.pieces) == 1 else None
