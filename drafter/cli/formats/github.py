"""Workflow commands of GitHub Actions: ``::error file=…,line=…,title=D203::message``, one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.cli.formats.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.cli.formats.records import Record
    from drafter.problems import Problem

COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}
IN_MESSAGE, IN_PROPERTY = "[%\r\n]", "[%\r\n:,]"


def text(problems: Sequence[Problem]) -> str:
    """All problems as workflow commands, in the order given."""
    return "\n".join(_command(record(problem)) for problem in problems)


def _command(each: Record) -> str:
    properties = ",".join(f"{key}={_escaped(value, IN_PROPERTY)}" for key, value in _properties(each))
    words = "\n".join(filter(None, (each.message, each.remedy)))
    return f"::{COMMANDS[each.severity]} {properties}::{_escaped(words, IN_MESSAGE)}"


def _properties(each: Record) -> Iterator[tuple[str, str]]:
    """What places the command; GitHub takes columns only where a problem stands on one line."""
    yield "file", each.file
    if each.line:
        yield from (("line", str(each.line)), ("endLine", str(each.end_line)))
    if each.column and each.line == each.end_line:
        yield from (("col", str(each.column)), ("endColumn", str(each.end_column)))
    yield "title", each.code


def _escaped(words: str, marks: str) -> str:
    return re.sub(marks, lambda match: f"%{ord(match[0]):02X}", words)
