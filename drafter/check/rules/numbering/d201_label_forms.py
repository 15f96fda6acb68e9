"""D201: labels that the standard writes otherwise: 1、 (一) （一）、 一. １． 1,"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.comma_labels import comma_labels
from drafter.check.enumerations import enumerations
from drafter.check.finding import Finding, Fix
from drafter.check.headings import labelled
from drafter.check.rules.punctuation.d101_half_width import is_throughout
from drafter.language.numbering import LEVELS, STYLES, label, parse
from drafter.language.width import WIDE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.numbering import Label


BRACKETED = ("paren", "paren-digit")
MARKS = tuple("、.．")


def find(view: View) -> Iterator[Finding]:
    """Each label of a document in another form; what an outline's writer typed is D611's."""
    if view.outline is None:
        narrow = is_throughout(view)
        for start in _starts(view):
            found = parse(view.text[start : view.paragraph(start).end])
            if found and not found.canonical:
                yield from _wrong(found, start, narrow, view)
        yield from _with_comma(view)


def _with_comma(view: View) -> Iterator[Finding]:
    for start, end in view.once(comma_labels).spans:
        number = view.text[start : end - 1]
        right = number + ("." if number.isdecimal() else "、")
        yield Finding(start, end, {"right": right}, fixes=(Fix(end - 1, end, right[-1]),))


def _starts(view: View) -> Iterator[int]:
    """Where labels stand: before lines, and 1、 in running text."""
    yield from (line.start for line in view.once(labelled) if line.label and not line.automatic)
    runs = (found.members for found in view.once(enumerations) if found.style == "digit")
    yield from (member.start for members in runs for member in members if not member.leads)


def _wrong(found: Label, start: int, narrow: bool, view: View) -> Iterator[Finding]:
    end = start + len(view.text[start : start + found.length].rstrip())
    while found.style in BRACKETED and view.text[end : end + 1] in MARKS:
        end += 1
    typed, following = view.text[start:end], view.text[end : end + 1]
    if found.style in ("shi", "yao"):
        args = {"right": label("digit", found.number), "han": label(found.style, found.number)}
        yield Finding(start, end, {**args}, "dotless")
    elif found.style in LEVELS and found.number <= STYLES[found.style].limit:
        right = label(found.style, found.number)
        excused = narrow and typed.translate(WIDE_MARKS) == right
        if not excused and not (typed[-1] == "、" and following.isdecimal()) and not _is_half_bracketed(typed):
            yield Finding(start, end, {"right": right}, fixes=(Fix(start, end, right),))


def _is_half_bracketed(typed: str) -> bool:
    """``1）`` is a label of its own kind."""
    return typed[-1] in "）)" and typed[0] not in "（(" and typed[:-1].isdecimal()
