"""Dashes that are too short, too long, or made of characters that only look like one."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.language.width import is_han
from drafter.language.words import words
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

DASH = "——"
LONGEST = 6
"""A longer row draws a line."""
CONTEXT = 4
_BESIDE = "“”‘’《》（），。；：！？、"


def find(view: View) -> Iterator[Finding]:
    """Rows of dashes and single ones, except where a paragraph has no words: a drawn line, or a page number."""
    for index, group in groupby(_rows().finditer(view.prose), lambda match: view.paragraph(match.start()).index):
        paragraph = view.paragraphs[index]
        if _words().search(view.text, paragraph.start, paragraph.end):
            yield from (found for match in group for found in _found(view, match))
    yield from (Finding(*match.span("ones")) for match in _ones().finditer(view.prose))


def _found(view: View, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span()
    if match[0] != DASH:
        yield from _single(view, start) if end - start == 1 else _row(view, start, end)


def _row(view: View, start: int, end: int) -> Iterator[Finding]:
    before, after = view.prose[max(0, start - 1) : start], view.prose[end : end + 1]
    if end - start > LONGEST or not (_joins(before) and (_joins(after) or after.isdecimal())):
        return
    yield Finding(start, end, fixes=(Fix(start, end, DASH),))


def _joins(char: str) -> bool:
    """Whether a dash may stand beside it: Han, a full-width mark, or the end of a line."""
    return char in ("", "\n", "\v", *_BESIDE) or is_han(char)


def _single(view: View, at: int) -> Iterator[Finding]:
    before, after = view.prose[max(0, at - 1) : at], view.prose[at + 1 : at + 2]
    if view.text[at] == "-" or not (is_han(after) or after in tuple("“《") or (after.isdecimal() and before == "\n")):
        return
    if before in ("", "\n"):
        yield Finding(at, at + 1, fixes=(Fix(at, at + 1, DASH),))
    elif is_han(before) or before in tuple("”》"):
        yield from _between(view, at)


def _between(view: View, at: int) -> Iterator[Finding]:
    """A single dash is sure to be half of one where the document has the same words with a whole one."""
    if _company(view.text, at, at + 1) in view.once(_dashes):
        yield Finding(at, at + 1, fixes=(Fix(at, at + 1, DASH),))
    elif view.text[at] != "—":
        yield Finding(at, at + 1, says="look_alike", severity=Severity.HINT)
    elif _clause_follows(view.text, at):
        yield Finding(at, at + 1, says="clauses", severity=Severity.HINT)


def _clause_follows(text: str, at: int) -> bool:
    """Whether at least four Han go before and a word that only begins a clause comes after."""
    left = text[max(0, at - CONTEXT) : at]
    return len(left) == CONTEXT and all(map(is_han, left)) and bool(_begins().match(text, at + 1))


def _dashes(view: View) -> frozenset[tuple[str, str]]:
    """What stands before and after each dash of the document."""
    return frozenset(_company(view.text, *match.span()) for match in _dash().finditer(view.text))


def _company(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


@cache
def _rows() -> re.Pattern[str]:
    return re.compile("[-—─━―–－ー]++")


@cache
def _ones() -> re.Pattern[str]:
    """新起点一一在全市文化工作会议上的讲话: two 一 that a scanner, or a hurried hand, made of a dash."""
    return re.compile(r"(?<=[\u4e00-\u9fff”》])(?P<ones>一一)(?=在[^，。；\n]{2,40}上的(?:讲话|发言|致辞|报告))")


@cache
def _dash() -> re.Pattern[str]:
    return re.compile("(?<!—)——(?!—)")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\s\d—─━―–－ー|+=*_·.-]")


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(words("clause_openings")))
