"""What a name in a reference means: facts and lists, the year, the organization, the meeting, the campaign, points."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from drafter.outline import filters, names, sums
from drafter.outline.model import Fact, Node, Outline
from drafter.outline.references import fold
from drafter.outline.text import Gap, Text
from drafter.outline.values import Value

if TYPE_CHECKING:
    from drafter.outline.filters import Moment

MOST_DOTS = 4
MOST_GUESSES = 50
MOST_NAMES = 1000
YEARS = {"year": 0, "next_year": 1, "last_year": -1}
ATTRIBUTES = {"from": "from_"}
RECORDS = ("fact", "organization", "meeting", "campaign", "person")
FACT_FIELDS = ("value", "unit", "previous", "target", "source", "as_of")
KINDS = {"loose-day": "day"}


class Work(msgspec.Struct):
    """What resolving has done so far: texts known by pointer, pointers of those under way, characters written."""

    known: dict[str, Text] = {}
    open: list[str] = []
    written: int = 0
    guessed: int = 0


class Scope(msgspec.Struct, frozen=True):
    """All that a reference can name. ``facts`` and ``lists`` are by folded name, sums worked out.

    ``points`` are those of the node at ``pointer`` in which a text stands, None outside of nodes.
    """

    outline: Outline
    facts: dict[str, Fact]
    lists: dict[str, Value]
    work: Work
    points: tuple[Node, ...] | None = None
    pointer: str = ""

    def within(self, node: Node, points: tuple[Node, ...]) -> Scope:
        """The scope of the texts of ``node``, which has these points."""
        return Scope(self.outline, self.facts, self.lists, self.work, points, node.pointer)

    def moment(self, before: str = "", after: str = "") -> Moment:
        """Where a filter is at work, in what text before and after it."""
        date = self.outline.date
        return filters.Moment(before, after, date.year if isinstance(date, datetime.date) else date, self.facts)

    def find(self, name: str) -> Value | None:
        """What a folded name means; None where it means nothing. The whole name comes before a name with a field."""
        return self._whole(name) or self._field(name)

    def owner(self, name: str) -> Value | None:
        """What stands before the last dot of a name; None where there is none or it means nothing."""
        head, dot, _ = name.rpartition(".")
        return self.find(head.strip()) if dot and name.count(".") <= MOST_DOTS else None

    def nearest(self, name: str) -> str:
        """The name that was probably meant; "" where none is near, or there have been too many to guess."""
        self.work.guessed += 1
        if self.work.guessed > MOST_GUESSES or len(self.facts) + len(self.lists) > MOST_NAMES:
            return ""
        named = [*(fact.name for fact in self.facts.values()), *self.outline.lists]
        return names.nearest(name, [*named, *names.lookup("references")])

    def _whole(self, name: str) -> Value | None:
        if name in self.facts:
            return Value("fact", self.facts[name], self.facts[name].name)
        if name in self.lists:
            return self.lists[name]
        reserved = names.find("references", name)
        return self._reserved(reserved) if reserved else None

    def _reserved(self, name: names.Name) -> Value | None:
        if name.en in YEARS:
            year = self.outline.year
            return Value("year", year if isinstance(year, Gap) else year + YEARS[name.en])
        if name.en == "date":
            return Value("day", self.outline.date)
        if name.en == "points":
            empty = Gap(f"{self.pointer}/points", name.zh)
            return None if self.points is None else Value("points", tuple(_numbered(self.points)) or empty)
        return Value(name.en, getattr(self.outline, name.en))

    def _field(self, name: str) -> Value | None:
        owner = self.owner(name)
        entry = field_of(owner.kind, name.rpartition(".")[2]) if owner else None
        if owner is None or entry is None:
            return None
        if owner.kind == "fact":
            return self._of_fact(owner, entry)
        content = getattr(owner.content, ATTRIBUTES.get(entry.en, entry.en))
        empty = Gap(f"/{owner.kind}/{entry.en}", entry.label or entry.zh)
        return Value(KINDS.get(entry.shape, entry.shape), empty if content == () else content)

    def _of_fact(self, owner: Value, entry: names.Name) -> Value | None:
        """A field of a fact: what the filter of that name gives, or who has it, or the day it was counted."""
        if entry.en in filters.FILTERS:
            return filters.apply(entry.en, owner, self.moment())
        empty = Gap(f"{owner.content.pointer}/{entry.en}", f"{owner.fact}（{entry.zh}）", owner.content.source)
        if entry.en == "source":
            return Value("text", owner.content.source or empty)
        return Value("day", owner.content.as_of or empty)


def _numbered(points: tuple[Node, ...]) -> list[Node]:
    """The points that take a number: those with a title, inside groups too."""
    found: list[Node] = []
    for point in points:
        if point.titles:
            found.append(point)
        elif not point.paragraph:
            found += _numbered(point.points)
    return found


def field_of(kind: str, word: str) -> names.Name | None:
    """The field that ``word`` names of a value of ``kind``; None where it has none of that name to print."""
    entry = names.find(kind, word) if kind in RECORDS else None
    return entry if entry and (kind != "fact" or entry.en in FACT_FIELDS) else None


def fields_of(kind: str) -> list[str]:
    """What can follow the name of a value of ``kind`` after a dot, in both languages; nothing where nothing can."""
    return [word for word in names.lookup(kind) if field_of(kind, word)] if kind in RECORDS else []


def scope_of(outline: Outline) -> Scope:
    """The scope of the texts of an outline that stand outside of nodes."""
    lists = {fold(name): Value("list", lines or _empty_list(name)) for name, lines in outline.lists.items()}
    return Scope(outline, sums.complete(outline.facts), lists, Work())


def _empty_list(name: str) -> Gap:
    step = name.replace("~", "~0").replace("/", "~1")
    return Gap(f"/lists/{step}", name)
