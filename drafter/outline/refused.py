"""What plain YAML does without (anchors, aliases, tags), and comments that cut a sentence off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.punctuation import ends_sentence
from drafter.outline.source import short, source_of
from drafter.problems import Problem, Severity
from drafter.yaml_files import Node, ScalarNode, nodes

if TYPE_CHECKING:
    from drafter.outline.source import Source
    from drafter.outline.walk import Walk

_COMMENT = r"(?P<blanks>[ \t]+)(?P<comment>#[^\n]*)"


def refuse(walk: Walk, root: Node) -> None:
    """Tells of anchors and tags, and empties what is anchored, so that no alias can make the walk endless."""
    text = source_of(root).text
    if "&" in text or "!" in text:
        for node in nodes(root):
            _refuse(walk, node, text[node.start_mark.index : node.start_mark.index + 1])


def _refuse(walk: Walk, node: Node, sign: str) -> None:
    if sign == "!":
        walk.tell("outline.tag", node)
    elif sign == "&":
        walk.tell("outline.anchor", node)
        if not isinstance(node, ScalarNode):
            node.value = []


def find_cut_sentences(walk: Walk, root: Node) -> None:
    """Tells of text behind which a `` #`` that looks like part of it begins a comment."""
    source = source_of(root)
    if any(map(_has_comment_behind, source.text.split("\n"))):
        for node in nodes(root):
            match = re.compile(_COMMENT).match(source.text, node.end_mark.index) if _is_plain(node) else None
            if match and _is_cut(node.value, match["blanks"], match["comment"]):
                _tell(walk, source, match)


def _has_comment_behind(line: str) -> bool:
    return (" #" in line or "\t#" in line) and not line.lstrip().startswith("#")


def _is_plain(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style == ""


def _is_cut(words: str, blanks: str, comment: str) -> bool:
    """A comment has a blank after its ``#``, mostly two before it, and does not end a sentence that text began."""
    if comment[1:2] not in ("", " ", "\t", "#", "!"):
        return True
    begun = any(mark in words for mark in "，；：") and not ends_sentence(words)
    return begun and blanks == " " and ends_sentence(comment.strip())


def _tell(walk: Walk, source: Source, match: re.Match[str]) -> None:
    place = source.place(match.start("comment"), match.end("comment"))
    walk.problems.append(Problem("outline.comment-cuts", place, {"lost": short(match["comment"])}, Severity.WARNING))
