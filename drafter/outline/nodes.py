"""Sections and points: the body of an outline, a tree whose levels are numbered and set by depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from drafter.language import numbering as labels
from drafter.outline import names, shapes, traps
from drafter.outline.model import ANY_PAPER
from drafter.outline.model import Node as Part
from drafter.outline.text import blank
from drafter.outline.walk import gap
from drafter.yaml_files import MappingNode, Node

if TYPE_CHECKING:
    from drafter.outline.walk import Walk

BESIDE_A_PARAGRAPH = {"title", "text", "lead", "points", "tail", "table"}
WITHOUT_WORDS = {"points", "role", "numbering", "form", "start", "separator", "papers"}


class Level(msgspec.Struct, frozen=True):
    """Where a node stands: its depth, the role it has where it names none, and how its level is numbered.

    ``below`` is how the level below is numbered where nobody says.
    """

    depth: int
    role: str
    numbering: str
    below: str


def level_of(depth: int, role: str, numbering: str, above: str = "") -> Level:
    """The level at ``depth`` in a style, ``above`` the style that it would have had by itself.

    Below one without numbers, depth says the style; but where nothing is numbered, inside a sentence, nothing is below.
    """
    inside = numbering == above == "none"
    by_depth = "none" if inside else labels.default_style(depth + 1)
    return Level(depth, role, numbering, by_depth if numbering == "none" else labels.style_below(numbering))


def parts_of(walk: Walk, node: Node, pointer: str, level: Level, start: int = 1) -> tuple[Part, ...]:
    """The sections or points of a list, the first numbered ``start``, empty ones left as placeholders."""
    found = tuple(_part(walk, child, where, level) for child, where in walk.items(node, pointer))
    _check_labels(walk, node, pointer, found, level.numbering, start)
    return found


def _part(walk: Walk, node: Node, pointer: str, level: Level) -> Part:
    if not isinstance(node, MappingNode) or traps.unquoted_braces(node):
        return _title_alone(walk, node, pointer, level)
    members = walk.members(node, "node", pointer)
    below = members.pop("points", None)
    values: dict[str, Any] = {
        en: shapes.read(walk, child, f"{pointer}/{en}", name) for en, (name, child) in members.items()
    }
    if "paragraph" in values:
        return _paragraph(walk, node, pointer, level, values)
    return _whole(walk, pointer, level, values, below[1] if below else None)


def _title_alone(walk: Walk, node: Node, pointer: str, level: Level) -> Part:
    title = names.lookup("node")["title"]
    words = "" if traps.swallowed_key(walk, node, "node") else walk.line(node, pointer)
    text = walk.text(words, pointer) if words else blank(gap(title, pointer))
    return _made(pointer, level, {"titles": {ANY_PAPER: text}})


def _paragraph(walk: Walk, node: MappingNode, pointer: str, level: Level, values: dict[str, Any]) -> Part:
    for key, _ in node.value:
        name = names.find("node", key.value)
        if name and name.en in BESIDE_A_PARAGRAPH:
            walk.tell("outline.paragraph-alone", key, pointer, key=key.value)
    values["text"] = values.pop("paragraph")
    values.pop("title", None)
    return _made(pointer, level, {**values, "paragraph": True})


def _whole(walk: Walk, pointer: str, level: Level, values: dict[str, Any], below: Node | None) -> Part:
    group = below is not None and set(values) <= WITHOUT_WORDS
    values["titles"] = values.pop("title", {})
    made = _made(pointer, level, values, level.numbering if group else level.below)
    if below is None:
        return made
    points = parts_of(walk, below, f"{pointer}/points", _under(level, made, group), made.start)
    separator = values.get("separator") or ("。" if any(point.titles and point.text for point in points) else "；")
    return msgspec.structs.replace(made, points=points, separator=separator)


def _under(level: Level, made: Part, group: bool) -> Level:
    """The level of a node's points, which for a group is its own."""
    if group and made.numbering == level.numbering:
        return msgspec.structs.replace(level, role=made.role)
    return level_of(level.depth + (not group), made.role, made.numbering, level.below)


def _made(pointer: str, level: Level, values: dict[str, Any], default: str = "") -> Part:
    style = values.get("numbering") or default or level.below
    return Part(
        pointer=pointer,
        depth=level.depth,
        role=values.get("role") or level.role,
        titles=values.get("titles", {}),
        text=values.get("text", ()),
        brief=values.get("brief") or _gap("brief", pointer),
        lead=values.get("lead", ()),
        points=(),
        tail=values.get("tail", ()),
        table=values.get("table"),
        numbering=style,
        form=values.get("form") or labels.default_form(style),
        separator=values.get("separator") or "；",
        papers=values.get("papers", ()),
        owner=values.get("owner") or _gap("owner", pointer),
        due=values.get("due") or _gap("due", pointer),
        measure=values.get("measure", ""),
        says=values.get("says", ""),
        by=values.get("by") or _gap("by", pointer),
        paragraph=values.get("paragraph", False),
        start=values.get("start") or 1,
    )


def _gap(key: str, pointer: str) -> Any:
    return gap(names.lookup("node")[key], f"{pointer}/{key}")


def _check_labels(walk: Walk, node: Node, pointer: str, found: tuple[Part, ...], style: str, start: int) -> None:
    """Tells where a style has fewer labels than a paper has titled nodes to number (首先 … 最后, ⑳)."""
    titled = [part for part in found if part.titles]
    papers = {paper for part in titled for paper in part.papers} or {ANY_PAPER}
    most = max(sum(not part.papers or paper in part.papers for part in titled) for paper in papers)
    if not most:
        return
    most += start - 1
    try:
        labels.label(style, most, most)
    except labels.RunsOut as error:
        walk.tell(
            "outline.numbering-runs-out",
            node,
            pointer,
            style=names.chinese("numbering", style),
            limit=error.limit,
            count=most,
        )
