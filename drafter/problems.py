"""What can be told to a writer: where something stands, what is wrong, how to mend it.

The ground floor of the house: every room makes Problems, only ``cli`` shows them.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How grave a problem is; the order of the members is the order of gravity."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(msgspec.Struct, frozen=True):
    """Where something stands in a file.

    ``line`` and ``column`` count from 1, ``column`` in characters; 0 means unknown. ``end_column`` is
    exclusive and on line ``end_line`` (0 means on ``line``). ``source`` is the text of the line without its line end,
    so that a caret can be drawn.
    """

    file: str = ""
    pointer: str = ""
    line: int = 0
    column: int = 0
    end_column: int = 0
    source: str = ""
    end_line: int = 0


class Edit(msgspec.Struct, frozen=True):
    """A change that mends a problem, or a part of it: at ``place``, ``old`` becomes ``new``."""

    place: Place
    old: str
    new: str


class Problem(msgspec.Struct, frozen=True):
    """Something to tell the writer.

    ``id`` names a message (``outline.unknown-key``: entry ``unknown-key`` of ``messages/outline.toml``), ``args``
    fill its slots. The remedy is the message's own, or that of the entry named by ``remedy``.
    """

    id: str
    place: Place = Place()
    args: dict[str, str | int] = {}
    severity: Severity = Severity.ERROR
    remedy: str = ""
    edits: tuple[Edit, ...] = ()


class DrafterError(Exception):
    """The work cannot go on; ``problems`` say why. The only exception that may cross a room's door."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.id for problem in problems))
        self.problems = problems
