"""Quotation marks, title marks and brackets that do not close each other within a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.check.finding import Finding
from drafter.language.punctuation import OPENING, PAIRS
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

MOST = 5
"""Findings in one paragraph: behind so many, what closes what is guesswork."""
_DAMAGED = str.maketrans("〝〞〟", "“””")  # D105's; they still pair
INNER = {"“": "‘", "《": "〈"}
NEAR = 5
"""Lines over which a quotation or bracket may go on."""


class Mark(msgspec.Struct, frozen=True):
    """A mark that pairs, and where it stands in the view's text."""

    at: int
    char: str


class Pairing:
    """What is open, what was given up because an outer pair closed over it, and what was found wrong."""

    def __init__(self) -> None:
        self.open: list[Mark] = []
        self.count: Counter[str] = Counter()
        self.given_up: dict[str, list[Mark]] = {}
        self.stray: list[Mark] = []
        self.found: list[Finding] = []

    def take(self, mark: Mark) -> None:
        """The next mark of the paragraph."""
        if mark.char in PAIRS:
            self.open.append(mark)
            self.count[mark.char] += 1
        elif self.count[OPENING[mark.char]]:
            self._close(OPENING[mark.char])
        elif self.given_up.get(OPENING[mark.char]):
            self.given_up[OPENING[mark.char]].pop()
            self.found.append(_finding(mark, "crossed", OPENING[mark.char]))
        else:
            self.stray.append(mark)

    def left(self) -> list[Mark]:
        """What has no partner, in order."""
        given_up = (mark for marks in self.given_up.values() for mark in marks)
        return sorted((*self.open, *given_up, *self.stray), key=lambda mark: mark.at)

    def _close(self, char: str) -> None:
        while (opening := self._pop()).char != char:
            self.given_up.setdefault(opening.char, []).append(opening)
        if char == "‘" and not self.count["“"]:
            self.found.append(_finding(opening, "outermost", "“", Severity.WARNING))
        elif char in INNER and self.open and self.open[-1].char == char:
            self.found.append(_finding(opening, "nested", INNER[char], Severity.WARNING))

    def _pop(self) -> Mark:
        mark = self.open.pop()
        self.count[mark.char] -= 1
        return mark


def find(view: View) -> Iterator[Finding]:
    """Paragraph by paragraph; a quotation that the next paragraph takes up with “ may stay open."""
    paired = [_paired(view, paragraph) for paragraph in view.paragraphs]
    left = [pairing.left() for pairing in paired]
    for index, pairing in enumerate(paired):
        across = list(_across(left, index))
        if len(left[index]) == 1 and left[index][0].char == "“" and _taken_up(view, index):
            left[index] = []
        unpaired = list(_unpaired(left[index]))
        sure = (each for each in pairing.found if not unpaired or each.says != "nested")
        found = [*sure, *across, *unpaired]
        yield from sorted(found, key=lambda each: each.start)[:MOST]


def _paired(view: View, paragraph: Paragraph) -> Pairing:
    pairing = Pairing()
    for mark in _marks(view, paragraph):
        pairing.take(mark)
    return pairing


def _across(left: list[list[Mark]], index: int) -> Iterator[Finding]:
    """A bracket that closes a few lines on, where a page was copied line by line; both are taken from ``left``."""
    if not left[index] or left[index][-1].char not in "（【〔":
        return
    opening = left[index][-1]
    for following in left[index + 1 : index + 1 + NEAR]:
        if following and following[0].char == PAIRS[opening.char]:
            left[index].pop()
            following.pop(0)
            yield _finding(opening, "across", PAIRS[opening.char], Severity.HINT)
            return


def _marks(view: View, paragraph: Paragraph) -> Iterator[Mark]:
    for match in _pairing_marks().finditer(view.normal, paragraph.start, paragraph.end):
        mark = Mark(match.start(), match[0].translate(_DAMAGED))
        if not view.protected.touches(mark.at, mark.at + 1) and not _is_label(view.normal, mark, paragraph.start):
            yield mark


def _is_label(text: str, mark: Mark, start: int) -> bool:
    """1） and 一） at the start of a line or clause; ’ behind a Latin letter or a digit."""
    if mark.char == "’":
        return bool(_apostrophe().search(text, max(start, mark.at - 1), mark.at))
    return mark.char == "）" and bool(_label().search(text[max(0, mark.at - 5) : mark.at]))


def _unpaired(left: list[Mark]) -> Iterator[Finding]:
    """One finding for each that is left; a row of the same mark is one slip."""
    before = ""
    for mark in left:
        if mark.char != before:
            yield _finding(mark, "says", PAIRS.get(mark.char) or OPENING[mark.char])
        before = mark.char


def _finding(mark: Mark, says: str, other: str, severity: Severity | None = None) -> Finding:
    return Finding(mark.at, mark.at + 1, {"other": other}, says, severity)


def _taken_up(view: View, index: int) -> bool:
    """Whether the next paragraph that is not blank opens with “."""
    texts = (view.words(paragraph).strip() for paragraph in view.paragraphs[index + 1 : index + 1 + NEAR])
    return next(filter(None, texts), "")[:1] in ("“", "〝")


@cache
def _pairing_marks() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, (*PAIRS, *OPENING)))}〝〞〟]")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[\s，。；：、！？])(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])\Z")


@cache
def _apostrophe() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9]\Z")
