"""What a rule finds, in terms of what it looked at; ``run`` makes problems with places of it."""

from __future__ import annotations

import msgspec

from drafter.problems import Severity

Args = dict[str, str | int]


class Fix(msgspec.Struct, frozen=True):
    """The characters ``start`` to ``end`` of the view's text become ``new``."""

    start: int
    end: int
    new: str


class Finding(msgspec.Struct, frozen=True):
    """Something at the characters ``start`` to ``end`` of the view's text.

    ``says`` names the message in the rule's file, ``args`` fill its slots; the slot ``text`` is always there: the
    characters themselves. ``severity`` is given where it is not the rule's own. ``fixes`` are dropped as a whole where
    one of them touches what is protected or was not typed there.
    """

    start: int
    end: int
    args: Args = {}
    says: str = "says"
    severity: Severity | None = None
    fixes: tuple[Fix, ...] = ()


class At(msgspec.Struct, frozen=True):
    """Something at a pointer of an outline, where there is no text to look at: a fact, a task, a section.

    ``offset`` and ``length`` are characters into the value, 0 and 0 for all of it.
    """

    pointer: str
    args: Args = {}
    says: str = "says"
    severity: Severity | None = None
    offset: int = 0
    length: int = 0
