"""Maps, lists and texts as the YAML that people write: block style, long text in blocks, quotes only where needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from drafter.language.punctuation import wide
from drafter.outline.colons import match as colon
from drafter.outline.scalars import quoted
from drafter.outline.walk import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONG = 60
_PLAIN = re.compile(r"(?:[^\W_]|[《“（【「『])(?:[^:#\x00-\x1f\x7f-\xa0]|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
_IN_BRACES = re.compile(r"[^\W_][^:#,，\[\]{}\x00-\x1f\x7f-\xa0\"']*")
_SENTENCE = re.compile(r".*?[。！？；](?:[”’）】]*)(?=.)|.+")


class Paragraphs(tuple[str, ...]):
    """Texts that are paragraphs each."""


class Brackets(list[Any]):
    """A list on one line."""


class Braces(dict[str, Any]):
    """A map on one line."""


class Line(msgspec.Struct, frozen=True):
    """A line of YAML; ``comment`` stands behind it, or alone where there is no text."""

    text: str
    comment: str = ""


class Behind(NamedTuple):
    """The key of a comment that stands behind the line of ``key``."""

    key: str


ABOVE = Behind("")
"""The key of the comments above a map: a list of lines."""


def mapping(fields: dict[Any, Any], indent: int = 0) -> Iterator[Line]:
    """The lines of a map in block style; a field with nothing in it is not written."""
    pad = " " * indent
    yield from (Line(pad, line) for line in fields.get(ABOVE, ()))
    for key, value in fields.items():
        if not isinstance(key, Behind) and value not in ("", (), [], {}, None):
            yield from _field(scalar(key), value, indent, fields.get(Behind(key), ""))


def scalar(words: str) -> str:
    """Words on one line as YAML reads them back: plain where that can be, else in quotes."""
    plain = _PLAIN.fullmatch(words) and words == words.strip() and words not in EMPTY
    return words if plain else quoted(words)


def _field(key: str, value: Any, indent: int, comment: str) -> Iterator[Line]:
    start = " " * indent + key + ":"
    if isinstance(value, Paragraphs):
        yield from _paragraphs(start, value, indent + 2)
    elif isinstance(value, (Braces, Brackets)):
        yield Line(f"{start} {_in_braces(value)}", comment)
    elif isinstance(value, dict):
        yield Line(start, comment)
        yield from mapping(value, indent + 2)
    elif isinstance(value, (list, tuple)):
        yield Line(start, comment)
        yield from _items(value, indent + 2)
    else:
        yield Line(f"{start} {scalar(str(value))}", comment)


def _items(values: Sequence[Any], indent: int) -> Iterator[Line]:
    pad = " " * indent
    for value in values:
        if isinstance(value, (Braces, Brackets)):
            yield Line(f"{pad}- {_in_braces(value)}")
        elif isinstance(value, dict):
            yield from (Line(pad, line) for line in value.get(ABOVE, ()))
            yield from _dashed(mapping({key: each for key, each in value.items() if key != ABOVE}, indent + 2), indent)
        else:
            words = str(value)
            yield Line(f"{pad}- {quoted(words) if colon(words) else scalar(words)}")


def _dashed(lines: Iterator[Line], indent: int) -> Iterator[Line]:
    """The lines of a map as an item of a list."""
    dash = " " * indent + "- "
    for line in lines:
        yield Line(dash + line.text[len(dash) :], line.comment) if dash.strip() else line
        dash = ""


def _paragraphs(start: str, texts: Paragraphs, indent: int) -> Iterator[Line]:
    """Several texts as a block, a line each; a long one folded, a sentence a line; a short one behind its key."""
    pad = " " * indent
    lines = [line for text in texts for line in text.split("\n")]
    folded = _folded(lines[0]) if len(lines) == 1 else []
    if len(lines) == 1 and (len(lines[0]) <= LONG or len(folded) < 2):
        yield Line(f"{start} {scalar(lines[0])}")
        return
    yield Line(f"{start} >-" if folded else f"{start} |")
    yield from (Line(pad + line) for line in folded or lines)


def _folded(text: str) -> list[str]:
    """A text in its sentences, parted only where a fold leaves no space: between wide characters."""
    found: list[str] = []
    for match in _SENTENCE.finditer(text):
        if found and not (wide(found[-1][-1]) and wide(match[0][0]) and not match[0][0].isspace()):
            found[-1] += match[0]
        else:
            found.append(match[0])
    return found


def _in_braces(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_short(key)}: {_in_braces(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_short, value)) + "]"
    return _short(value)


def _short(value: Any) -> str:
    """A value, or a key, inside braces or brackets."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = str(value)
    return words if _IN_BRACES.fullmatch(words) and words not in EMPTY and words == words.strip() else quoted(words)
