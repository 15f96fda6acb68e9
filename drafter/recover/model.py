"""An old document on its way to an outline: parts in their order, and all that was decided about them on the way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import msgspec

from drafter.document.manuscript import Manuscript

Kind = Literal[
    "text",
    "title",
    "subtitle",
    "salutation",
    "speaker",
    "date",
    "signature",
    "credits",
    "attachment-note",
    "attachment",
    "heading",
    "point",
    "table",
]


class Reference(msgspec.Struct, frozen=True):
    """The characters ``start`` to ``end`` of a part's text become the reference ``name`` (``接待游客 | growth``)."""

    start: int
    end: int
    name: str


class Part(msgspec.Struct, frozen=True):
    """A stretch of the document. ``line`` is where it begins in the manuscript (paragraph or line, from 1).

    ``text`` is without the label. ``level``: of a heading or point, its depth from 1 (a section); of any other part,
    that of the heading or point it belongs to, 0 for none. ``label`` is how it was numbered (``(七)``), ``style`` the
    numbering style (``language.numbering.STYLES``), ``number`` what it counts, 0 for none. ``runs_in``: it goes on in
    the paragraph of the part before it, as text behind a run-in heading and the points of an inline enumeration do.
    ``role`` is one of the outline's; ``sure`` is False where it was guessed. ``rows`` are a table's, the first its
    header where ``header``. ``notes`` become comments above it. Text keeps the marks it closes with, a heading's too.
    What stands from ``bold`` on is what the file says of a line, as in ``Line``: ``named`` is its ``style``, ``beside``
    its ``part``; ``lead`` are the bold words it begins with where not all is bold.
    """

    text: str
    line: int
    kind: Kind = "text"
    level: int = 0
    label: str = ""
    style: str = ""
    number: int = 0
    runs_in: bool = False
    role: str = ""
    sure: bool = True
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = False
    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()
    bold: bool = False
    font: str = ""
    style_level: int = 0
    named: str = ""
    cell: tuple[int, int, int] | None = None
    beside: str = ""
    lead: str = ""


class Dropped(msgspec.Struct, frozen=True):
    """Characters that do not go into the outline; ``why`` is a message id (``recover.site-chrome``)."""

    text: str
    line: int
    why: str


class Change(msgspec.Struct, frozen=True):
    """Characters that stand otherwise in the outline; ``why`` is a message id (``recover.gloss-removed``)."""

    old: str
    new: str
    line: int
    why: str


class Doubt(msgspec.Struct, frozen=True):
    """Something the writer should look at: a message with its arguments, and the line it is about."""

    id: str
    line: int
    args: dict[str, str | int] = {}


class FoundFact(msgspec.Struct, frozen=True):
    """A figure that became a fact, with an outline's fields. ``line`` is where it stood, ``notes`` its comment."""

    name: str
    line: int
    value: Decimal | None = None
    previous: Decimal | None = None
    unit: str = ""
    show: str = ""
    about: str = ""
    sum: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    rank: bool = False
    notes: tuple[str, ...] = ()


class Old(msgspec.Struct, frozen=True):
    """The document and what is known of it so far. Each pass takes one and gives another.

    ``fields`` are what the outline's head will say, by pointer (``/organization/name``, ``/year``, ``/meeting/date``).
    """

    manuscript: Manuscript
    parts: tuple[Part, ...]
    kind: str = ""
    kind_sure: bool = True
    fields: dict[str, Any] = {}
    facts: tuple[FoundFact, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
