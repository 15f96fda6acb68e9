"""、 between titles or quotations side by side."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """One finding for each row, at its first 、; none where its last member has a note or others follow."""
    for match in _rows().finditer(view.normal):
        at = match.end("first")
        if view.normal[match.end() : match.end() + 1] not in tuple("（、") and not view.protected.touches(at, at + 1):
            yield Finding(at, at + 1)


@cache
def _rows() -> re.Pattern[str]:
    title, quotation = "《[^《》\n]*+》", "“[^“”\n]*+”"
    return re.compile(f"(?:(?P<first>》|”)(?:、(?:(?<=》、){title}|(?<=”、){quotation}))++)")
