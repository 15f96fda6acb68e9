"""D208: an announced number of points that is not the number of points that follow."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.enumerations import enumerations
from drafter.check.finding import Finding
from drafter.check.siblings import as_enumeration, siblings
from drafter.language.announcing import counted, is_set_phrase
from drafter.language.enumerations import slips
from drafter.language.numerals import parse_whole
from drafter.language.width import HAN
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.language.enumerations import Enumeration

FEWEST = 2
NEAREST = 40
"""Characters before the first point in which its announcement ends a sentence."""
SURE = 3
"""So often must a word be repeated for its occurrences to be points."""


def find(view: View) -> Iterator[Finding]:
    """Each count right before points that are more or fewer, and each 四个坚持 before another number of 坚持."""
    runs = [*view.once(enumerations), *map(as_enumeration, view.once(siblings))]
    known: set[int] = set()
    for run in runs:
        first = run.members[0]
        if first.number == 1 and first.start not in known and len(run.members) >= FEWEST and not any(slips(run)):
            known.add(first.start)
            yield from _announced(run, view)
    yield from _repeated(view)


def _announced(run: Enumeration, view: View) -> Iterator[Finding]:
    first, given = run.members[0], len(run.members)
    start = max(0, first.start - NEAREST)
    before = view.normal[start : first.start]
    match = _count().search(before)
    told = parse_whole(match["count"]) if match else None
    if not match or not told or told in (1, given) or is_set_phrase(before, match.start("count")):
        return
    if match["colon"] or _is_announcement(match, view.normal[first.words : first.end]):
        severity = Severity.ERROR if match["colon"] else Severity.WARNING
        span = (start + match.start("count"), start + match.end("thing"))
        yield Finding(*span, {"told": told, "given": given}, severity=severity)


def _is_announcement(match: re.Match[str], said: str) -> bool:
    """Whether a sentence that is closed still announces: it ends in 工作 or the like, or its noun opens the point."""
    thing = match["thing"].rstrip("”")
    return bool(_plain().fullmatch(match["measure"] + thing)) or said.startswith((thing, "要" + thing))


def _repeated(view: View) -> Iterator[Finding]:
    """九个不断提升。要不断提升…，不断提升…: the word, and the clauses that begin with it, in the same paragraph."""
    for match in _word().finditer(view.normal):
        word, told = match["word"], parse_whole(match["count"]) or 0
        after = view.normal[match.end() : view.paragraph(match.start()).end]
        given = len(re.findall(rf"[，。；、：](?:要|一定要|必须)?{word}", after))
        if given >= SURE and abs(given - told) == 1 and after.count(word) != told:
            span = match.start("count"), match.end("word")
            yield Finding(*span, {"told": told, "given": given, "word": word}, "repeated", Severity.WARNING)


@cache
def _count() -> re.Pattern[str]:
    """A count in the last clause before the points."""
    return re.compile(rf"{counted()}(?P<thing>[^，。；：！？、\d\n]{{0,12}}?”?)(?:(?P<colon>：)|。)?\s*$")


@cache
def _plain() -> re.Pattern[str]:
    """What a sentence announces with: 十方面工作, 六项主要任务."""
    nouns = "工作|任务|举措|措施|问题|要求|意见|建议|事情|事|体会|经验|做法|特点|成效|差距|不足|短板|文章|行动"
    return re.compile(rf"[{HAN}]{{1,2}}?(?:方面)?的?(?:重点|主要|重要|具体|突出)?(?:{nouns})|[个]?方面")


@cache
def _word() -> re.Pattern[str]:
    """“四个坚持”。 and the like: a count of a word that the clauses behind it may repeat."""
    return re.compile(
        rf"(?<![第一二三四五六七八九十百])(?P<count>[三四五六七八九十]{{1,2}})个(?P<word>[{HAN}]{{2,4}})(?=[”’]?[。：])"
    )
