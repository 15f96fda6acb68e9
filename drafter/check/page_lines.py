"""Lines that belong to the web page around a text: the patterns are ``data/web_lines.txt``."""

from __future__ import annotations

import re
from functools import cache

from drafter.check.lists import entries

LONGEST = 160
"""Characters of a line of navigation; sentences of a site's own terms are named in the list."""


def of_page(words: str) -> bool:
    """Whether a line, in its proper width and without blanks around it, is navigation, a counter or the like."""
    return 0 < len(words) <= LONGEST and _pattern().fullmatch(words) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(entries("web_lines")), re.IGNORECASE)
