"""Five-year plans: which one a year belongs to, opens and closes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.spans import MASK
from drafter.language.five_year import NUMERAL, plan, plan_of
from drafter.language.punctuation import is_open
from drafter.recover.rollover.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.language.five_year import Plan
    from drafter.recover.rollover.frame import Frame

NEAR = 200
CLAUSE = 24
OPENS, CLOSES = "开局", "收官"


def find(words: str, frame: Frame) -> Iterator[Hit]:
    """Every five-year plan that a text names and that may be another's in the new year."""
    for match in _named().finditer(words):
        if is_open(words[max(0, match.start() - NEAR) : match.start()], "《〈"):
            yield Hit(match.start("name"), match.end("name"), why="quoted")
        elif match["cue"]:
            yield from _opening_or_closing(match, words, frame)
        else:
            yield from _running(match, words, frame)


def _opening_or_closing(match: re.Match[str], words: str, frame: Frame) -> Iterator[Hit]:
    """“十四五”收官之年 is “十五五”开局之年 a year later; a year that is neither takes other words."""
    named = plan(match["numeral"])
    year = (named.first if match["cue"] != CLOSES else named.last) + frame.distance
    now = plan_of(year)
    cue = OPENS if year == now.first else CLOSES if year == now.last else ""
    if cue and MASK not in match[0] and abs(year - frame.distance - frame.last) <= 1:
        between = words[match.end("name") : match.start("cue")]
        yield Hit(match.start(), match.end("cue"), f"“{now.name}{between}{cue}")
    else:
        yield Hit(_clause(words, match.start()), match.end(), why="period")


def _running(match: re.Match[str], words: str, frame: Frame) -> Iterator[Hit]:
    """A plan that was the paper's own and is over, its span of years with it."""
    named, now = plan(match["numeral"]), plan_of(frame.year)
    if named != plan_of(frame.last) or named == now:
        return
    if words.endswith(("自", "从"), 0, match.start()) or words.startswith(("以来", "累计"), match.end()):
        yield Hit(match.start(), match.end(), why="period")
        return
    yield Hit(match.start("name"), match.end("name"), now.name)
    if match["from"]:
        yield from _span(match, now)


def _span(match: re.Match[str], now: Plan) -> Iterator[Hit]:
    yield Hit(match.start("from"), match.end("from"), str(now.first))
    yield Hit(match.start("to"), match.end("to"), str(now.last))


def _clause(words: str, at: int) -> int:
    """Where the clause begins in which a plan stands, so that the year it is said of stays too."""
    return max(at - CLAUSE, *(words.rfind(mark, 0, at) + 1 for mark in "。；！？，\n"))


@cache
def _named() -> re.Pattern[str]:
    quoted = f"“(?P<name>(?P<numeral>{NUMERAL})五)”(?!普法)"
    span = "(?:（(?P<from>[12][0-9]{3})年?[—～-]{1,2}(?P<to>[12][0-9]{3})年?）)"
    words = f"[^。；，、“”0-9{MASK}]{{0,10}}?"
    cue = f"{words}(?:{MASK}{{1,60}}{words})?(?P<cue>开局|起步|开篇|收官)(?:之年|年|的一年)?"
    of = "(?:时期|期间|规划|计划)?"
    return re.compile(f"{quoted}{of}(?:{span}|{cue})?")
