"""D606: an announced number of points that is not the number of points."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.typed import typed
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
MEASURES = frozenset("个项条点种类大件步招组场篇方")


def find(view: View) -> Iterator[At]:
    """Each count at the end of a lead, or that makes up a title, above points that are more or fewer."""
    written = view.once(typed)
    for index, said in enumerate(written.said):
        if said.node and said.node.points and _leads(said) and _counts_something(line := written.line(index)):
            match = (_title() if said.kind == "heading" else _lead()).search(line)
            told = parse_han(match["count"]) if match else None
            counts = _counts(said.node)
            if match and told and min(counts) >= FEWEST and told not in counts and not _is_set(line, match):
                start = written.starts[index]
                yield written.at(
                    start + match.start("count"), start + match.end("thing"), count=told, points=max(counts)
                )


def _counts_something(line: str) -> bool:
    """Whether a numeral in Han may stand before a measure word; few titles and leads need a closer look."""
    return any(char in HAN_DIGITS and line[at + 1 : at + 2] in MEASURES for at, char in enumerate(line))


def _leads(said: Said) -> bool:
    """Whether a text stands right before the points of its node: the last of its text and lead, or its title."""
    before = (*said.node.text, *said.node.lead) if said.node else ()
    return said.kind == "heading" or bool(before and said.text is before[-1])


def _is_set(line: str, match: re.Match[str]) -> bool:
    """Whether the count is that of a set phrase: 两个维护, 四个意识."""
    return line.startswith(words("set_phrases"), match.start("count"))


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
def _lead() -> re.Pattern[str]:
    """A count in the last clause of a lead, with nothing behind the thing counted."""
    return re.compile(rf"{_count_of()}[^，。；：！？、\n]{{0,8}})[”’]?(?:问题|工作)?[：。]?\s*$")


@cache
def _title() -> re.Pattern[str]:
    """A title that is a count and what is counted, and hardly more: 五个注重, 抓好六项重点任务."""
    return re.compile(rf"^[^，。；：！？、\n]{{0,4}}{_count_of()}[^，。；：！？、\n]{{1,6}})[”’]?\s*$")


def _count_of() -> str:
    measures = "|".join(("方面", *words("announcing_measures")))
    no_other = "(?<![第一二三四五六七八九十百几数这那其前])(?<!以上)(?<!上述)"
    return rf"{no_other}(?P<count>[两二三四五六七八九十]{{1,3}})(?P<thing>(?:{measures})"
