"""Enumerations within one another, and where each member and each whole ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from drafter.language.enumeration_marks import enclosed
from drafter.language.punctuation import first_sentence
from drafter.recover.lists import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.language.enumerations import Enumeration, Member

_FEWEST_ALIKE = 2


class Item(msgspec.Struct, frozen=True):
    """A member: label from ``start``, words from ``words``, its title up to ``title_end``, all it holds up to ``end``.

    ``within`` are the enumerations it holds. ``lost``: its label had lost its 是.
    """

    number: int
    start: int
    words: int
    title_end: int
    end: int
    lost: bool
    within: tuple[Group, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """An enumeration with its items, two or more."""

    style: str
    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        """Where its first label begins."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where its last member ends."""
        return self.items[-1].end


def groups(text: str, found: Sequence[Enumeration]) -> tuple[Group, ...]:
    """The enumerations of a text that stand in no other, each with those in it. One in a quotation is part of it."""
    apart = enclosed(text)
    starts, reach = [start for start, _ in apart], list(accumulate((end for _, end in apart), max))
    ended = [_ended(text, each) for each in found if not _inside(each.members[0].start, starts, reach)]
    return tuple(_nested(text, _parted(text, ended), 0, len(text)))


def _inside(at: int, starts: Sequence[int], reach: Sequence[int]) -> bool:
    """Whether a character stands in one of some stretches, given by where they start and how far all so far reach."""
    before = bisect_left(starts, at)
    return before > 0 and at < reach[before - 1]


def _parted(text: str, found: Sequence[Enumeration]) -> list[Enumeration]:
    """Enumerations whose last member ends where a sentence announces another for all: 今年要做好三项工作：一要…"""
    starts = sorted(each.members[0].start for each in found)
    return [_before(text, each, starts) for each in found]


def _before(text: str, outer: Enumeration, starts: Sequence[int]) -> Enumeration:
    *earlier, last = outer.members
    first, inside = bisect_right(starts, outer.members[0].start), bisect_right(starts, last.words)
    if inside == len(starts) or starts[inside] >= last.end or starts[first] < last.start:
        return outer
    match = pattern("enumerations", "announcing.counted").search(text, last.words, starts[inside])
    return replace(outer, members=(*earlier, replace(last, end=match.start()))) if match else outer


def _nested(text: str, found: Sequence[Enumeration], start: int, end: int) -> Iterator[Group]:
    """Those between ``start`` and ``end``, the outermost first: one that crosses the end of another is left as text."""
    rest = [each for each in found if start <= each.members[0].start and each.members[-1].end <= end]
    starts, first = [each.members[0].start for each in rest], 0
    while first < len(rest):
        outer = rest[first]
        behind = bisect_left(starts, outer.members[-1].end, first + 1)
        inner = rest[first + 1 : behind]
        yield Group(outer.style, tuple(_item(text, outer, at, inner) for at in range(len(outer.members))))
        first = behind


def _item(text: str, outer: Enumeration, at: int, inner: Sequence[Enumeration]) -> Item:
    member = outer.members[at]
    number = member.number or (outer.members[at - 1].number + 1 if at else 1)
    within = tuple(_nested(text, inner, member.words, member.end))
    stop = min([member.end, *(group.start for group in within)])
    title = member.words + len(first_sentence(text[member.words : stop].partition("\n")[0]))
    return Item(number, member.start, member.words, title, member.end, member.lost, within)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _ended(text: str, found: Enumeration) -> Enumeration:
    """An enumeration whose last member holds what the others would, and not what closes the whole."""
    *earlier, last = found.members
    end = _closing(text, earlier, last) or _paragraphs(text, earlier, last)
    return replace(found, members=(*earlier, replace(last, end=end)))


def _closing(text: str, earlier: Sequence[Member], last: Member) -> int:
    """Where in its paragraph the last member is over; 0 where it goes to the end of it.

    Where the others are a clause or a sentence each, it is one too; else a sentence that sums up is no part of it.
    """
    line = text[last.words : last.end]
    sentence = len(first_sentence(line))
    if sentence == len(line):
        return 0
    if _are_short(text, earlier):
        return last.words + sentence
    match = pattern("enumerations", "closing.begins").search(line, sentence)
    return last.words + match.start() if match else 0


def _are_short(text: str, members: Sequence[Member]) -> bool:
    """Whether each is one clause, or there are enough that are one sentence, to say that this is the way of all."""
    words = [text[member.words : member.end].rstrip("；，、 \n\v") for member in members]
    if any(len(first_sentence(each)) < len(each) for each in words):
        return False
    clauses = not any(each.endswith(("。", "！", "？")) for each in words)
    return clauses or len(words) >= _FEWEST_ALIKE


def _paragraphs(text: str, earlier: Sequence[Member], last: Member) -> int:
    """The end of the last member that holds as many paragraphs as another does, up to one that turns to all."""
    spare = max(text.count("\n", member.words, member.end) for member in earlier) if last.leads else 0
    end = last.end
    while spare and end < len(text):
        following = _line_end(text, end + 1)
        if pattern("enumerations", "closing.paragraph").match(text, end + 1):
            break
        end, spare = following, spare - 1
    return end
