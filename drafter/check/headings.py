"""The headings of a document or outline and the depth of each, found from how its labels nest.

Not every label heads something: ``labelled`` has the items of lists too. A table of contents is in neither.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from drafter.check.contents import contents
from drafter.check.nesting import Nesting
from drafter.language.numbering import UPPER, UPPER_LABEL, Label, parse
from drafter.language.punctuation import END_MARKS, first_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

LONGEST = 120
_LONGEST_HEADING = 80
_LONGEST_LOWER = 50


class Heading(msgspec.Struct, frozen=True):
    """A heading, or another line with a label: the characters ``start`` to ``end`` of a view's text.

    A typed label belongs to it, and so does ``end_mark``: the 。！？… or ； it closes with, "" for none. ``level``
    counts from 1. Where ``automatic``, the program that wrote the file prints the label and no text holds it.
    ``run_in`` says that text follows on the same line.
    """

    paragraph: int
    level: int
    label: Label | None
    start: int
    end: int
    run_in: bool
    end_mark: str
    automatic: bool = False

    @property
    def words(self) -> int:
        """Where its words begin, behind a typed label."""
        return self.start + (self.label.length if self.label and not self.automatic else 0)


def headings(view: View) -> tuple[Heading, ...]:
    """Whatever heads something, in order; to be asked through ``view.once``."""
    marked = view.once(labelled)
    found: list[Heading] = []
    listed = False
    for each, following in zip_longest(marked, marked[1:]):
        goes_on = following is not None and _adjoin(each, following, view)
        item = _is_item(each, listed or goes_on, view)
        if not item:
            found.append(each)
        listed = item and goes_on
    return tuple(found)


def labelled(view: View) -> tuple[Heading, ...]:
    """Whatever begins a line with a label or has the style of a heading, outside tables and the table of contents."""
    skipped, nesting = view.once(contents), Nesting()
    shown = (each for each in view.paragraphs if each.index not in skipped and not each.source.cell)
    return tuple(heading for paragraph in shown for heading in _of_paragraph(paragraph, view, nesting))


def _of_paragraph(paragraph: Paragraph, view: View, nesting: Nesting) -> Iterator[Heading]:
    """A paragraph is a line, or several where it has breaks or an old text was run together (…。 二、…)."""
    text, source = view.words(paragraph), paragraph.source
    printed = parse(source.label + " ") if source.label else None
    starts = [0, *(match.end() for match in _line_start().finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line = text[start:end].strip()
        at = paragraph.start + start + len(text[start:end]) - len(text[start:end].lstrip())
        automatic = printed if not start else None
        label = automatic or _typed(view, at, len(line))
        said = source.level if not start else 0
        if line and (label or said):
            level = _level(nesting, label, said)
            yield _heading(paragraph.index, level, label, at, line, automatic is not None)


def _typed(view: View, start: int, length: int) -> Label | None:
    return None if view.opaque.touches(start, start) else parse(view.text[start : start + length])


def _level(nesting: Nesting, label: Label | None, said: int) -> int:
    if said or label is None:
        return nesting.styled(label.style if label else "", said)
    return nesting.labelled(label)


def _heading(paragraph: int, level: int, label: Label | None, start: int, line: str, automatic: bool) -> Heading:
    sentence = first_sentence(line[:LONGEST])
    mark = sentence[-1] if sentence[-1] in (*END_MARKS, "；") else ""
    return Heading(paragraph, level, label, start, start + len(sentence), len(sentence) < len(line), mark, automatic)


def _is_item(each: Heading, listed: bool, view: View) -> bool:
    """Whether it is one of a list, or a whole paragraph, and heads nothing."""
    if each.label is None or view.paragraphs[each.paragraph].source.level:
        return False
    heads = each.label.style in UPPER
    if each.end_mark == "；" or each.end - each.words > (_LONGEST_HEADING if heads else _LONGEST_LOWER):
        return True
    return listed and not each.run_in and (bool(each.end_mark) or not heads)


def _adjoin(each: Heading, following: Heading, view: View) -> bool:
    """Whether two labelled lines are siblings with nothing between them."""
    if not (each.label and following.label) or each.label.style != following.label.style:
        return False
    return following.label.number == each.label.number + 1 and not view.text[each.end : following.start].strip()


@cache
def _line_start() -> re.Pattern[str]:
    """A break, or blanks behind a sentence and before a label of the upper levels."""
    return re.compile(rf"\v|(?<=[。！？；])[ \u3000]+(?={UPPER_LABEL})")
