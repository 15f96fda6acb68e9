"""What YAML takes otherwise than it was meant, found while walking and explained in plain words.

Each function here is asked by the walk at the moment a value is not what the model expects, so that a sound outline
pays nothing for them. What YAML cannot read at all is explained by ``syntax``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.outline import colons, names
from drafter.outline.scalars import quoted, typed, value
from drafter.outline.source import short, source_of
from drafter.yaml_files import FORBIDDEN, MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.walk import Walk

Pair = tuple[ScalarNode, Node]

HOMES = {
    "node": "sections",
    "meeting": "meeting",
    "organization": "organization",
    "fact": "facts",
    "campaign": "campaign",
    "person": "speaker",
}
_BRACKETS = "｛［"
_SIGNS = "｜＞"
_COLON = re.compile(r"\s*:")
_HAN = "[\u4e00-\u9fff]"  # compiled where it is needed: that takes a millisecond


def unquoted_braces(node: Node) -> bool:
    """Whether what YAML took for a map is a reference that stands without quotes: ``text: {{ year }}``."""
    return source_of(node).text.startswith("{{", node.start_mark.index)


def sound_pairs(walk: Walk, node: MappingNode, pointer: str) -> Iterator[Pair]:
    """The pairs of a map whose keys are words; what a half-width comma in braces cut off is told."""
    before: Node | None = None
    for key, child in node.value:
        if not isinstance(key, ScalarNode) or not key.value:
            walk.tell("outline.key-odd", key, pointer)
        elif node.flow_style and _cut_by_comma(key):
            _tell_comma(walk, before, key, pointer)
        else:
            yield key, child
        before = child


def _cut_by_comma(key: ScalarNode) -> bool:
    return not _COLON.match(source_of(key).text, key.end_mark.index)


def _tell_comma(walk: Walk, before: Node | None, key: ScalarNode, pointer: str) -> None:
    if colons.find(key.value):
        walk.problems.append(colons.problem(source_of(key), key.start_mark.index))
        return
    first = before.value if isinstance(before, ScalarNode) else ""
    if re.fullmatch("[0-9]{1,3}", first) and re.fullmatch("[0-9]{3}([.][0-9]+)?", key.value):
        walk.tell("outline.thousands-in-braces", key, pointer, number=f"{first},{key.value}", new=first + key.value)
    else:
        walk.tell("outline.comma-in-braces", key, pointer, words=key.value)


def unknown_key(walk: Walk, table: str, key: ScalarNode, child: Node, pointer: str) -> None:
    """Tells what is wrong with a key that the table does not have."""
    word, near = key.value, walk.nearest(key.value, names.lookup(table))
    home = _home(word)
    if word[0] in "\u3000\xa0":
        walk.tell("outline.wide-indent", key, pointer)
    elif word == "<<":
        walk.tell("outline.merge-key", key, pointer)
    elif word.startswith("-") and names.find(table, word.lstrip("-")):
        walk.tell("outline.dash-space", key, pointer, key=word.lstrip("-"))
    elif home:
        walk.tell("outline.unknown-key", key, pointer, "outline.belongs-elsewhere", key=word, home=home)
    elif table == "node" and not near and re.search(_HAN, word) and isinstance(child, ScalarNode):
        walk.tell("outline.colon-in-sentence", key, pointer, words=word)
    else:
        walk.tell_unknown("outline.unknown-key", key, pointer, near, names.spelled(table, word), key=word)


def _home(word: str) -> str:
    """Where a key belongs that is a key of another map; "" for a word that is no key at all."""
    table = next((table for table in HOMES if word in names.lookup(table)), "")
    if not table:
        return ""
    return (
        HOMES[table] if word.isascii() else names.chinese("outline" if table != "person" else "meeting", HOMES[table])
    )


def check_commas(walk: Walk, node: SequenceNode, pointer: str) -> None:
    """Tells of a full-width comma in a list in brackets, where a half-width one parts the items."""
    for index, child in enumerate(node.value if node.flow_style else ()):
        if isinstance(child, ScalarNode) and child.style == "" and "，" in child.value:
            walk.warn("outline.wide-comma-in-list", child, f"{pointer}/{index}", words=short(child.value, 20))


def no_mapping(walk: Walk, node: Node, pointer: str) -> None:
    """Tells why something is not the map of fields that was expected."""
    if unquoted_braces(node):
        walk.tell_mend("outline.braces-unquoted", node, pointer, quoted(typed(node)))
    elif isinstance(node, SequenceNode):
        walk.tell("outline.list-for-map", node, pointer)
    elif not wide_brackets(walk, node, pointer) and not _wide_colon(walk, node):
        walk.tell("outline.text-for-map", node, pointer, words=short(node.value, 20))


def bare_fact(walk: Walk, node: Node, pointer: str, name: str) -> None:
    """Tells that a fact is a map with a value and a unit, not a figure alone."""
    if wide_brackets(walk, node, pointer):
        return
    match = re.match(r"[0-9.]+", node.value) if isinstance(node, ScalarNode) else None
    number = match[0] if match else "80"
    walk.tell("outline.fact-bare", node, pointer, fact=name, number=number)


def no_text(walk: Walk, node: Node, pointer: str) -> None:
    """Tells why something is not the text that was expected."""
    if unquoted_braces(node):
        walk.tell_mend("outline.braces-unquoted", node, pointer, quoted(typed(node)))
    elif isinstance(node, MappingNode) and not node.flow_style and node.value:
        walk.tell("outline.colon-in-sentence", node, pointer, words=short(getattr(node.value[0][0], "value", ""), 20))
    else:
        walk.tell("outline.map-for-text" if isinstance(node, MappingNode) else "outline.list-for-text", node, pointer)


def checked_plain(walk: Walk, node: ScalarNode, pointer: str) -> str:
    """The text of a scalar without quotes; a full-width sign of YAML, or a key that it swallowed, is told."""
    text: str = node.value
    if text[0] in _SIGNS and node.start_mark.line != node.end_mark.line:
        walk.tell("outline.wide-sign", node, pointer, sign=text[0], new={"｜": "|", "＞": ">"}[text[0]])
    if node.start_mark.line != node.end_mark.line:
        text = value(node)
        _check_swallowed_lines(walk, node)
    return text


def _check_swallowed_lines(walk: Walk, node: ScalarNode) -> None:
    """A line that was to be a key of its own, but has no half-width colon and space, became part of the text."""
    source = source_of(node)
    for first in source.starts[source.line(node.start_mark.index) : source.line(node.end_mark.index)]:
        if colons.find(source.line_text(source.line(first))):
            walk.problems.append(colons.problem(source, first))


def swallowed_key(walk: Walk, node: Node, table: str) -> bool:
    """Whether a text is a key and its value that a missing colon or space made one: ``- title：办好展览``."""
    if not isinstance(node, ScalarNode) or node.style != "":
        return False
    return colons.find(node.value, table) and _wide_colon(walk, node)


def wide_brackets(walk: Walk, node: Node, pointer: str) -> bool:
    """Whether a text begins with a full-width bracket where a half-width one makes a map or list; if so, tells."""
    if not isinstance(node, ScalarNode) or node.style != "" or node.value[:1] not in tuple(_BRACKETS):
        return False
    walk.tell("outline.wide-brackets", node, pointer, sign=node.value[0])
    return True


def _wide_colon(walk: Walk, node: Node) -> bool:
    if not isinstance(node, ScalarNode) or node.style != "" or not colons.match(node.value):
        return False
    walk.problems.append(colons.problem(source_of(node), node.start_mark.index))
    return True


def check_escapes(walk: Walk, node: ScalarNode, pointer: str) -> None:
    """Tells of a character that an escape such as ``"\\x07"`` made and no paper can hold."""
    match = FORBIDDEN.search(node.value)
    if match:
        walk.tell("outline.forbidden-escape", node, pointer, code=f"U+{ord(match[0]):04X}")
