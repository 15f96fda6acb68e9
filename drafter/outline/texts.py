"""All texts of an outline, visited or changed in one way: each by a function of the text and the scope it stands in."""

from __future__ import annotations

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
    """``outline`` with every text changed; those of a node after the points below it, whose titles it may print."""
    fields = {field: _changed(getattr(outline, field), scope, change) for field in _OF_OUTLINE}
    sections = tuple(_changed_node(node, scope, change) for node in outline.sections)
    return msgspec.structs.replace(outline, sections=sections, **fields)


def _changed_node(node: Node, scope: Scope, change: Change) -> Node:
    points = tuple([_changed_node(point, scope, change) for point in node.points])
    inner = scope.within(node, points)
    fields = {field: _changed(value, inner, change) for field in _OF_NODE if (value := getattr(node, field))}
    return msgspec.structs.replace(node, points=points, **fields)


def _changed(value: Any, scope: Scope, change: Change) -> Any:
    if isinstance(value, Text):
        return change(value, scope)
    if isinstance(value, tuple):
        return tuple([_changed(each, scope, change) for each in value])
    if isinstance(value, dict):
        return {key: _changed(each, scope, change) for key, each in value.items()}
    if isinstance(value, msgspec.Struct) and not isinstance(value, Gap):
        fields = {name: _changed(getattr(value, name), scope, change) for name in value.__struct_fields__}
        return type(value)(**fields)
    return value
