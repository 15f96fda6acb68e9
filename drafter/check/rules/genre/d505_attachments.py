"""Finds that attachments, their list under the body, and references to them do not agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.attachments import Attached, attached
from drafter.check.finding import Finding
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

REFERENCE = re.compile(r"(?:见|详见|按|按照|参见|填写|附上|（)\s?(?P<what>附件\s?(?P<number>\d{1,2}))(?![\d：])")


def find(view: View) -> Iterator[Finding]:
    """References that lead nowhere; then what is listed and not there, there and not listed, or titled otherwise."""
    if view.outline:
        return
    known = view.once(attached)
    numbers = {each.number for each in (*known.listed, *known.there)}
    for match in REFERENCE.finditer(view.normal):
        if int(match["number"]) not in numbers:
            yield Finding(*match.span("what"), says="missing")
    if known.there:
        yield from _compared(known)


def _compared(known: Attached) -> Iterator[Finding]:
    listed = {each.number: each for each in known.listed}
    there = {each.number: each for each in known.there}
    for number in sorted(listed.keys() - there.keys()):
        yield Finding(listed[number].start, listed[number].end, says="absent")
    for number in sorted(there.keys() - listed.keys()):
        yield Finding(there[number].start, there[number].end, says="unlisted", severity=Severity.WARNING)
    for number in sorted(listed.keys() & there.keys()):
        one, other = listed[number], there[number]
        if one.title and other.title and one.title != other.title:
            yield Finding(other.title_start, other.title_end, {"listed": one.title}, "titled")
