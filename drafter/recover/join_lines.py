"""Which lines of an old document go on in the next one: how they were wrapped, and where they stop."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.check.lines import SHORTEST, is_prose, stops_short
from drafter.language.numbering import parse
from drafter.language.punctuation import breadth, ends_sentence
from drafter.language.width import BLANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Part

LONGEST_HEADING = 60
_FEWEST = 6
_SHARE = 0.4
_SLACK = 2.0
_INDENTED = 0.2
_LONGEST_MARGIN = 60.0


class Wrap(msgspec.Struct, frozen=True):
    """How a text was wrapped: at ``width`` 字 (0 where at no one width), its paragraphs ``indented`` or not."""

    width: float = 0.0
    indented: bool = False

    def fills(self, text: str) -> bool:
        """Whether a line reaches the margin."""
        return 0 < self.width - _SLACK <= breadth(text.rstrip(BLANKS)) <= self.width + _SLACK


def wrap_of(parts: Sequence[Part]) -> Wrap:
    """The width most lines of a text share, where it is one of a page and not of paragraphs."""
    widths = [breadth(part.text.rstrip(BLANKS)) for part in parts if not part.cell]
    counts = Counter(round(width) for width in widths if SHORTEST <= width <= _LONGEST_MARGIN)
    width = max(counts, key=lambda width: (_near(counts, width), width), default=0)
    if _near(counts, width) < max(_FEWEST, len(widths) * _SHARE) or max(widths) > width + 2 * _SLACK:
        return Wrap()
    indented = sum(_is_indented(part.text) for part in parts)
    return Wrap(float(width), 2 <= indented <= len(parts) * (1 - _INDENTED))


def goes_on(part: Part, following: Part, wrap: Wrap, prose: bool) -> bool:
    """Whether a line goes on in the following one.

    ``prose`` says that it surely is running text: it went on from another, or stands right behind the salutation, where
    no heading without a number does.
    """
    words = following.text.strip(BLANKS)
    if not _may_join(part, following) or not _begins().match(words) or parse(words):
        return False
    if wrap.width and _fills(part, following, wrap, prose):
        return True
    text = part.text.strip(BLANKS)
    return _stops(text, prose) and ("。" in words or _hangs(text))


def _fills(part: Part, following: Part, wrap: Wrap, prose: bool) -> bool:
    """Whether a line at the margin goes on: any that stops in a sentence; a whole one where paragraphs are indented."""
    if not wrap.fills(part.text) or (wrap.indented and _is_indented(following.text)):
        return False
    heads = not prose and bool(parse(part.text.strip(BLANKS))) and not is_prose(part.text)
    return wrap.indented or not (heads or ends_sentence(part.text))


def _may_join(part: Part, following: Part) -> bool:
    """Whether two parts look alike, and neither is a heading, a cell, or numbered by the file."""
    if part.kind != "text" or following.kind != "text" or part.beside != following.beside:
        return False
    if part.style_level or following.style_level or following.label or part.cell or following.cell:
        return False
    return part.bold == following.bold and part.font == following.font


def _stops(text: str, prose: bool) -> bool:
    """Whether prose stops inside a sentence. A line that might be a heading does only where none can stand."""
    if not stops_short(text) or len(text) < SHORTEST:
        return False
    if "。" in text or _hangs(text) or len(text) > LONGEST_HEADING:
        return True
    return prose and "，" in text and not parse(text)


def _hangs(text: str) -> bool:
    """Whether the last word or mark of a line asks for another."""
    return _hanging().search(text) is not None


def _is_indented(text: str) -> bool:
    return bool(text.strip(BLANKS)) and text[0] in BLANKS


def _near(counts: Counter[int], width: int) -> int:
    return sum(counts[near] for near in range(width - int(_SLACK), width + 1))


@cache
def _begins() -> re.Pattern[str]:
    """What the middle of a sentence may begin with."""
    return re.compile(r"[\u3400-\u9fffA-Za-z0-9“‘《（，。、；：”’》）%]")


@cache
def _hanging() -> re.Pattern[str]:
    return re.compile("[，、]$|(?:以及|和|与|及|暨|的|在|对|把|将|向|为|从|是|或|并|由)$")
