"""Straight quotation marks in Chinese text."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

import msgspec

from drafter.check.finding import Finding, Fix
from drafter.check.marks import as_one
from drafter.language.width import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.check.view import View

SINGLY = 5
"""Pairs in a document told one by one; more are one finding."""
DEEPEST = 3
_DOUBLE = '“”"'
_CURLED = {"“": "“”", "”": "“”", "‘": "‘’", "’": "‘’"}


class Pair(msgspec.Struct, frozen=True):
    """Two quotation marks that close each other, at ``start`` and ``end``; ``marks`` are what they should be."""

    start: int
    end: int
    marks: str


class Unsure(Exception):  # noqa: N818
    """The marks of a paragraph do not pair."""


def find(view: View) -> Iterator[Finding]:
    """Each pair, or all of the document; of a paragraph in which they do not pair only the first."""
    if '"' not in view.prose and "'" not in view.prose:
        return
    sure: list[Finding] = []
    for _, group in groupby(_marks().finditer(view.prose), lambda match: view.paragraph(match.start()).index):
        marks = list(group)
        try:
            sure += [_finding(view, pair) for pair in _pairs(marks) if _is_wrong(view.text, pair)]
        except Unsure:
            yield from _odd(view, marks)
    yield from sure if len(sure) <= SINGLY else [as_one(sure, "many", view)]


def _odd(view: View, marks: list[re.Match[str]]) -> Iterator[Finding]:
    """The first straight mark beside Chinese, in a paragraph where they do not pair."""
    straight = (match for match in marks if match[0] in "\"'" and not _is_measure(match))
    beside = (match for match in straight if _chinese().search(view.text, max(0, match.start() - 1), match.end() + 1))
    yield from (Finding(*match.span(), says="odd") for match in islice(beside, 1))


def _pairs(marks: Iterable[re.Match[str]]) -> Iterator[Pair]:
    """The pairs of a paragraph, inner ones first; outside stand “ ”, inside ‘ ’."""
    open_marks: list[re.Match[str]] = []
    for match in marks:
        if open_marks and _closes(match[0], open_marks[-1][0]):
            opening = open_marks.pop()
            if match.start() == opening.end():
                raise Unsure
            curled = _CURLED.get(opening[0]) or _CURLED.get(match[0])
            yield Pair(opening.start(), match.start(), curled or ("‘’" if len(open_marks) % 2 else "“”"))
        elif match[0] in "”’" or len(open_marks) > DEEPEST:
            raise Unsure
        elif not _is_measure(match):
            open_marks.append(match)
    if open_marks:
        raise Unsure


def _closes(char: str, opening: str) -> bool:
    return char not in "“‘" and (char in _DOUBLE) == (opening in _DOUBLE)


def _is_measure(match: re.Match[str]) -> bool:
    """5' and 55" where nothing is open are feet and inches."""
    return match[0] in "\"'" and match.string[max(0, match.start() - 1) : match.start()].isdecimal()


def _is_wrong(text: str, pair: Pair) -> bool:
    """Whether one of the two is straight and Chinese stands in or around them."""
    if text[pair.start] not in "\"'" and text[pair.end] not in "\"'":
        return False
    return bool(_chinese().search(text, max(0, pair.start - 1), pair.end + 2))


def _finding(view: View, pair: Pair) -> Finding:
    places = ((pair.start, pair.marks[0]), (pair.end, pair.marks[1]))
    fixes = tuple(Fix(at, at + 1, mark) for at, mark in places if view.text[at] != mark)
    args: dict[str, str | int] = {"opening": pair.marks[0], "closing": pair.marks[1]}
    return Finding(pair.start, pair.end + 1, args, fixes=fixes)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[“”‘’\"']")


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(f"[{HAN}，。；：？！、《》（）]")
