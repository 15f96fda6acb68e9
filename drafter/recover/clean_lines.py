"""Parts what stands on one line and was not written so: breaks in a paragraph, a whole text copied onto one line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import LONGEST_TITLE, SHORTEST_TITLE, named
from drafter.language.numbering import UPPER_LABEL
from drafter.language.width import BLANKS, HAN, normal
from drafter.recover.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old, Part

_LONG = 100
_HEADINGS = 2


def run(old: Old) -> Old:
    """The document with a part for each line."""
    broken = [piece for part in old.parts for piece in _at_breaks(part)]
    apart = [_apart(part) for part in broken]
    changes = [Change(" ", "\n", pieces[0].line, "recover.line-parted") for pieces in apart if pieces[1:]]
    return replace(old, parts=tuple(part for pieces in apart for part in pieces), changes=(*old.changes, *changes))


def _at_breaks(part: Part) -> Iterator[Part]:
    """The lines of a paragraph; what its style and number say is said of the first."""
    if part.cell or "\v" not in part.text:
        yield part
        return
    texts = [text for text in part.text.split("\v") if text.strip()] or [""]
    yield replace(part, text=texts[0])
    yield from (replace(part, text=text, label="", style_level=0) for text in texts[1:])


def _apart(part: Part) -> list[Part]:
    """A long line on which a title or several headings stand, at the blanks that are left of its paragraphs' ends."""
    if part.cell or len(part.text) < _LONG:
        return [part]
    ends = [*_title_end(part.text), *_paragraph_ends(part.text)]
    texts = [part.text[start:end] for start, end in zip([0, *ends], [*ends, len(part.text)], strict=True)]
    first, *others = (text for text in texts if text.strip())
    return [replace(part, text=first), *(replace(part, text=text, label="", style_level=0) for text in others)]


def _title_end(text: str) -> Iterator[int]:
    """Where the title ends that a line begins with, a blank behind it."""
    words = normal(text[: LONGEST_TITLE + 1])
    title = re.match(rf"[{BLANKS}]*([^，。；：！？{BLANKS}]{{{SHORTEST_TITLE},{LONGEST_TITLE}}})(?=[{BLANKS}])", words)
    if title and named(title[1]):
        yield title.end()


def _paragraph_ends(text: str) -> Iterator[int]:
    """Every blank behind a sentence, where headings among them show that paragraphs were run together."""
    words = normal(text)
    if sum(1 for _ in _heading().finditer(words)) >= _HEADINGS:
        yield from (match.start() for match in _blank().finditer(words))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(f"(?<=[。！？；：]) +(?={UPPER_LABEL})")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(rf"(?<=[。！？：]) +(?=[{HAN}“《（]|[0-9]{{1,4}}[^0-9 ])")
