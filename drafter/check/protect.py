"""What no fix may touch: stretches whose half-width marks are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROTECTED = re.compile(
    r"(?:https?|ftp|file)://[^\s\u4e00-\u9fff，。；：？！（）《》“”、]+"
    r"|www\.[^\s\u4e00-\u9fff，。；：？！（）《》“”、]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:[:.]\d+)+"
    r"|[A-Za-z][A-Za-z0-9/]*(?:[ -]?[0-9]+)+(?:[.:-]\d+)*"
    r"|[A-Za-z][A-Za-z0-9'’&,;:?!()./ -]*[A-Za-z0-9.)]",
    re.ASCII,
)


def protected(text: str) -> Iterator[tuple[int, int]]:
    """The spans of URLs, addresses, times, ratios, decimals, thousands groups, standards' names and Latin text."""
    return (match.span() for match in _PROTECTED.finditer(text))
