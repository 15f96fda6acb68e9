"""Drops what a printed page had at its top or foot and every page repeats: page numbers, and the line beside them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import LONGEST_TITLE, SHORTEST_TITLE
from drafter.check.lines import stops_short
from drafter.language.numbering import parse
from drafter.language.punctuation import ends_sentence
from drafter.language.width import HAN
from drafter.recover.dropping import bare, without
from drafter.recover.lists import pattern
from drafter.recover.model import Dropped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Old

_FEWEST = 2
_PAGES = 3


def run(old: Old) -> Old:
    """The document without them."""
    lines = ["" if part.cell or part.label else bare(part) for part in old.parts]
    numbers = _numbers(["" if part.cell else bare(part) for part in old.parts])
    reasons = dict.fromkeys(_headers(lines, numbers), "recover.page-header")
    reasons |= dict.fromkeys(numbers, "recover.page-number")
    return _last_number(without(old, reasons))


def _numbers(lines: Sequence[str]) -> set[int]:
    gone = {at for at, line in enumerate(lines) if pattern("clean", "number.line").fullmatch(line)}
    counted = {int("".join(re.findall("[0-9]", lines[at]))[:3]) for at in gone}
    bare_ones = {at: int(line) for at, line in enumerate(lines) if _is_bare(line) and _cuts(lines, at)}
    counted.update(bare_ones.values())
    gone.update(at for at, number in bare_ones.items() if counted & {number - 1, number + 1})
    return gone


def _is_bare(line: str) -> bool:
    return pattern("clean", "number.bare").fullmatch(line) is not None


def _cuts(lines: Sequence[str], at: int) -> bool:
    """Whether a bare number stands in the middle of a sentence; a page's is one of several."""
    before, after = "".join(lines[max(0, at - 1) : at]), "".join(lines[at + 1 : at + 2])
    long = len(before) > LONGEST_TITLE // 2
    return long and stops_short(before) and bool(re.match(f"[{HAN}，。、；]", after)) and "。" in after


def _headers(lines: Sequence[str], numbers: set[int]) -> Iterator[int]:
    """A line that stands beside one page number and another; or that opens the document and comes on every page."""
    filled = [at for at, line in enumerate(lines) if line]
    beside = {pair for one, other in pairwise(filled) for pair in ((one, other), (other, one))}
    near = {at for at, number in beside if number in numbers and at not in numbers and _may_be(lines[at])}
    often = Counter(lines[at] for at in near)
    pages = Counter(lines)
    first = lines[filled[0]] if filled and _may_be(lines[filled[0]]) and pages[lines[filled[0]]] >= _PAGES else None
    yield from (at for at in near if often[lines[at]] >= _FEWEST)
    yield from (at for at in filled[1:] if lines[at] == first and at - filled[0] > 1)


def _may_be(line: str) -> bool:
    return SHORTEST_TITLE <= len(line) <= LONGEST_TITLE and not ends_sentence(line) and not parse(line)


def _last_number(old: Old) -> Old:
    """A number behind the last sentence, a blank before it."""
    for at in range(len(old.parts) - 1, -1, -1):
        part = old.parts[at]
        match = None if part.cell else pattern("clean", "number.behind").search(part.text)
        if match:
            parts = (*old.parts[:at], replace(part, text=part.text[: match.start()]), *old.parts[at + 1 :])
            gone = Dropped(match["number"], part.line, "recover.page-number")
            return replace(old, parts=parts, dropped=(*old.dropped, gone))
        if ends_sentence(part.text):
            break
    return old
