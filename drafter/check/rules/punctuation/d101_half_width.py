"""Half-width marks beside Han; a document or paragraph that is full of them is one finding."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from drafter.check.comma_labels import comma_labels
from drafter.check.finding import Finding, Fix
from drafter.check.headings import labelled
from drafter.check.lost_titles import lost_titles
from drafter.check.marks import as_one
from drafter.check.spans import Spans
from drafter.language.width import HAN, WIDE_MARKS, too_narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

FEWEST = 5
"""From so many on, a document that has no fewer of them than of full-width marks is half-width throughout."""
MANY = 4


def find(view: View) -> Iterator[Finding]:
    """Each mark, each paragraph with many, or the document. What is wrong with a single label is D201's."""
    found = view.once(marks)
    if is_throughout(view):
        yield as_one(found, "throughout", view)
        return
    labels = _bracketed_labels(view)
    loose = (each for each in found if view.text[each.start] not in "()" or not labels.touches(each.start, each.end))
    for _, group in groupby(loose, lambda each: view.paragraph(each.start).index):
        several = list(group)
        yield from [as_one(several, "paragraph", view)] if len(several) >= MANY else several


def _bracketed_labels(view: View) -> Spans:
    """Those that open with a bracket; 1) is a label of its own kind."""
    lines = () if view.outline else view.once(labelled)
    return Spans([(line.start, line.words) for line in lines if view.normal[line.start] == "（"])


def is_throughout(view: View) -> bool:
    """Whether a document is half-width altogether, which is one flaw."""
    found = view.once(marks)
    return len(found) >= FEWEST and len(found) >= len(_full_width().findall(view.text))


def marks(view: View) -> tuple[Finding, ...]:
    """Every half-width mark beside Han; to be asked through ``view.once``."""
    return tuple(_marks(view))


def _marks(view: View) -> Iterator[Finding]:
    damaged, labels = view.once(lost_titles), view.once(comma_labels)
    others = Spans([*view.protected.spans, *damaged.spans, *labels.spans])
    free = (at for at in too_narrow(view.text) if not others.touches(at, at + 1))
    for index, group in groupby(free, lambda at: view.paragraph(at).index):
        paragraph = view.paragraphs[index]
        words = view.text[paragraph.start : paragraph.end]
        glosses = {at for match in _gloss().finditer(words) for at in (match.start(), match.end() - 1)}
        narrow = [at for at in group if at - paragraph.start not in glosses]
        yield from () if _is_latin(words) else _paired(view.text, narrow)


def _paired(text: str, marks: list[int]) -> Iterator[Finding]:
    """A finding for each mark; two brackets with no other such mark between them are one."""
    done = -1
    for at, following in zip_longest(marks, marks[1:], fillvalue=-1):
        both = text[at] == "(" and text[following] == ")" and following > at
        if at > done:
            done = following if both else at
            fixes = tuple(_fix(text, each) for each in sorted({at, done}))
            yield Finding(at, done + 1, {"right": "".join(fix.new for fix in fixes)}, fixes=fixes)


def _fix(text: str, at: int) -> Fix:
    """A blank behind the mark goes with it: a full-width mark has its own."""
    blank = text[at] not in "()" and text[at + 1 : at + 2] == " " and bool(_wide().match(text, at + 2))
    return Fix(at, at + 1 + blank, text[at].translate(WIDE_MARKS))


def _is_latin(words: str) -> bool:
    """Whether a paragraph is Latin text with some Han in it."""
    return len(_latin().findall(words)) > len(_han().findall(words))


@cache
def _full_width() -> re.Pattern[str]:
    return re.compile("[，；：？！（）]")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{HAN}“‘《（【]")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile("[A-Za-z]{2,}+")


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


@cache
def _gloss() -> re.Pattern[str]:
    """學(xué): pinyin that a web page put behind a character, which is damage of another kind."""
    return re.compile("\\([a-z]{0,4}[\u00e0-\u00fc\u0101-\u016b\u01ce-\u01dc][a-z]{0,4}\\)")
