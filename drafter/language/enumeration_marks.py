"""Where a member of an enumeration may begin in running text: labels behind a mark of punctuation or a break."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.numbering import parse
from drafter.language.numerals import SMALL, parse_han
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUNNING = ("shi", "yao")
AMONG = "among"  # 其一，其二，: written in running text only

_LONGEST_LABEL = 12
_LONGEST_INDENT = 8
_BLANKS = " \u3000\t"

Span = tuple[int, int]


class Mark(msgspec.Struct, frozen=True):
    """A label, the characters ``start`` to ``words``, on line ``line`` from 0, which it may lead.

    ``before`` is the character before it, blanks aside. ``weak``: that is a word's (要求学员们一是…；二是…), and
    一是 is seldom a label there.
    """

    style: str
    number: int
    start: int
    words: int
    line: int
    leads: bool
    weak: bool
    before: str


def enclosed(text: str) -> list[Span]:
    """What stands in quotation marks or brackets, these included, and is no label: （一）, “1”，."""
    return [match.span() for match in _enclosed().finditer(text) if not parse(match[0] + "，")]


def marks(text: str, start: int, end: int, apart: Sequence[Span] = ()) -> Iterator[Mark]:
    """The labels from ``start`` to ``end`` in order, save those in the spans ``apart``, which are in order too."""
    spans, line = iter(apart), 0
    span = next(spans, None)
    for match in _candidate().finditer(text, start, end):
        while span and span[1] <= match.start():
            span = next(spans, None)
        if match["ends"]:
            line += 1
        elif not (span and span[0] <= match.start()) and (mark := _mark(text, match, line)):
            yield mark


def _mark(text: str, match: re.Match[str], line: int) -> Mark | None:
    at = match.start()
    style, number, length = _label(text[at : at + _LONGEST_LABEL])
    before = text[max(0, at - _LONGEST_INDENT) : at].rstrip(_BLANKS)[-1:]
    leads = before in ("", "\n", "\v")
    weak = re.match(f"[{HAN}]", before) is not None
    if not style or (weak and (number != 1 or style not in RUNNING or text[at].isdecimal())):
        return None
    return Mark(style, number, at, at + length, line, leads, weak, before)


def _label(text: str) -> tuple[str, int, int]:
    """Style, number and length of the label a text begins with; a style of "" for none."""
    among = _among().match(text)
    if among:
        return AMONG, parse_han(among[1]) or 0, among.end()
    label = parse(text)
    return (label.style, label.number, label.length) if label else ("", 0, 0)


@cache
def _enclosed() -> re.Pattern[str]:
    return re.compile(r"“[^“”\n]*”|（[^（）\n]*）|《[^《》\n]*》")


@cache
def _candidate() -> re.Pattern[str]:
    """A break, or what looks like a label; 一是一，二是二 and 第一、二、三产业 are none."""
    number = f"(?:{SMALL}|\\d{{1,2}})"
    return re.compile(
        r"(?P<ends>[\n\v])"
        rf"|(?P<han>{SMALL})(?:是(?!否|(?P=han)[，、；。！”])|要(?!素)|、(?!{SMALL}))"
        r"|(?<![\d.])\d{1,2}(?:是(?!否)|要(?!素))"
        rf"|第{number}(?:，|、(?!第|{SMALL}|[产季]))"
        r"|(?:首先|其次|再次|最后)，"
        rf"|其{SMALL}[，、]"
        rf"|（{number}）|(?<!\d)(?<!\d\.)\d{{1,2}}(?:[、.](?!\d(?!\d{{3}}年))|）)"
        r"|“\d{1,2}”[，、]|[①-⑳]"
    )


@cache
def _among() -> re.Pattern[str]:
    return re.compile(f"其({SMALL})[，、]")
