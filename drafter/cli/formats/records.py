"""A problem as programs read it: words and numbers only, nothing to look up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from drafter import messages

if TYPE_CHECKING:
    from drafter.problems import Problem


class Record(msgspec.Struct, frozen=True):
    """One problem. Lines and columns count from 1 in characters, the end is exclusive; 0 where unknown.

    ``line`` is a paragraph's number in a Word file. ``text`` is the offending excerpt.
    """

    code: str
    severity: str
    message: str
    remedy: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def record(problem: Problem) -> Record:
    """A problem in the user's language."""
    place = problem.place
    return Record(
        code=code(problem),
        severity=problem.severity.value,
        message=messages.describe(problem),
        remedy=messages.remedy(problem),
        file=name(place.file),
        line=place.line,
        column=place.column,
        end_line=place.end_line or place.line,
        end_column=place.end_column,
        text=excerpt(problem),
    )


def code(problem: Problem) -> str:
    """The code of a problem; where no rule found it, the id of what is said of it."""
    return messages.code(problem) or problem.id


def excerpt(problem: Problem) -> str:
    """The characters that a problem is about."""
    if "text" in problem.args:
        return str(problem.args["text"])
    place = problem.place
    if not place.column:
        return ""
    end = None if place.end_line not in (0, place.line) else place.end_column - 1
    return place.source[place.column - 1 : end]


def name(file: str) -> str:
    """A file's name as it was given, in characters that UTF-8 has."""
    return os.fsencode(file).decode("utf-8", "replace")
