"""What a rollover does: moves, each with the changes it makes in last year's text and the notes it leaves there."""

from __future__ import annotations

import msgspec

FACTS, DATES, YEARS, SECTIONS, QUESTIONS = ("facts", "dates", "years", "sections", "questions")
"""What a move is told under."""

LAST_YEAR, HOW_TO = MARKS = ("〔去年〕", "〔转年〕")
"""How every comment begins that a rollover writes, so that the next one knows them and can take them away."""


class Change(msgspec.Struct, frozen=True, order=True):
    """The characters ``start`` to ``end`` of last year's text become ``new``."""

    start: int
    end: int
    new: str


class Note(msgspec.Struct, frozen=True):
    """A comment on the line of the character ``at``: behind it where there is room, or on a line of its own above."""

    at: int
    words: str
    above: bool = False


class Move(msgspec.Struct, frozen=True):
    """One thing that moves on, or is asked about; a question changes nothing.

    ``id`` names a message of ``messages/rollover.toml``, ``args`` fill it. ``at`` is a character of last year's text.
    """

    group: str
    id: str
    at: int
    args: dict[str, str | int] = {}
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """A move with the line it is on in last year's file, and in this year's."""

    move: Move
    last_line: int
    line: int


class Rolled(msgspec.Struct, frozen=True):
    """This year's outline, and what was done for it. ``last`` and ``year`` are the two years reported on."""

    text: str
    told: tuple[Told, ...]
    last: int
    year: int
