"""Days and numbers that know where they stand in the outline, as texts do."""

from __future__ import annotations

import datetime
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from drafter.language import dates
from drafter.outline.model import (
    AgendaItem,
    Attachment,
    Campaign,
    Fact,
    Meeting,
    Node,
    Organization,
    Outline,
    Person,
    Signature,
    Table,
)
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

    Getter = Callable[[Any], Any]

_POINTERS: dict[type, str] = {Meeting: "/meeting", Campaign: "/campaign", Organization: "/organization", Outline: ""}
_PRINTED: dict[type[msgspec.Struct], frozenset[str]] = {
    Outline: frozenset(("year", "date")),
    Organization: frozenset(("founded",)),
    Meeting: frozenset(("date",)),
    Campaign: frozenset(("from_", "to")),
    Node: frozenset(("due", "measure")),
    Fact: frozenset(("name", "value", "previous", "target", "unit", "source", "as_of")),
}
_MORE: dict[type[msgspec.Struct], tuple[str, ...]] = {Node: ("title",), Outline: ("title",)}
_HIDDEN = frozenset(("places",))


class Number(int):
    """A whole number of the outline: a year, a founding year."""

    pointer: str

    def __new__(cls, value: int, pointer: str) -> Number:
        """``value`` as it stands at ``pointer``."""
        number = super().__new__(cls, value)
        number.pointer = pointer
        return number

    def __html__(self) -> str:
        return marked(str(self), self.pointer)


class Figure(Decimal):
    """A bare figure of a fact, without its unit."""

    pointer: str

    def __new__(cls, value: Decimal, pointer: str) -> Figure:
        """``value`` as it stands at ``pointer``."""
        figure = super().__new__(cls, value)
        figure.pointer = pointer
        return figure

    def __html__(self) -> str:
        return marked(f"{self:f}", self.pointer)


class Day(datetime.date):
    """A day of the outline; printed 2026年2月8日."""

    pointer: str

    def __new__(cls, day: datetime.date, pointer: str) -> Day:
        """``day`` as it stands at ``pointer``."""
        made = super().__new__(cls, day.year, day.month, day.day)
        made.pointer = pointer
        return made

    def __str__(self) -> str:
        return dates.day(self)

    def __html__(self) -> str:
        return marked(str(self), self.pointer)


def _getters(kind: type[msgspec.Struct]) -> dict[str, Getter]:
    names = {*kind.__struct_fields__, *_MORE.get(kind, ())} - _HIDDEN
    return {name: (_getter if name in _PRINTED.get(kind, ()) else attrgetter)(name) for name in names}


def _getter(name: str) -> Getter:
    return lambda owner: placed(getattr(owner, name), owner, name)


_PLACED: dict[type, Callable[[Any, str], Any]] = {int: Number, Decimal: Figure, datetime.date: Day, str: Text}
_STRUCTS: tuple[type[msgspec.Struct], ...] = (*_PRINTED, AgendaItem, Attachment, Person, Signature, Table, Gap)

GETTERS = {kind: _getters(kind) for kind in _STRUCTS}
"""What templates may ask our structs for, and how each is got: printed values are ``placed``."""


def placed(value: Any, owner: msgspec.Struct, attribute: str) -> Any:
    """``value``, a printed attribute of ``owner``, so that it knows where it stands; texts and gaps do already."""
    if value == "" or type(value) not in _PLACED:
        return value
    return _PLACED[type(value)](value, pointer_of(owner, attribute))


def pointer_of(owner: msgspec.Struct, attribute: str) -> str:
    """The pointer of an attribute of one of the outline's structs."""
    parent = _POINTERS.get(type(owner))
    return f"{getattr(owner, 'pointer', '') if parent is None else parent}/{attribute.rstrip('_')}"


def marked(words: str, pointer: str) -> Markup:
    """``words`` of the outline as HTML that names their place."""
    return Markup(f'<span data-src="{escape(pointer)}">{escape(words)}</span>')  # noqa: S704


def printed(value: Any) -> str:
    """``value`` as a template prints it: as HTML where it is, or can say itself as such; escaped otherwise."""
    kind = type(value)
    if kind is Markup or (kind is str and (not value or value.isalnum())):
        plain: str = value
        return plain
    return value.__html__() if kind is Text else str(value) if kind is int else escape(value)
