"""What shows that part of a text is missing: a note in its place, a paragraph that begins with a stop."""

from __future__ import annotations

import re
from functools import cache

from drafter.check.lists import entries

LOST_HEAD = re.compile(r"[ \v]*([。，；！？、：]+)")
"""The stop that a paragraph begins with where its head is lost."""


@cache
def notes() -> re.Pattern[str]:
    """What a site left in the place of text it did not show: ``data/cut_short.txt``."""
    return re.compile("|".join(entries("cut_short")))
