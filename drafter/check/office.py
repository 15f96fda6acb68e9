"""What an office says of itself and of its checks: ``drafter.yaml`` in the folder of the file, or above it."""

from __future__ import annotations

import datetime

import msgspec

from drafter.problems import Severity


class Leader(msgspec.Struct, frozen=True):
    """One of the organization's own leaders: name, post, form of address; "" for what is not said."""

    name: str
    post: str = ""
    call: str = ""


class Word(msgspec.Struct, frozen=True):
    """An entry of a word list. ``context`` is a pattern that the text around must match; "" for any.

    ``since`` is the day from which on ``right`` is the wording; None where it always was.
    """

    wrong: str
    right: str = ""
    context: str = ""
    certainty: str = "likely"
    reason: str = ""
    since: datetime.date | None = None


class Office(msgspec.Struct, frozen=True):
    """What rules know of the office. ``leaders`` stand in order; ``year`` is that of the paper, 0 where unknown.

    ``last`` is the text of last year's paper, paragraphs parted by ``\\n``; "" where nobody gave it.
    """

    name: str = ""
    abbr: str = ""
    self: str = ""
    founded: int = 0
    year: int = 0
    leaders: tuple[Leader, ...] = ()
    words: tuple[Word, ...] = ()
    severities: dict[str, Severity] = {}
    ignored: frozenset[str] = frozenset()
    last: str = ""
