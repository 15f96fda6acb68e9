"""第十四届……第三次会议: what is held once a year counts on, what is not is asked about."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.punctuation import is_open
from drafter.recover.rollover.hits import Hit, like, number
from drafter.recover.rollover.marks import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.rollover.frame import Frame

NEAR = 200
SESSIONS = 5
"""How many a congress of the people holds in its five years."""


def find(words: str, frame: Frame) -> Iterator[Hit]:
    """Every 届 and every numbered meeting that a text names."""
    for match in _ordinals().finditer(words):
        if is_open(words[max(0, match.start() - NEAR) : match.start()], "《“〈‘"):
            yield Hit(match.start(), match.end(), why="quoted")
        elif words.startswith("以来", match.end()):
            yield Hit(match.start(), match.end(), why="history")
        elif match["session"]:
            yield from _session(match, frame)
        elif match["event"]:
            yield _event(match, frame)
        elif match["meeting"]:
            yield _counted(match, "meeting", frame)
        else:
            yield Hit(match.start(), match.end(), why="term")


def _session(match: re.Match[str], frame: Frame) -> Iterator[Hit]:
    """The third session of the fourteenth congress: the fourth, and after the fifth the first of the fifteenth."""
    terms, held = divmod(number(match["session"]) + frame.distance - 1, SESSIONS)
    of_five_years = any(name in match["body"] for name in said()["terms"]["congresses"])
    if terms and of_five_years:
        yield Hit(*match.span("of"), like(match["of"], number(match["of"]) + terms))
        yield Hit(*match.span("session"), like(match["session"], held + 1))
    else:
        yield _counted(match, "session", frame)


def _event(match: re.Match[str], frame: Frame) -> Hit:
    """第八届读书节; what has members has a term of years."""
    lists, name = said()["terms"], match["name"]
    lasting = any(each in name for each in (*lists["bodies"], *lists["rare"]))
    if lasting or not any(each in name for each in lists["yearly"]):
        return Hit(match.start(), match.end(), why="term")
    return _counted(match, "event", frame)


def _counted(match: re.Match[str], group: str, frame: Frame) -> Hit:
    return Hit(*match.span(group), like(match[group], number(match[group]) + frame.distance))


@cache
def _ordinals() -> re.Pattern[str]:
    count = "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})"
    plain = "[^，。；：、！？“”《》（）0-9第\n]"
    meeting = f"次{plain}{{0,10}}?(?:会议|大会|全会|年会|例会)"
    name = f"(?:[“《][^“”《》\n]{{1,24}}[”》])?{plain}{{1,12}}"
    return re.compile(
        f"第?(?P<of>{count})届(?P<body>{plain}{{0,16}}?)第?(?P<session>{count}){meeting}"
        f"|{count}届{count}中全会|首届|第(?P<event>{count})届(?P<name>{name})|第{count}届"
        f"|第(?P<meeting>{count}){meeting}|第(?:[0-9]+|[二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)次"
    )
