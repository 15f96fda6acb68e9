"""The outline as typed, frozen values: what a writer's YAML says, once it has been understood.

An absent or empty field is a ``Gap``: false in a condition, a placeholder where it is printed. A title or paragraph
whose key is there but empty is a ``Text`` of one gap piece, so that its heading still stands. Texts as loaded hold
their references; ``narrow`` gives the outline of one paper, in which every text is resolved.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from drafter.outline import names
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from drafter.outline.places import Places  # noqa: TC004, it would load the YAML parser

Field = Text | Gap
Day = datetime.date | Text | Gap
Lines = tuple[Text, ...]

ANY_PAPER = ""


class Person(msgspec.Struct, frozen=True):
    """Somebody named: ``call`` is how the text speaks of them (李某馆长)."""

    name: Field
    post: Field
    call: Field


class Organization(msgspec.Struct, frozen=True):
    """Who writes. ``self`` is the first person (我馆); ``led_by``, ``guided_by`` stand in the order they are named."""

    name: Field
    abbr: Field
    self: Field
    area: Field
    led_by: Lines
    guided_by: Lines
    founded: int | Gap


class AgendaItem(msgspec.Struct, frozen=True):
    """One thing that happened at a meeting: ``who`` ``did`` ``what`` (on ``topic``)."""

    did: Field
    what: Field
    who: Lines
    topic: Field


class Meeting(msgspec.Struct, frozen=True):
    """The meeting a paper is for."""

    name: Field
    short: Field
    date: datetime.date | Gap
    time: Field
    place: Field
    purpose: Field
    speaker: Person
    host: Person
    attendees: Lines
    attendance: Field
    agenda: tuple[AgendaItem, ...]


class Campaign(msgspec.Struct, frozen=True):
    """A campaign (活动) that a summary sums up, in place of a meeting."""

    name: Field
    stage: Field
    from_: Day
    to: Day
    office: Field
    basis: Field
    demands: Lines


class Fact(msgspec.Struct, frozen=True):
    """A named figure. ``value`` is None until somebody knows it; a ``sum`` is computed when the file is loaded."""

    name: str
    pointer: str
    value: Decimal | None = None
    previous: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    show: str = ""
    about: str = ""
    source: str = ""
    as_of: datetime.date | None = None
    rank: bool = False
    once: bool = False
    sum: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True):
    """Rows of cells, or the name of what a table is made from (``tasks``: owner, due and measure)."""

    pointer: str
    made_from: str = ""
    header: Lines = ()
    rows: tuple[Lines, ...] = ()


class Node(msgspec.Struct, frozen=True):
    """A section or a point: content in the order text → lead → points → tail.

    ``numbering``, ``form`` and ``separator`` say how the level *below* is set and are filled in by depth where the
    writer gave none. ``depth`` 0 is a section. ``titles`` maps a paper to its title, "" being every other paper's;
    a node without any takes no number. ``start`` is the number of its first point. ``paragraph`` marks an unnumbered
    paragraph (its words are in ``text``).
    """

    pointer: str
    depth: int
    role: str
    titles: dict[str, Text]
    text: Lines
    brief: Field
    lead: Lines
    points: tuple[Node, ...]
    tail: Lines
    table: Table | None
    numbering: str
    form: str
    separator: str
    papers: tuple[str, ...]
    owner: Field
    due: Day
    measure: str
    says: str
    by: Field
    paragraph: bool
    start: int = 1

    @property
    def title(self) -> Text | None:
        """The title of the paper the outline was narrowed to; None for a node without one."""
        return self.titles.get(ANY_PAPER)


class Attachment(msgspec.Struct, frozen=True):
    """What is attached: a title and perhaps a table."""

    title: Field
    table: Table | None


class Signature(msgspec.Struct, frozen=True):
    """Who signs (``by``), and whether a seal goes over it."""

    by: Lines
    seal: bool


class Outline(msgspec.Struct, frozen=True):
    """A whole outline. ``places`` finds the line of any pointer, in this file or in ``drafter.yaml``.

    ``year`` is the year reported on: a ``Gap`` where neither it nor a date of the meeting or the paper is given.
    ``leaders`` are the organization's own, in order, and usually come from ``drafter.yaml``. ``last`` is the file of
    last year's paper or outline, as seen from this one; "" where none is named.
    """

    file: str
    kind: str
    titles: dict[str, Lines]
    subtitles: dict[str, Lines]
    salutations: dict[str, Text]
    year: int | Gap
    date: datetime.date | Gap
    organization: Organization
    guidance: Lines
    meeting: Meeting
    campaign: Campaign
    facts: dict[str, Fact]
    lists: dict[str, Lines]
    headline: tuple[str, ...]
    sections: tuple[Node, ...]
    numbering: str
    attachments: tuple[Attachment, ...]
    signature: Signature | None
    credits: dict[str, Text]
    layout: str
    places: Places
    leaders: tuple[Person, ...] = ()
    paper: str = ""
    last: str = ""
    form: str = "line"
    start: int = 1

    @property
    def own_paper(self) -> str:
        """The paper that is made where none is asked for: the one the outline names, or its kind's."""
        return self.paper or names.own_paper(self.kind)

    @property
    def title(self) -> Lines:
        """The lines of the title of the paper the outline was narrowed to; none where there is no title."""
        return self.titles.get(ANY_PAPER, ())
