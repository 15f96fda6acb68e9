"""Changes to an outline's text that keep all the rest: comments, order, quoting, blank lines.

Each change replaces the characters of one node; nothing is dumped anew, so what is not changed cannot change.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from drafter.outline import names
from drafter.outline.comments import matches
from drafter.outline.references import Reference, fold, parse
from drafter.outline.refused import refuse
from drafter.outline.scalars import positions, quoted, value
from drafter.outline.source import Source
from drafter.outline.tour import tour
from drafter.outline.walk import EMPTY, Walk
from drafter.yaml_files import Limit, MappingNode, ScalarNode, SequenceNode, YAMLError, compose, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.outline.references import Word
    from drafter.yaml_files import Node

    Change = tuple[int, int, str]

_REFERENCE = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(
    r"(?:(?<=[^\x00-\x7f]) )?(?<![\w./$-])(?P<word>[a-z][a-z_-]*[a-z])(?![\w./-])(?: (?=[^\x00-\x7f]))?", re.ASCII
)
_HAN = re.compile("[\u4e00-\u9fff]")
_IN_COMMENTS = ("outline", "node", "fact", "meeting", "organization", "campaign", "person", "agenda", "table", "roles")


def translate_keys(yaml_text: str, lang: str) -> str:
    """An outline with its keys, words and references in ``lang`` (``zh`` or ``en``).

    A Chinese comment that speaks of keys by their English names speaks of the Chinese ones then. A text that is no
    YAML comes back as it is.
    """
    root = _root(yaml_text)
    if root is None:
        return yaml_text
    taken = _taken(root)
    changes = [change for node, table, _ in tour(root) for change in _translated(node, table, lang, taken)]
    if lang == "zh":
        changes += _comments(yaml_text, root, taken)
    return _changed(yaml_text, changes)


def fill(yaml_text: str, values: dict[str, str | list[str]]) -> str:
    """An outline with values filled in by pointer; a field that was not there is added to the map it belongs to."""
    for pointer, content in values.items():
        yaml_text = _filled(yaml_text, pointer, content)
    return yaml_text


def _root(text: str) -> Node | None:
    """The root of a text, without what anchors would make endless; None where there is nothing to edit."""
    try:
        root = compose(text, Source("", text))
    except (YAMLError, Limit):
        return None
    if root is not None:
        refuse(Walk(""), root)
    return root


def _changed(text: str, changes: list[Change]) -> str:
    pieces, last = [], 0
    for start, end, new in sorted(changes):
        pieces += [text[last:start], new]
        last = end
    return "".join([*pieces, text[last:]])


def _taken(root: Node) -> set[str]:
    """The names of facts and lists, which mean themselves in references."""
    maps = dict(pair for pair in _pairs(root) if names.canonical("outline", pair[0]) in ("facts", "lists"))
    return {fold(name) for node in maps.values() for name, _ in _pairs(node)}


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, MappingNode):
        yield from ((key.value, child) for key, child in node.value if isinstance(key, ScalarNode))


def _translated(node: ScalarNode, table: str, lang: str, taken: set[str]) -> Iterator[Change]:
    if not table:
        yield from _references(value(node), positions(node), lang, taken)
    elif new := _in(lang, table, node.value):
        quote = len(node.style) if node.style in ("'", '"') else 0
        yield node.start_mark.index + quote, node.end_mark.index - quote, new


def _in(lang: str, table: str, word: str) -> str:
    """The word of a table in a language; "" where it is in it already, or no word of the table."""
    name = names.find(table, word)
    if name is None or word in ((name.zh,) if lang == "zh" else (name.en, *filter(str.isascii, name.also))):
        return ""
    return name.zh if lang == "zh" else name.en


def _references(words: str, indices: Sequence[int], lang: str, taken: set[str]) -> Iterator[Change]:
    """Names and filters in the references of ``words``, whose characters stand at ``indices`` in the file."""
    for part in parse(words, "").parts:
        if isinstance(part, Reference):
            renamed = [(part.name, _renamed(part.name.text, lang, taken)[0])]
            renamed += [(word, _in(lang, "filters", word.text)) for word in part.filters]
            yield from (_at(word, indices, new) for word, new in renamed if new and new != word.text)


def _at(word: Word, indices: Sequence[int], new: str) -> Change:
    return indices[word.offset], indices[word.offset + word.length - 1] + 1, new


def _renamed(name: str, lang: str, taken: set[str]) -> tuple[str, str]:
    """A name in a reference in a language, and the table of the fields it has; "" for none."""
    if fold(name) in taken:
        return name, "fact"
    reserved = names.find("references", name)
    if reserved:
        return _in(lang, "references", name) or name, reserved.en
    head, _, field = name.rpartition(".")
    new, table = _renamed(head, lang, taken) if head else ("", "")
    found = names.find(table, field) if table in names.tables() else None
    return (f"{new}.{_in(lang, table, field) or field}", found.shape) if found else (name, "")


def _comments(text: str, root: Node, taken: set[str]) -> Iterator[Change]:
    for comment in matches(text, root):
        if _HAN.search(comment[0]):
            yield from _references(comment[0], range(*comment.span()), "zh", taken)
            yield from _words(_REFERENCE.sub(lambda match: "." * len(match[0]), comment[0]), comment.start())


def _words(comment: str, start: int) -> Iterator[Change]:
    """Keys that a comment speaks of, in marks of quotation where no colon shows them for what they are."""
    for match in _WORD.finditer(comment):
        known = [names.lookup(table)[match["word"]] for table in _IN_COMMENTS if match["word"] in names.lookup(table)]
        if len({name.zh for name in known}) == 1 and known[0].shape != "version":
            new = known[0].zh if comment[match.end() : match.end() + 1] == ":" else f"“{known[0].zh}”"
            yield start + match.start(), start + match.end(), new


def _filled(text: str, pointer: str, content: str | list[str]) -> str:
    from drafter.outline.load import loads

    outline = loads(text.encode(), "").outline
    if outline is None:
        return text
    nearest, node = outline.places.nearest(pointer)
    if node is None:
        return text
    written, missing = _written(content), pointer.removeprefix(nearest).split("/")[1:]
    if not missing:
        return _changed(text, [_replaced(text, node, written)])
    for key in reversed(missing[1:]):
        written = f"{{{key}: {written}}}"
    return _changed(text, _added(text, node, f"{missing[0]}: {written}"))


def _written(content: str | list[str]) -> str:
    if isinstance(content, str):
        return scalar(content)
    return "[" + ", ".join(scalar(each) for each in content) + "]"


def scalar(words: str) -> str:
    """Words as YAML reads them back anywhere: plain where that can be, else in quotes."""
    if "\n" in words:
        return json.dumps(words, ensure_ascii=False)
    try:
        root = compose(f"{{k: {words}}}", Source("", ""))
    except (YAMLError, Limit):
        return quoted(words)
    found = [node.value for node in scalars(root)] if root else []
    return words if found == ["k", words] and words not in EMPTY and words[0] not in "\"'!&" else quoted(words)


def _replaced(text: str, node: Node, written: str) -> Change:
    start, end = _span(text, node)
    if start < end:
        return start, end, written
    return start, start, " " * (text[start - 1] == ":") + written


def _span(text: str, node: Node) -> tuple[int, int]:
    """Where a node starts, and where the last of what is in it ends; the end mark of a block lies further on."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style:
        end = max(scalar.end_mark.index for scalar in scalars(node))
    return start, start + len(text[start:end].rstrip())


def _added(text: str, node: Node, field: str) -> list[Change]:
    """A field added behind the others of a map, or to a key that has no value yet."""
    start, end = _span(text, node)
    if isinstance(node, MappingNode) and node.flow_style:
        return [(start + 1, start + 1, f"{field}, " if node.value else field)]
    if not isinstance(node, MappingNode) and start < end:
        return []
    indent = node.start_mark.column
    if not isinstance(node, MappingNode):
        line = text[text.rfind("\n", 0, start) + 1 : start]
        indent = len(line) - len(line.lstrip(" -")) + 2
    behind = text.find("\n", end) if "\n" in text[end:] else len(text)
    return [(behind, behind, "\n" + " " * indent + field)]
