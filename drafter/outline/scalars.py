"""What a scalar says, and where each of its characters stands in the file.

YAML folds lines, unescapes and strips indents. A fold between two wide characters leaves no space here: Chinese has
none between words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.punctuation import wide
from drafter.outline.source import source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.yaml_files import Node, ScalarNode

# What becomes of one stretch of a scalar as typed: a fold, nothing, one character, or each character itself.
_FLOW = {
    "": r"(?P<fold>[ \t]*\n[ \t\n]*)|[^ \t\n]+|[ \t]+",
    "'": r"(?P<fold>[ \t]*\n[ \t\n]*)|(?P<one>'')|[^' \t\n]+|[ \t]+",
    '"': (
        r"(?P<nothing>\\\n[ \t]*)|(?P<fold>[ \t]*\n[ \t\n]*)"
        r"|(?P<one>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.))|[^\\ \t\n]+|[ \t]+"
    ),
}
_HEADER = re.compile(r"[|>][^\n]*\n?")
_LEAD = re.compile(r"(?m)^( *)[^ \n]")


def value(node: ScalarNode) -> str:
    """The text of a scalar, without the spaces that YAML leaves where Chinese lines were folded."""
    text: str = node.value
    if node.style == "|" or node.start_mark.line == node.end_mark.line or " " not in text:
        return text
    places = aligned(node)
    return "".join(text[index] for index in _kept(node, places))


def typed(node: Node) -> str:
    """What stands in the file for a node, as it was typed."""
    text: str = source_of(node).text[node.start_mark.index : node.end_mark.index]
    return text


def quoted(words: str) -> str:
    """``words`` as a scalar in quotes: double ones, or single ones where that leaves nothing to escape."""
    return "'" + words.replace("'", "''") + "'" if set('"\\') & set(words) else f'"{words}"'


def positions(node: ScalarNode) -> list[int]:
    """The index in the source of each character of ``value(node)``, and one more for its end."""
    places = aligned(node)
    if node.style == "|" or node.start_mark.line == node.end_mark.line:
        return places
    return [*(places[index] for index in _kept(node, places)), places[-1]]


def _kept(node: ScalarNode, places: list[int]) -> list[int]:
    source, text = source_of(node).text, node.value
    return [
        index
        for index in range(len(text))
        if text[index] != " " or source[places[index]] != "\n" or not _between_wide(text, index)
    ]


def _between_wide(text: str, index: int) -> bool:
    return 0 < index < len(text) - 1 and wide(text[index - 1]) and wide(text[index + 1])


def aligned(node: ScalarNode) -> list[int]:
    """As ``positions``, of each character that YAML itself reads: the spaces of folds between Chinese lines too."""
    source, start, end = source_of(node).text, node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        places = _block(source, start, end, node)
    else:
        inset = len(node.style)
        places = _flow(re.compile(_FLOW[node.style]), source, start + inset, end - inset)
        end -= inset
    places = places[: len(node.value)]
    return places + [end] * (len(node.value) + 1 - len(places))


def _flow(pattern: re.Pattern[str], source: str, start: int, end: int) -> list[int]:
    places: list[int] = []
    for match in pattern.finditer(source, start, end):
        if match.lastgroup == "fold":
            first = source.index("\n", match.start())
            places += [first] * max(1, match[0].count("\n") - 1)
        else:
            places += _plain(match)
    return places


def _plain(match: re.Match[str]) -> Sequence[int]:
    """The places of a stretch that is no fold."""
    if match.lastgroup == "nothing":
        return ()
    return (match.start(),) if match.lastgroup == "one" else range(match.start(), match.end())


def _block(source: str, start: int, end: int, node: ScalarNode) -> list[int]:
    header = _HEADER.match(source, start, end)
    first = header.end() if header else end
    indent = _indent(source, first, end) - _indent(node.value, 0, len(node.value))
    places: list[int] = []
    for match in _block_tokens(indent, node.style == ">").finditer(source, first, end):
        if match.lastgroup == "fold":
            places += [source.index("\n", match.start())] * _breaks(node, len(places))
        else:
            places += _plain(match)
    return places


@cache
def _block_tokens(indent: int, folded: bool) -> re.Pattern[str]:
    blanks = rf"(?: {{0,{indent}}}\n)*" if folded else ""
    return re.compile(rf"(?m)(?P<fold>\n{blanks})|(?P<nothing>^ {{0,{indent}}})|[^\n]+")


def _breaks(node: ScalarNode, index: int) -> int:
    """How many characters of a block scalar's value one run of line ends became: a space, or as many line ends."""
    if node.style == "|" or node.value[index : index + 1] != "\n":
        return 1
    rest = node.value[index:]
    return len(rest) - len(rest.lstrip("\n"))


def _indent(text: str, start: int, end: int) -> int:
    match = _LEAD.search(text, start, end)
    return len(match[1]) if match else 0
