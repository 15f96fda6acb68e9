"""Two different marks where one belongs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.check.lost_titles import lost_titles
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """A pause before a stop, a stop before a pause, two stops; and 。 on both sides of a closing quotation mark."""
    for match in _mixed().finditer(view.normal):
        if view.protected.touches(*match.span()) or view.once(lost_titles).touches(*match.span()):
            continue
        if match["quoted"]:
            yield Finding(*match.span(), says="quoted", severity=Severity.HINT)
        else:
            yield Finding(*match.span(), fixes=_fixes(view, match))


def _fixes(view: View, match: re.Match[str]) -> tuple[Fix, ...]:
    """A pause before the 。 that ends a paragraph is sure to be too much."""
    ends = match.end() == view.paragraph(match.start()).end
    return (Fix(*match.span(), "。"),) if ends and len(match[0]) == 2 and match[0] in ("，。", "、。", "；。") else ()


@cache
def _mixed() -> re.Pattern[str]:
    """Rows of one mark alone are another rule's, and so is ？！."""
    marks = "，。、；：！？"
    return re.compile(
        rf"(?P<quoted>。”。)|(?<![{marks}])(?=([{marks}])\2*+[{marks}])(?![！？]++(?![，。、；：]))[{marks}]++"
    )
