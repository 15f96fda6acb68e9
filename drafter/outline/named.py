"""Maps whose keys the writer makes up: facts, lists, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.outline import traps
from drafter.outline.facts import check_name
from drafter.outline.model import Fact
from drafter.outline.references import fold
from drafter.outline.shapes import SHAPES, fields, lines
from drafter.outline.text import Gap, blank
from drafter.outline.walk import is_empty
from drafter.yaml_files import MappingNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.model import Lines
    from drafter.outline.names import Name
    from drafter.outline.text import Text
    from drafter.outline.walk import Walk
    from drafter.yaml_files import Node, ScalarNode


def facts(walk: Walk, node: Node, pointer: str, _name: Name) -> dict[str, Fact]:
    """The facts by name, sums still to be computed."""
    found: dict[str, Fact] = {}
    for key, child, where in named(walk, node, pointer):
        if isinstance(child, MappingNode) or is_empty(child):
            values: dict[str, Any] = fields(walk, child, "fact", where)
            found[key.value] = Fact(name=key.value, pointer=where, **_present(values))
        else:
            traps.bare_fact(walk, child, where, key.value)
    return found


def lists(walk: Walk, node: Node, pointer: str, name: Name) -> dict[str, Lines]:
    """The lists by name."""
    return {key.value: lines(walk, child, where, name) for key, child, where in named(walk, node, pointer)}


def credits_by(walk: Walk, node: Node, pointer: str, _name: Name) -> dict[str, Text]:
    """The hands a news item went through, by what they did; a name still missing is a placeholder."""
    return {
        key.value: walk.text(words, where) if (words := walk.line(child, where)) else blank(Gap(where, key.value))
        for key, child, where in named(walk, node, pointer)
    }


def check_lists(walk: Walk, facts: dict[str, Fact], lists: dict[str, Lines]) -> None:
    """Tells of lists that have no usable name, or that of a fact."""
    taken = {fold(name) for name in facts}
    for name in lists:
        pointer = f"/lists/{escape(name)}"
        walk.problems += check_name(name, walk.places.find(pointer))
        if fold(name) in taken:
            walk.tell_at("outline.name-taken", pointer, name=name)


def escape(name: str) -> str:
    """A name as a step of a pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def named(walk: Walk, node: Node, pointer: str) -> Iterator[tuple[ScalarNode, Node, str]]:
    """The names of a map, with what each has and its pointer; a name that comes twice is told."""
    seen: dict[str, int] = {}
    for key, child in walk.pairs(node, pointer):
        if key.value in seen:
            walk.tell("outline.key-twice", key, pointer, key=key.value, line=seen[key.value])
        else:
            seen[key.value] = key.start_mark.line + 1
            yield key, child, f"{pointer}/{escape(key.value)}"


def _present(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of a fact that were filled in; ``as_of`` holds a gap where it was not."""
    return {en: value for en, value in values.items() if value or en in ("value", "previous", "target")}


SHAPES.update({"facts": facts, "lists": lists, "credits": credits_by})
