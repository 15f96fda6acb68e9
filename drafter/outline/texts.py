"""The texts of an outline that have references, visited or changed by a function of each and the scope it stands in.

Most of an outline has none: what holds nothing that changes stays the object it was.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.outline.model import Node, Outline
    from drafter.outline.scope import Scope

    Change = Callable[[Text, Scope], Text]

_OF_NODE = ("titles", "text", "brief", "lead", "tail", "table", "owner", "due", "by")
_OF_OUTLINE = (
    "titles",
    "subtitles",
    "salutations",
    "organization",
    "guidance",
    "meeting",
    "campaign",
    "lists",
    "attachments",
    "signature",
    "credits",
    "leaders",
)


def changed(outline: Outline, scope: Scope, change: Change) -> Outline:
    """``outline`` with its texts changed; those of a node after the points below it, whose titles it may print."""
    fields = _changed_fields(outline, _OF_OUTLINE, scope, change)
    fields["sections"] = _changed_nodes(outline.sections, scope, change)
    return msgspec.structs.replace(outline, **fields)


def _changed_nodes(nodes: tuple[Node, ...], scope: Scope, change: Change) -> tuple[Node, ...]:
    made = [_changed_node(node, scope, change) for node in nodes]
    return nodes if all(map(is_, made, nodes)) else tuple(made)


def _changed_node(node: Node, scope: Scope, change: Change) -> Node:
    points = _changed_nodes(node.points, scope, change)
    fields = _changed_fields(node, _OF_NODE, scope.within(node, points), change)
    if points is not node.points:
        fields["points"] = points
    return msgspec.structs.replace(node, **fields) if fields else node


def _changed_fields(owner: msgspec.Struct, names: tuple[str, ...], scope: Scope, change: Change) -> dict[str, Any]:
    """The fields of ``owner`` that are no longer what they were."""
    fields: dict[str, Any] = {}
    for name in names:
        value = getattr(owner, name)
        if type(value) is Gap or not value:
            continue
        made = _changed(value, scope, change)
        if made is not value:
            fields[name] = made
    return fields


def _changed(value: Any, scope: Scope, change: Change) -> Any:
    kind = type(value)
    if kind is Text:
        return change(value, scope) if value.parts else value
    if kind is tuple:
        made = [_changed(each, scope, change) for each in value]
        return value if all(map(is_, made, value)) else tuple(made)
    if kind is dict:
        changed_texts = {key: _changed(each, scope, change) for key, each in value.items()}
        return value if all(map(is_, changed_texts.values(), value.values())) else changed_texts
    if kind is not Gap and isinstance(value, msgspec.Struct):
        fields = _changed_fields(value, value.__struct_fields__, scope, change)
        return msgspec.structs.replace(value, **fields) if fields else value
    return value
