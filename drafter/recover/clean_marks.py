"""Repairs characters where what they were is certain: glosses, private fonts, destroyed quotes, widths."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from drafter.check.lost_titles import lost_titles
from drafter.check.rules.punctuation.d105_damaged_quotes import find as damaged_quotes
from drafter.check.rules.words.d410_broken_characters import HIDDEN
from drafter.check.spans import Spans
from drafter.language.glosses import gloss, torn_gloss
from drafter.language.width import NARROW, WIDE_MARKS, too_narrow
from drafter.recover.model import Change
from drafter.recover.shown import view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from drafter.check.view import View
    from drafter.recover.model import Old, Part

EACH_TOLD = ("recover.title-restored", "recover.bookmark-removed")


class Swap(msgspec.Struct, frozen=True):
    """The characters ``start`` to ``end`` of a view's text become ``new``; ``why`` "" for a mere blank."""

    start: int
    end: int
    new: str
    why: str


def run(old: Old) -> Old:
    """The document with its characters repaired, what stood in their place removed first."""
    return _widened(_restored(_rid(old)))


def _rid(old: Old) -> Old:
    """Without what nobody wrote: bookmarks, glosses, hidden characters."""
    return _swapped(old, lambda view: [*_removed(view.text), *_of_fonts(view.text)])


def _restored(old: Old) -> Old:
    """With the quotes and title marks that a conversion destroyed."""
    return _swapped(old, lambda view: [*_quotes(view), *_titles(view)])


def _widened(old: Old) -> Old:
    """With every mark, digit, letter and blank in its proper width."""
    return _swapped(old, lambda view: [*_marks(view), *_narrowed(view.text)])


def _removed(text: str) -> Iterator[Swap]:
    for why, pattern in _needless():
        yield from (Swap(*match.span(), "", why) for match in pattern.finditer(text))


def _of_fonts(text: str) -> Iterator[Swap]:
    known = _private_use()
    for match in re.finditer("[\ue000-\uf8ff]", text):
        if match[0] in known:
            yield Swap(*match.span(), known[match[0]], "recover.private-use")


def _quotes(view: View) -> Iterator[Swap]:
    for finding in damaged_quotes(view):
        yield from (Swap(fix.start, fix.end, fix.new, "recover.quote-restored") for fix in finding.fixes)


def _titles(view: View) -> Iterator[Swap]:
    for start, end in view.once(lost_titles).spans:
        yield Swap(start, end, f"《{view.text[start + 1 : end - 1]}》", "recover.title-restored")


def _marks(view: View) -> Iterator[Swap]:
    damaged = Spans(match.span() for match in torn_gloss().finditer(view.text))
    for at in too_narrow(view.text):
        if not (view.protected.touches(at, at + 1) or damaged.touches(at, at + 1)):
            yield Swap(at, at + 1, view.text[at].translate(WIDE_MARKS), "recover.width")


def _narrowed(text: str) -> Iterator[Swap]:
    for match in _wide().finditer(text):
        new = match[0].translate(NARROW)
        yield Swap(*match.span(), new, "recover.width" if new.strip() else "")


def _swapped(old: Old, find: Callable[[View], Iterable[Swap]]) -> Old:
    view = view_of(old.parts)
    swaps = _apart(find(view))
    parts = tuple(_mended(old.parts, view, swaps))
    return replace(old, parts=parts, changes=(*old.changes, *_told(view, swaps)))


def _apart(swaps: Iterable[Swap]) -> list[Swap]:
    """Those that do not overlap, in order; the first and longest win."""
    found: list[Swap] = []
    for swap in sorted(swaps, key=lambda swap: (swap.start, -swap.end)):
        if not found or swap.start >= found[-1].end:
            found.append(swap)
    return found


def _mended(parts: Sequence[Part], view: View, swaps: Sequence[Swap]) -> Iterator[Part]:
    at = 0
    for part, paragraph in zip(parts, view.paragraphs, strict=True):
        pieces, start = [], paragraph.start
        while at < len(swaps) and swaps[at].start < paragraph.end:
            pieces += [view.text[start : swaps[at].start], swaps[at].new]
            start, at = swaps[at].end, at + 1
        yield replace(part, text="".join([*pieces, view.text[start : paragraph.end]])) if pieces else part


def _told(view: View, swaps: Sequence[Swap]) -> Iterator[Change]:
    """A change for each, or one for all of a line that are alike."""
    for why in dict.fromkeys(swap.why for swap in swaps if swap.why):
        alike = [swap for swap in swaps if swap.why == why]
        lines = groupby(alike, key=lambda swap: _line(view, swap.start))
        groups = [[swap] for swap in alike] if why in EACH_TOLD else [list(group) for _, group in lines]
        for group in groups:
            before = "".join([view.text[swap.start : swap.end] for swap in group])
            yield Change(before, "".join([swap.new for swap in group]), _line(view, group[0].start), why)


def _line(view: View, at: int) -> int:
    return view.place(at, at + 1).line


@cache
def _needless() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("recover.bookmark-removed", re.compile(r"\[(?:bookmark|书签)[:：][^\]\n]*\]")),
        ("recover.gloss-removed", gloss()),
        ("recover.hidden-removed", re.compile(HIDDEN)),
    )


@cache
def _wide() -> re.Pattern[str]:
    """Characters of one kind side by side, so that a blank is never told with a digit."""
    blanks = "".join(map(chr, (code for code, new in NARROW.items() if new == ord(" "))))
    others = "".join(map(chr, (code for code, new in NARROW.items() if new != ord(" "))))
    return re.compile(f"[{blanks}]+|[{others}]+")


@cache
def _private_use() -> dict[str, str]:
    """What certain private-use characters are: ``data/private_use.txt``."""
    lines = (Path(__file__).parent / "data" / "private_use.txt").read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].split() for line in lines)
    return {chr(int(entry[0], 16)): "".join(chr(int(code, 16)) for code in entry[1:]) for entry in entries if entry}
