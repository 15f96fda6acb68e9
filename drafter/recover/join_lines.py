"""Which lines of an old document go on in the next one: how they were wrapped, and where they stop."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from drafter.check.lines import SHORTEST, is_prose, stops_short
from drafter.language.numbering import LEVELS, parse
from drafter.language.punctuation import breadth, ends_sentence
from drafter.language.width import BLANKS, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Part

LONGEST_HEADING = 60
_FEWEST = 6
_SHARE = 0.4
_SLACK = 2.5
_MOST = 0.8
_HALF = 0.5
_ENDS = 0.1
_LONGEST_MARGIN = 60.0
_PAUSES = ("，", "、")


class Wrap(msgspec.Struct, frozen=True):
    """How a text was wrapped: at ``width`` 字 (0 where at no one width); whether its paragraphs are known by an indent
    (``indented``) or by a blank line before them (``spaced``)."""

    width: float = 0.0
    indented: bool = False
    spaced: bool = False

    def fills(self, text: str) -> bool:
        """Whether a line reaches the margin, a word or number at its end aside that did not fit."""
        return bool(self.width) and abs(breadth(text.rstrip(BLANKS)) - self.width) <= _SLACK

    def goes_on(self, part: Part, following: Part) -> bool:
        """Whether a line at the margin goes on in the next, by what parts the paragraphs of the text.

        Where nothing does, one that is whole or might be a heading goes on only where it is as wide as can be.
        """
        if not self.fills(part.text):
            return False
        if self.indented:
            return not _is_indented(following.text)
        label = parse(following.text.strip(BLANKS))
        if label and (label.style in LEVELS or not stops_short(part.text)):
            return False
        if self.spaced:
            return following.line - part.line <= 1
        doubtful = ends_sentence(part.text) or _heads(part.text)
        return not doubtful or breadth(part.text) >= self.width - _HALF


def wrap_of(parts: Sequence[Part], counts_lines: bool = True) -> Wrap:
    """The width most lines of a text share, where it is one of a page and not of paragraphs, nor of a list's items.

    ``counts_lines`` says that parts whose line numbers follow each other have no blank line between them.
    """
    widths = [breadth(part.text.rstrip(BLANKS)) for part in parts if not part.cell]
    counts = Counter(round(width) for width in widths if SHORTEST <= width <= _LONGEST_MARGIN)
    width = max(counts, key=lambda width: (counts[width], width), default=0)
    wrap = Wrap(float(width), _are_some([_is_indented(part.text) for part in parts]), counts_lines and _spaced(parts))
    filling = [part.text for part in parts if wrap.fills(part.text)]
    if len(filling) < max(_FEWEST, len(widths) * _SHARE) or max(widths) > width + 2 * _SLACK:
        return Wrap()
    ends = sum("。" in part.text for part in parts)
    return wrap if ends >= len(filling) * _ENDS else Wrap()


def goes_on(part: Part, following: Part, wrap: Wrap, prose: bool) -> bool:
    """Whether a line goes on in the following one.

    ``prose`` says that it surely is running text: it went on from another, or stands right behind the salutation, where
    no heading without a number does.
    """
    if not _may_join(part, following):
        return False
    if wrap.goes_on(part, following):
        return True
    words = following.text.strip(BLANKS)
    if not _begins().match(words) or parse(words):
        return False
    return _stops(part.text.strip(BLANKS), prose) and is_prose(normal(words))


def _spaced(parts: Sequence[Part]) -> bool:
    return _are_some([following.line - part.line > 1 for part, following in pairwise(parts)])


def _are_some(answers: Sequence[bool]) -> bool:
    """Whether something is said of some lines, and not of nearly all."""
    return 2 <= sum(answers) <= len(answers) * _MOST


def _heads(text: str) -> bool:
    return bool(parse(text.strip(BLANKS))) and not is_prose(text)


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
    if "。" in text or text.endswith(_PAUSES) or len(text) > LONGEST_HEADING:
        return True
    return not parse(text) and (_hangs(text) or (prose and "，" in text))


def _hangs(text: str) -> bool:
    """Whether the last word of a line asks for another."""
    return _hanging().search(text) is not None


def _is_indented(text: str) -> bool:
    return bool(text.strip(BLANKS)) and text[0] in BLANKS


@cache
def _begins() -> re.Pattern[str]:
    """What the middle of a sentence may begin with."""
    return re.compile(r"[\u3400-\u9fffA-Za-z0-9“‘《（，。、；：”’》）%]|[.][0-9]")


@cache
def _hanging() -> re.Pattern[str]:
    return re.compile("(?:以及|(?<![总温调缓平亲祥饱共])和|(?<![参给赋])与|暨|或|(?<!目)的|(?<![存所实内潜])在|把)$")
