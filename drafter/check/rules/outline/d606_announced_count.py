"""D606: an announced number of points that is not the number of points."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.typed import typed
from drafter.language.announcing import counted, is_set_phrase
from drafter.language.numerals import parse_han
from drafter.language.words import words
from drafter.outline import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import At
    from drafter.check.typed import Said
    from drafter.check.view import View
    from drafter.outline.model import Node

FEWEST = 2
HAN_DIGITS = frozenset("两二三四五六七八九十")


def find(view: View) -> Iterator[At]:
    """Each count at the end of a lead, or that makes up a title, above points that are more or fewer."""
    written = view.once(typed)
    for index, said in enumerate(written.said):
        if said.node and said.node.points and _leads(said) and _counts_something(line := written.line(index)):
            match = _match(said, line)
            told = parse_han(match["count"]) if match else None
            counts = _counts(said.node)
            if match and told and min(counts) >= FEWEST and told not in counts:
                start, end = (written.starts[index] + at for at in (match.start("count"), match.end("thing")))
                yield written.at(start, end, count=told, points=max(counts))


def _counts_something(line: str) -> bool:
    """Whether a numeral in Han may stand before a measure word; few titles and leads need a closer look."""
    return any(char in HAN_DIGITS and line[at + 1 : at + 2] in _measures() for at, char in enumerate(line))


def _match(said: Said, line: str) -> re.Match[str] | None:
    """What announces a count in a lead or title: 两个维护 announces none."""
    match = (_title() if said.kind == "heading" else _lead()).search(line)
    return None if match and is_set_phrase(line, match.start("count")) else match


def _leads(said: Said) -> bool:
    """Whether a text stands right before the points of its node: the last of its text and lead, or its title."""
    before = (*said.node.text, *said.node.lead) if said.node else ()
    return said.kind == "heading" or bool(before and said.text is before[-1])


def _counts(node: Node) -> set[int]:
    """How many numbered points a node has, in any paper."""
    papers = ["", *(name.en for name in names.tables()["papers"])] if _is_narrowed(node.points) else [""]
    return {_count(node.points, paper) for paper in papers}


def _is_narrowed(points: tuple[Node, ...]) -> bool:
    return any(point.papers or (not point.titles and _is_narrowed(point.points)) for point in points)


def _count(points: tuple[Node, ...], paper: str) -> int:
    here = [point for point in points if not paper or not point.papers or paper in point.papers]
    return sum(1 if point.titles else _count(point.points, paper) for point in here)


@cache
def _measures() -> frozenset[str]:
    """What measure words begin with."""
    return frozenset(word[0] for word in words("announcing_measures"))


@cache
def _lead() -> re.Pattern[str]:
    """A count in the last clause of a lead, with nothing behind the thing counted."""
    return re.compile(rf"{counted()}(?P<thing>[^，。；：！？、\n]{{0,8}})[”’]?(?:问题|工作)?[：。]?\s*$")


@cache
def _title() -> re.Pattern[str]:
    """A title that is a count and what is counted, and hardly more: 五个注重, 抓好六项重点任务."""
    return re.compile(rf"^[^，。；：！？、\n]{{0,4}}{counted()}(?P<thing>[^，。；：！？、\n]{{1,6}})[”’]?\s*$")
