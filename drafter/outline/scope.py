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
KINDS = {"loose-day": "day"}


class Work(msgspec.Struct):
    """What resolving has done so far: texts known by pointer, pointers of those under way, characters written."""

    known: dict[str, Text] = {}
    open: list[str] = []
    written: int = 0
    guessed: int = 0


class Scope(msgspec.Struct, frozen=True):
    """All that a reference can name. ``facts`` and ``lists`` are by folded name, sums worked out.

    ``points`` are those of the node a text stands in, None outside of nodes.
    """

    outline: Outline
    facts: dict[str, Fact]
    lists: dict[str, Value]
    work: Work
    points: tuple[Node, ...] | None = None

    def within(self, points: tuple[Node, ...]) -> Scope:
        """The scope of the texts of a node that has these points."""
        return Scope(self.outline, self.facts, self.lists, self.work, points)

    def moment(self, after: str = "") -> Moment:
        """Where a filter is at work, with the text ``after`` it."""
        date = self.outline.date
        return filters.Moment(after, date.year if isinstance(date, datetime.date) else date, self.facts)

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
        if name.en == "points":
            return None if self.points is None else Value("points", self.points or Gap("/sections", name.zh))
        return Value(name.en, getattr(self.outline, name.en))

    def _field(self, name: str) -> Value | None:
        owner = self.owner(name)
        entry = names.find(owner.kind, name.rpartition(".")[2]) if owner and owner.kind in names.tables() else None
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
        return Value("day", owner.content.as_of or empty) if entry.en == "as_of" else None


def scope_of(outline: Outline) -> Scope:
    """The scope of the texts of an outline that stand outside of nodes."""
    lists = {fold(name): Value("list", lines or _empty_list(name)) for name, lines in outline.lists.items()}
    return Scope(outline, sums.complete(outline.facts), lists, Work())


def _empty_list(name: str) -> Gap:
    step = name.replace("~", "~0").replace("/", "~1")
    return Gap(f"/lists/{step}", name)
