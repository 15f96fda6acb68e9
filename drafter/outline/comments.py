"""Comments of an outline, and the lines that each speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from drafter.outline.source import Source
from drafter.yaml_files import Limit, MappingNode, Node, ScalarNode, SequenceNode, YAMLError, compose, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(?:(?<=\s)|^)#.*$", re.MULTILINE)


class Comment(msgspec.Struct, frozen=True):
    """A comment, # and all, from character ``start`` of the file on; it speaks of the lines ``first`` to ``last``."""

    text: str
    start: int
    first: int
    last: int


class Entry(msgspec.Struct, frozen=True):
    """A key with its value, or an item of a list: where it starts and ends; where its value does, for a key."""

    start: int
    end: int
    value: Node | None = None


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of an outline (line ends ``\\n``), none where it is no YAML.

    One behind something speaks of its line; behind a key whose value stands below, of that value too. One on a line of
    its own speaks of what begins next: a key with its value, an item with all that is in it.
    """
    source = Source("", text)
    try:
        root = compose(text, source)
    except (YAMLError, Limit):
        return ()
    entries = sorted(_entries(root), key=lambda entry: (entry.start, -entry.end)) if root is not None else []
    return tuple(_comment(match, source, entries) for match in matches(text, root))


def matches(text: str, root: Node | None) -> Iterator[re.Match[str]]:
    """The comments as matches; what only looks like one inside a text is none."""
    found = scalars(root) if root is not None else []
    starts = [node.start_mark.index for node in found]
    at = 0
    while match := _COMMENT.search(text, at):
        before = bisect_right(starts, match.start()) - 1
        held = before >= 0 and _holds(found[before], text, match.start())
        at = max(match.start() + 1, found[before].end_mark.index) if held else match.end()
        if not held:
            yield match


def _holds(node: ScalarNode, text: str, index: int) -> bool:
    """Whether a character is part of a scalar's text; a block's first line only says that it is one."""
    begin = node.start_mark.index
    if node.style in ("|", ">"):
        begin = text.find("\n", begin)
    return bool(begin <= index < node.end_mark.index)


def _comment(match: re.Match[str], source: Source, entries: list[Entry]) -> Comment:
    line = source.line(match.start())
    alone = not source.line_text(line)[: match.start() - source.starts[line - 1]].strip()
    spoken = _next(entries, match.end()) if alone else _opened(source, entries, line)
    if spoken is None:
        return Comment(match[0], match.start(), line, line)
    first = source.line(spoken.start) if alone else line
    return Comment(match[0], match.start(), first, max(first, source.line(max(spoken.end - 1, 0))))


def _next(entries: list[Entry], index: int) -> Entry | None:
    """The outermost entry that begins behind a character."""
    at = bisect_right(entries, index, key=lambda entry: entry.start)
    return entries[at] if at < len(entries) else None


def _opened(source: Source, entries: list[Entry], line: int) -> Entry | None:
    """The key on a line whose value stands on the lines below."""
    on_it = (each for each in entries if each.value is not None and source.line(each.start) == line)
    return next((each for each in on_it if each.value is not None and _below(source, each.value, line)), None)


def _below(source: Source, value: Node, line: int) -> bool:
    return source.line(value.start_mark.index) > line or (isinstance(value, ScalarNode) and value.style in ("|", ">"))


def _entries(node: Node) -> Iterator[Entry]:
    if isinstance(node, MappingNode):
        for key, child in node.value:
            yield Entry(key.start_mark.index, end_of(child), child)
            yield from _entries(child)
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield Entry(child.start_mark.index, end_of(child))
            yield from _entries(child)


def end_of(node: Node) -> int:
    """Where the last of what is in a node ends; the end mark of a block lies further on."""
    while not isinstance(node, ScalarNode) and node.value and not getattr(node, "flow_style", False):
        node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
    text: str = node.start_mark.name.text[node.start_mark.index : node.end_mark.index]
    return int(node.start_mark.index) + len(text.rstrip())
