"""Enumerations in running text: 一是…；二是…, 一要, 第一，, 首先，, “1”，, 1、, ① — found, and what slipped in them.

Texts are in their proper width (``language.width.normal``). A line ends with ``\\n`` or ``\\v``; an enumeration may go
on over several. One in quotation marks or brackets is apart from the one around it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.enumeration_marks import AMONG, RUNNING, Mark, enclosed, marks
from drafter.language.numbering import label
from drafter.language.numerals import SMALL, han, parse_han
from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DEEPEST = 6  # enumerations within one another
NONE: tuple[int, ...] = (0,)  # 最后，
_NEAR = 3  # lines, for a text whose lines were broken at the margin


class Member(msgspec.Struct, frozen=True):
    """One member: its label is the characters ``start`` to ``words``, what it says those up to ``end``.

    ``number`` is 0 for 最后，. ``leads`` says that it begins a line. ``lost`` says that the label is a bare numeral,
    its 是 or 要 gone (七藏品征集 between 六是 and 八是).
    """

    number: int
    start: int
    words: int
    end: int
    leads: bool = False
    lost: bool = False


class Enumeration(msgspec.Struct, frozen=True):
    """Members of one style in their order; ``style`` is one of ``numbering.STYLES``, or ``among`` for 其一，."""

    style: str
    members: tuple[Member, ...]


class Slip(msgspec.Struct, frozen=True):
    """Member ``index`` is not the one that was due: ``due``, the number expected there, is not its own."""

    index: int
    due: int


class _Run:
    """An enumeration while it is read: its marks, and where the one around it goes on."""

    def __init__(self, mark: Mark, end: int) -> None:
        self.marks = [mark]
        self.end = end

    def takes(self, mark: Mark) -> bool:
        """Whether a mark is its next member: on the same line, or on lines of their own, or where a line broke."""
        last = self.marks[-1]
        near = mark.line - last.line <= _NEAR
        return self._is_alike(mark) and (last.line == mark.line or mark.leads or near)

    def expects(self, mark: Mark) -> bool:
        """Whether it takes a mark, and its number is the next."""
        return self.takes(mark) and mark.number == self.marks[-1].number + 1

    def is_like(self, mark: Mark) -> bool:
        """Whether a mark stands as the last one does: on a line of its own, or behind a comma, or a semicolon."""
        last = self.marks[-1]
        return last.leads == mark.leads and (mark.leads or last.before == mark.before)

    def outlives(self, mark: Mark) -> bool:
        """Whether it may still go on when a mark begins another: not one that began at the same place."""
        last = self.marks[-1]
        if last.leads and mark.leads:
            return last.style != mark.style
        return last.leads or mark.line - last.line <= _NEAR

    def slips_to(self, mark: Mark) -> bool:
        """Whether a mark with another number than the next is likely its own, misnumbered; 最后 closes any."""
        last = self.marks[-1]
        alike = last.line == mark.line or (last.leads and mark.leads)
        certain = not (last.weak and len(self.marks) == 1)
        return self._is_alike(mark) and alike and certain

    def _is_alike(self, mark: Mark) -> bool:
        """Whether a mark numbers as the others do; the words for more than two run out: 首先 其次 第三 第四 最后."""
        last = self.marks[-1]
        mixed = self.marks[0].style == "first" and {last.style, mark.style} == {"first", "ordinal"}
        return last.style == mark.style or (mixed and last.number > 1 and mark.number in (0, last.number + 1))


def enumerations(text: str) -> tuple[Enumeration, ...]:
    """All enumerations of two members or more, by the place of their first member."""
    apart = enclosed(text)
    found = list(_read(text, marks(text, 0, len(text), apart), len(text)))
    for start, end in apart:
        found += _read(text, marks(text, start + 1, end - 1), end - 1)
    return tuple(sorted(found, key=_place))


def slips(enumeration: Enumeration) -> Iterator[Slip]:
    """Where numbers skip, repeat or go back. A slip's consequence is none: 一 二 四 三 四 and 一 二 二 四 have one."""
    due, excused = 1, NONE
    for index, member in enumerate(enumeration.members):
        if member.number == due or member.number in excused:
            excused = NONE
        else:
            yield Slip(index, due)
            excused = (*NONE, due, due + 1)
        due = member.number + 1


def written(style: str, number: int) -> str:
    """A label as it is quoted to a writer, without its comma: 三是, 第三, 其次, （3）."""
    return "其" + han(number) if style == AMONG else label(style, number).rstrip("，、")


def _read(text: str, found: Iterable[Mark], end: int) -> Iterator[Enumeration]:
    runs: list[_Run] = []
    around: list[_Run] = []
    for mark in found:
        depth = _depth(around, mark)
        if depth is not None:
            for run in around[depth + 1 :]:
                run.end = mark.start
            del around[depth + 1 :]
            around[depth].marks.append(mark)
        elif mark.number:
            around = [*_outliving(around, mark), _Run(mark, end)]
            runs.append(around[-1])
    return (_made(run, text) for run in runs if len(run.marks) > 1)


def _outliving(around: Sequence[_Run], mark: Mark) -> list[_Run]:
    """The runs that a new one may stand in; the others end where it begins."""
    lasting = [run for run in around if run.outlives(mark)][1 - DEEPEST :]
    for run in around:
        run.end = run.end if run in lasting else mark.start
    return lasting


def _depth(around: Sequence[_Run], mark: Mark) -> int | None:
    """Which of the runs around a mark it goes on with: the innermost that expects it, of its own kind first."""
    if mark.number == 1:
        return None
    inner_first = range(len(around) - 1, -1, -1)
    expecting = [depth for depth in inner_first if around[depth].expects(mark)]
    alike = [depth for depth in expecting if around[depth].is_like(mark)]
    slipping = [depth for depth in inner_first if around[depth].slips_to(mark)]
    return next(iter([*alike, *expecting, *slipping]), None)


def _made(run: _Run, text: str) -> Enumeration:
    ends = [*(mark.start for mark in run.marks[1:]), _end(run, text)]
    members: list[Member] = []
    for mark, end in zip(run.marks, ends, strict=True):
        if members and run.marks[0].style in RUNNING:
            members += _lost(text, members.pop(), mark.number)
        members.append(Member(mark.number, mark.start, mark.words, _trimmed(text, mark.words, end), mark.leads))
    return Enumeration(run.marks[0].style, tuple(members))


def _end(run: _Run, text: str) -> int:
    """The last member ends with its line, or where the enumeration around goes on."""
    line = re.compile("[\n\v]").search(text, run.marks[-1].words, run.end)
    return line.start() if line else run.end


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _lost(text: str, member: Member, following: int) -> list[Member]:
    """A member, and the one behind it whose label lost its 是 where the following number shows that one is missing."""
    for match in _bare().finditer(text, member.words, member.end) if following - member.number == 2 else ():
        if parse_han(match[1]) == member.number + 1 and not text.startswith(words("measures"), match.end()):
            head = msgspec.structs.replace(member, end=_trimmed(text, member.words, match.start(1)))
            leads = match.start() == match.start(1) and text[match.start() - 1] in "\n\v"
            return [head, Member(member.number + 1, match.start(1), match.end(), member.end, leads, lost=True)]
    return [member]


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<=[。；！？\n\v])[ \u3000]*({SMALL})[，、：]?(?=[{HAN}])")


def _place(enumeration: Enumeration) -> int:
    return enumeration.members[0].start
