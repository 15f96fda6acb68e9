"""Nodes of an outline as text that can be cut, blanked and added to, in block style and between braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import names
from drafter.outline.comments import end_of
from drafter.recover.rollover.moves import Change
from drafter.yaml_files import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Pair = tuple[ScalarNode, Node]


def members(node: Node | None, table: str) -> dict[str, Pair]:
    """The keys and values of a map by their English names; of a key given twice, the first."""
    found: dict[str, Pair] = {}
    for key, child in node.value if isinstance(node, MappingNode) else ():
        name = names.find(table, key.value) if isinstance(key, ScalarNode) else None
        if name:
            found.setdefault(name.en, (key, child))
    return found


def items(node: Node | None) -> Sequence[Node]:
    """The items of a list; a lone value is a list of one."""
    if node is None or is_blank(node):
        return ()
    return node.value if isinstance(node, SequenceNode) else (node,)


def below(node: Node | None) -> Iterator[dict[str, Pair]]:
    """The fields of every section and point in a list of them, in order."""
    waiting = list(reversed(items(node)))
    while waiting:
        typed = members(waiting.pop(), "node")
        if typed:
            yield typed
        waiting += reversed(items(typed["points"][1])) if "points" in typed else ()


def is_blank(node: Node) -> bool:
    """Whether nothing was typed there."""
    from drafter.outline.walk import is_empty

    return is_empty(node)


def start(node: Node) -> int:
    """Where a node begins."""
    return int(node.start_mark.index)


def end(node: Node) -> int:
    """Where the last of what is in a node ends."""
    return end_of(node)


def flows(node: Node) -> bool:
    """Whether a map or list is written between braces or brackets."""
    return bool(getattr(node, "flow_style", False))


def blanked(text: str, key: ScalarNode, node: Node) -> Change:
    """What stands behind a key taken away; between braces the blank behind the colon stays."""
    colon = text.index(":", key.end_mark.index) + 1
    gap = 1 if text[end(node) : end(node) + 1] in (",", "}") else 0
    return Change(min(colon + gap, end(node)), end(node), "")


def emptied(text: str, node: ScalarNode) -> Change:
    """A text taken away with the blank before it; between brackets two quotes stand for it."""
    before = text[: start(node)].rstrip()[-1:]
    if before in ("[", ","):
        return Change(start(node), end(node), '""')
    spare = text[start(node) - 1] == " " and text[end(node) : end(node) + 1] not in (",", "}")
    return Change(start(node) - spare, end(node), "")


def without(text: str, node: Node, gone: Sequence[Node]) -> list[Change]:
    """Some keys with their values taken out of a map, or some items out of a list; a change for each."""
    spans = _spans(text, node)
    starts = {start(each) for each in gone}
    chosen = [index for index, span in enumerate(spans) if span[0] in starts]
    if not flows(node):
        return [without_lines(text, _dash(text, node, spans[index][0]), spans[index][1]) for index in chosen]
    first = next((index for index in range(len(spans)) if index not in chosen), len(spans))
    return [_without_comma(spans, index, first) for index in chosen]


def _spans(text: str, node: Node) -> list[tuple[int, int]]:
    """Where the entries of a map or list stand."""
    if isinstance(node, MappingNode):
        return [(start(key), end_behind(text, key, child)) for key, child in node.value]
    return [(start(each), end(each)) for each in node.value]


def _dash(text: str, node: Node, first: int) -> int:
    return first if isinstance(node, MappingNode) else text.rindex("-", 0, first)


def _without_comma(spans: list[tuple[int, int]], index: int, first: int) -> Change:
    """An entry between braces with a comma: the one behind it where all before it go too, else the one before it."""
    begin, last = spans[index]
    if index > first:
        return Change(spans[index - 1][1], last, "")
    return Change(begin, spans[index + 1][0] if index + 1 < len(spans) else last, "")


def end_behind(text: str, key: ScalarNode, node: Node) -> int:
    """Where a pair ends: behind its colon at least."""
    return max(end(node), text.index(":", key.end_mark.index) + 1)


def without_lines(text: str, begin: int, last: int) -> Change:
    """The lines of an entry, where nothing else stands on them; else the entry alone. A comment behind it stays."""
    line = text.rfind("\n", 0, begin) + 1
    after = text.find("\n", last)
    after = len(text) if after < 0 else after
    behind = text[last:after].lstrip()
    if text[line:begin].strip() or behind:
        return Change(begin, after - len(behind) if behind.startswith("#") else last, "")
    return Change(line, min(after + 1, len(text)), "")


def added(text: str, node: Node, behind: Pair | None, field: str) -> Change:
    """A field added to a map, behind one of its pairs, or first between braces where there is none to follow."""
    if not isinstance(node, MappingNode) or flows(node):
        return _added_inside(text, node, behind, field)
    key, child = behind or node.value[-1]
    at = text.find("\n", end_behind(text, key, child))
    at = len(text) if at < 0 else at
    return Change(at, at, "\n" + " " * column(node) + field.rstrip())


def _added_inside(text: str, node: Node, behind: Pair | None, field: str) -> Change:
    if behind:
        at = end_behind(text, *behind)
        return Change(at, at, f", {field}")
    at = start(node) + 1
    return Change(at, at, f"{field}, " if node.value else field)


def column(node: Node) -> int:
    """How far a node is indented."""
    return int(node.start_mark.column)
