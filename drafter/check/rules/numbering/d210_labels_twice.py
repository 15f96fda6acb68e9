"""D210: a label typed twice, typed beside an automatic one, or with nothing behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.headings import labelled
from drafter.language.numbering import parse
from drafter.language.numerals import SMALL
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.headings import Heading
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Each line of a document that is so; what an outline's writer typed is D611's."""
    if view.outline is None:
        yield from (Finding(*match.span("both")) for match in _twice().finditer(view.normal))
        for line in view.once(labelled):
            yield from _automatic(line, view) if line.automatic else _empty(line)


def _automatic(line: Heading, view: View) -> Iterator[Finding]:
    """The label that was typed behind an automatic one of the same style."""
    typed = parse(view.text[line.start : line.end])
    if typed and line.label and typed.style == line.label.style:
        end = line.start + len(view.text[line.start : line.start + typed.length].rstrip())
        yield Finding(line.start, end, {"label": view.paragraphs[line.paragraph].source.label}, "automatic")


def _empty(line: Heading) -> Iterator[Finding]:
    if line.label and line.end == line.words:
        yield Finding(line.start, line.end, says="empty", severity=Severity.WARNING)


@cache
def _twice() -> re.Pattern[str]:
    """The same label twice at the start of a line; 一、一、二 and 1.1.2 are none."""
    label = rf"{SMALL}[、是要]|（{SMALL}）|（\d{{1,2}}）|\d{{1,2}}[、.]"
    return re.compile(rf"^[ \u3000]*(?P<both>(?P<label>{label}) ?(?P=label))(?!\d|{SMALL}、)", re.MULTILINE)
