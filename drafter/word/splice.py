"""Gives some ``w:t`` of an XML text new contents and leaves every other byte as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from drafter.word.pieces import STRICT, TRANSITIONAL

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXTS = frozenset(space[1:] + "t" for space in (TRANSITIONAL, STRICT))
_NAME = re.compile(rb"<[^\s/>]+")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_SPACE = "http://www.w3.org/XML/1998/namespace}space"


class _Span:
    """Where the start tag, the contents and the end tag of a ``w:t`` begin, in bytes; whether it keeps its blanks."""

    def __init__(self, tag: int, keeps: bool) -> None:
        self.tag, self.keeps, self.begin, self.end = tag, keeps, 0, 0


def spliced(xml: bytes, contents: dict[int, str]) -> bytes:
    """``xml`` (UTF-8) with new contents for its ``w:t``, numbered from 0 in document order; none of them is empty."""
    parts, last = [], 0
    for span, words in sorted(_found(xml, contents), key=lambda found: found[0].tag):
        name_end = _NAME.match(xml, span.tag).end()  # type: ignore[union-attr]
        keep = b"" if span.keeps or words == words.strip() else b' xml:space="preserve"'
        parts += [xml[last:name_end], keep, xml[name_end : span.begin], _escaped(words)]
        last = span.end
    return b"".join((*parts, xml[last:]))


def _found(xml: bytes, contents: dict[int, str]) -> Iterable[tuple[_Span, str]]:
    spans: list[_Span] = []
    parser = expat.ParserCreate(namespace_separator="}")
    inside: list[_Span] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in _TEXTS:
            inside.append(_Span(parser.CurrentByteIndex, attributes.get(_SPACE) == "preserve"))
            spans.append(inside[-1])

    def within(*_: Any) -> None:
        if inside and not inside[-1].begin:
            inside[-1].begin = parser.CurrentByteIndex

    def end(name: str) -> None:
        if name in _TEXTS:
            inside.pop().end = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = parser.StartCdataSectionHandler = within
    parser.Parse(xml, True)
    return [(spans[number], words) for number, words in contents.items()]


def _escaped(words: str) -> bytes:
    return "".join([_ESCAPED.get(char, char) for char in words]).encode()
