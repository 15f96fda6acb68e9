"""N周年: one more year on, where it fell in the year of the paper."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.dates import find_anniversaries
from drafter.language.founded import event, events, is_own
from drafter.language.punctuation import is_open
from drafter.recover.rollover.hits import Hit, like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.rollover.frame import Frame

NEAR = 40
PLAY = 1


def find(words: str, frame: Frame) -> Iterator[Hit]:
    """Every anniversary that a text names."""
    for each in find_anniversaries(words):
        before = words[max(0, each.start - NEAR) : each.start]
        written = words[each.start : each.end].rstrip("周年")
        falls = _founded(before, frame) + each.count
        if is_open(before, "《“〈‘"):
            yield Hit(each.start, each.end, why="quoted")
        elif abs(falls - frame.last) <= PLAY or _marked().search(before.replace(str(frame.last), "今")):
            yield Hit(each.start, each.start + len(written), like(written, each.count + frame.distance))
        else:
            yield Hit(each.start, each.end, why="anniversary")


@cache
def _marked() -> re.Pattern[str]:
    """What says before an anniversary that it falls in the year of the paper: 今年是…，也是…."""
    return re.compile("今年(?:既|正)?(?:是|逢|值|迎来|恰逢|正值|适逢|喜迎)[^。！？\n]*$")


def _founded(before: str, frame: Frame) -> int:
    """The year an anniversary counts from, 0 where nobody says."""
    name = event(before)
    if not name:
        return 0
    organization = frame.outline.organization
    names = tuple(str(each) for each in (organization.name, organization.abbr, organization.self) if each)
    own = organization.founded if is_own(before.removesuffix("的").removesuffix(name), names) else 0
    return events()[name] or (own if isinstance(own, int) else 0)
