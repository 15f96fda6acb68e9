"""Years in texts: those of the paper move on, all others are left alone and asked about."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language import dates
from drafter.language.beginnings import began
from drafter.language.numerals import digits_han
from drafter.language.punctuation import is_open
from drafter.recover.rollover.hits import Hit, like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.language.dates import Dated
    from drafter.recover.rollover.frame import Frame

NEAR = 200
AFTER = 40
FAR = 5
"""Years after which one is history."""
LAST_DAY = (12, 31)


def find(words: str, frame: Frame) -> Iterator[Hit]:
    """Every year and day that a text (in proper width, references masked) names, and numbers that look like years."""
    for dated in dates.find(words):
        before, after = words[max(0, dated.start - NEAR) : dated.start], words[dated.end : dated.end + AFTER]
        day = _known(dated, frame)
        if day:
            yield Hit(dated.start, dated.end, "{{ " + frame.key("references", day) + " }}")
        else:
            yield _day(dated, before) if not dated.year else _year(dated, frame, words, before, after)
    yield from (Hit(*match.span(), why="first") for match in _firsts().finditer(words))
    for match in _bare().finditer(words):
        if abs(int(match[0]) - frame.last) <= 1:
            yield Hit(*match.span(), why="bare")


def _known(dated: Dated, frame: Frame) -> str:
    """The reference to a day: the meeting's or the paper's, which the new outline knows once it is filled in."""
    days = {"meeting.date": frame.outline.meeting.date, "date": frame.outline.date}
    named = (dated.year, dated.month, dated.day)
    return next((name for name, day in days.items() if day and named == (day.year, day.month, day.day)), "")


def _day(dated: Dated, before: str) -> Hit:
    """A day without a year: that of something which happened, unless it comes every year."""
    return Hit(dated.start, dated.start if before.endswith(("每年", "每逢")) else dated.end, why="event")


def _year(dated: Dated, frame: Frame, words: str, before: str, after: str) -> Hit:
    end = dated.start + 4
    why = _doubt(dated, frame, before, after)
    if why:
        return Hit(dated.start, dated.end, why=why)
    written, new = words[dated.start : end], dated.year + frame.distance
    return Hit(dated.start, end, like(written, new) if written.isdecimal() else digits_han(new))


def _doubt(dated: Dated, frame: Frame, before: str, after: str) -> str:
    """Why a year is left alone; "" where it moves on."""
    if is_open(before, "《“〈‘"):
        return "quoted"
    distance = dated.year - frame.last
    if dated.year == frame.outline.organization.founded or distance < -FAR or _issued().match(after):
        return "history"
    if dated.month and ((dated.month, dated.day) != LAST_DAY or not before.endswith(("截至", "截止"))):
        return "event"
    if _happened().search(before) or _judged().match(after):
        return "event"
    if _ranges().search(before) or after.startswith(("—", "-", "～", "~", "至", "到")):
        return "span"
    if distance not in (0, 1) and not (distance == -1 and (_compared().search(before) or _titled().match(after))):
        return "history" if began(before, after) else "other"
    return "history" if began(before, after) and not _compared().search(before) else ""


@cache
def _bare() -> re.Pattern[str]:
    return re.compile("(?<![0-9.第])(?:19|20)[0-9]{2}(?![0-9.年/-]|[人次个件场册家条万亿元%])(?<![0-9]-)")


@cache
def _firsts() -> re.Pattern[str]:
    return re.compile("首次|首个|头一[个年次回]|第一个完整|开馆以来最")


@cache
def _happened() -> re.Pattern[str]:
    """Before the year in which something was done for good, or that a prize was given for."""
    return re.compile("于$|(?:入选|荣获|获评|获得|获|评为|评选为|列入|列为|命名为|跻身)[^，。；：！？、\n]{0,12}$")


@cache
def _judged() -> re.Pattern[str]:
    """Behind the year of a contest: 在2025年全市考核中获…."""
    return re.compile("度?[^，。；：！？、\n]{1,20}中(?:荣获|获|被评|取得|位列|名列)")


@cache
def _ranges() -> re.Pattern[str]:
    """What stands before the last year of a span or a list."""
    return re.compile("[0-9年][—～~至到、-]+$")


@cache
def _issued() -> re.Pattern[str]:
    """Behind the year of a periodical's number, of an edition."""
    return re.compile("第[0-9]+[期号卷]|版|修订|修正")


@cache
def _compared() -> re.Pattern[str]:
    return re.compile("[比较与同](?:上年|去年)?(?:的)?$")


@cache
def _titled() -> re.Pattern[str]:
    """Behind the year before, where a paper on this year's plans looks back."""
    return re.compile("度?(?:的)?(?:全年)?(?:重点|主要)?(?:工作|任务|目标|情况|以来的)")
