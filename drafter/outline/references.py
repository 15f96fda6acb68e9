"""The references in a text: ``{{ name }}``, ``{{ name.field }}``, ``{{ name | filter }}``, and nothing else.

What is between the braces is found here and looked up later (``scope``), so that a fact may be called anything:
PM2.5, 人均（元）. Never is it run: an outline from anyone is data.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from drafter.outline.text import Text

_FOUND = re.compile(
    r"""\{\{(?!\{)(?:\s*(?P<quote>['"])(?P<braces>\{\{|\}\}|｛｛|｝｝)(?P=quote)\s*|(?P<inside>(?:(?!\{\{|\}\}).)*))(?P<end>\}\})?"""
    r"|(?P<wide>｛｛[^｛｝]*(?:｝｝)?)",
    re.DOTALL,
)
_PIPE = re.compile("[|｜]")
_BRACES = re.compile(r"\{\{|｛｛")


class Word(msgspec.Struct, frozen=True):
    """A name or filter in a reference, and how many characters into its text it begins."""

    text: str
    offset: int
    length: int


class Reference(msgspec.Struct, frozen=True):
    """``source`` is the whole reference as typed, braces included, ``offset`` characters into its text."""

    source: str
    offset: int
    name: Word
    filters: tuple[Word, ...] = ()


class Malformed(msgspec.Struct, frozen=True):
    """Braces that hold no reference; ``id`` names the message that says why. Printed as typed."""

    source: str
    offset: int
    id: str


Part = str | Reference | Malformed


def parse(words: str, pointer: str) -> Text:
    """``words``, typed at ``pointer``, with its references found. What is no proper reference is kept as Malformed."""
    if "{{" not in words and "｛｛" not in words:
        return Text(words, pointer)
    parts = tuple(_parts(words))
    return Text(words, pointer, parts=() if parts == (words,) else parts)


def typed_length(words: str, part: Part, offset: int) -> int:
    """How many characters of ``words`` the part that begins at ``offset`` takes: ``{{ '{{' }}`` prints two only."""
    if not isinstance(part, str):
        return len(part.source)
    match = _FOUND.match(words, offset) if part[0] in "{}｛｝" else None
    return match.end() - offset if match and match["braces"] else len(part)


def quote(words: str) -> str:
    """``words`` written so that they print as they are: {{ becomes ``{{ '{{' }}``. The other way round from parse."""
    return _BRACES.sub(r"{{ '\g<0>' }}", words)


def fold(name: str) -> str:
    """A name as it is compared: without differences of width, blanks around it gone (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", name).strip()


def _parts(words: str) -> list[Part]:
    parts: list[Part] = []
    end = 0
    for match in _FOUND.finditer(words):
        if match.start() > end:
            parts.append(words[end : match.start()])
        parts.append(_part(match))
        end = match.end()
    return parts + [words[end:]] * (end < len(words))


def _part(match: re.Match[str]) -> Part:
    if match["wide"]:
        return Malformed(match[0], match.start(), "facts.wide-braces")
    if not match["end"]:
        return Malformed(match[0], match.start(), "facts.not-closed")
    if match["braces"]:
        return match["braces"]
    name, *filters = _words(match["inside"], match.start("inside"))
    if not name.text:
        return Malformed(match[0], match.start(), "facts.no-name")
    if not all(word.text for word in filters):
        return Malformed(match[0], match.start(), "facts.no-filter")
    return Reference(match[0], match.start(), name, tuple(filters))


def _words(inside: str, offset: int) -> list[Word]:
    words = []
    for part in _PIPE.split(inside):
        bare = part.strip()
        words.append(Word(fold(bare), offset + part.find(bare), len(bare)))
        offset += len(part) + 1
    return words
