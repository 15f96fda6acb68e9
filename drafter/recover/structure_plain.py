"""Headings that nothing marks: short lines between paragraphs, by where they stand and what they name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.language.numbering import LEVELS, division, parse
from drafter.language.punctuation import ends_sentence
from drafter.language.width import normal
from drafter.recover.lists import pattern
from drafter.recover.titles import says_what_to_do, signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Part

_PROSE = 40
_UPPER = LEVELS[:2]


def plain_lines(parts: Sequence[Part], first: int, signed: bool) -> frozenset[int]:
    """Short lines, in a document that has no other headings, or numbers those anew behind each.

    ``first`` is where the text begins; ``signed`` says that ◆ or the like mark its headings.
    """
    lines = [at for at in range(max(first, 1), len(parts) - 1) if _is_plain(parts[at], parts[at + 1])]
    if any(map(is_marked, parts)):
        dressed = signed or any(part.bold or part.style_level for part in parts)
        return frozenset() if dressed else _around_numbers(parts, lines)
    alone = [at for at in lines if len(parts[at + 1].text) >= _PROSE]
    return frozenset(at for at in lines if _is_prose(parts[at + 1].text)) if len(alone) > 1 else frozenset()


def short_sentences(parts: Sequence[Part], plain: frozenset[int]) -> frozenset[int]:
    """要管住源头。 and the like, alone on their lines below headings that nothing marks: two of them or more."""
    if not plain or any(map(is_marked, parts)):
        return frozenset()
    brief = pattern("structure", "heading.brief")
    found = [at for at in range(min(plain), len(parts) - 1) if brief.match(normal(parts[at].text))]
    heads = [at for at in found if len(parts[at + 1].text) > len(parts[at].text)]
    return frozenset(heads if len(heads) > 1 else ())


def is_marked(part: Part) -> bool:
    """Whether a number, bold type or a style says that a line may be a heading."""
    label = parse(normal(part.text))
    return bool(part.kind == "text" and ((label and label.style in LEVELS) or part.bold or part.style_level))


def _around_numbers(parts: Sequence[Part], lines: Sequence[int]) -> frozenset[int]:
    """Two lines or more that name a part of a paper, behind one of which at least 一、 comes."""
    spans = pairwise([*lines, len(parts)])
    over = [start for start, end in spans if _first_number(parts[start + 1 : end]) == 1]
    named = [at for at in lines if at in over or _names_a_part(parts[at].text)]
    return frozenset(named if over and len(named) > 1 else ())


def _first_number(parts: Sequence[Part]) -> int:
    """The number of the first heading among some parts, 0 for none."""
    labels = (parse(part.label + normal(part.text)) for part in parts if part.kind == "text")
    return next((label.number for label in labels if label and label.style in _UPPER), 0)


def _is_plain(part: Part, below: Part) -> bool:
    """Whether a line is a few words without marks, and a paragraph or a number follows."""
    if part.kind != "text" or part.label or below.kind != "text":
        return False
    words = normal(part.text)
    if division(words) or parse(words) or not pattern("structure", "heading.plain").match(words):
        return False
    return _is_prose(below.text) or bool(below.label or parse(normal(below.text)))


def _is_prose(text: str) -> bool:
    return ends_sentence(text) or normal(text).endswith("：")


def _names_a_part(text: str) -> bool:
    """Whether a line is called what a part of a paper is (下一步工作打算)."""
    return any(sign.named and sign.closes for sign in signs(text)) and not says_what_to_do(text)
