"""What goes wrong in a template as a problem with its file and line."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from drafter.outline.names import nearest
from drafter.papers.bounds import Endless
from drafter.papers.environment import MissingName
from drafter.papers.loader import ENDING
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from drafter.papers.environment import Environment

_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")


def problem_of(error: Exception, environment: Environment, names: dict[str, Any]) -> Problem:
    """The problem that a failure while a template was compiled or run stands for."""
    place = _place(error)
    if isinstance(error, TemplateNotFound):
        return Problem("papers.no-part", place, {"name": str(error.name)})
    if isinstance(error, MissingName):
        return _missing(error, place, {*names, *environment.globals})
    if found := _NO_FILTER.search(str(error)):
        return _near("no-filter", place, found[1], [*environment.filters, *environment.tests])
    if isinstance(error, Endless | RecursionError | MemoryError):
        return Problem("papers.endless", place)
    return Problem(f"papers.{_kind(error)}", place, {"detail": _detail(error)})


def placed(problem: Problem, file: str) -> Problem:
    """The problem with the text of its line; it is ``file``'s where it names none of its own."""
    place = problem.place if problem.place.file else Place(file)
    return msgspec.structs.replace(problem, place=place if place.source or not place.line else with_source(place))


def with_source(place: Place) -> Place:
    """A place with the text of its line; the column points at the first character of that where it is not known."""
    from drafter.papers.source import read

    try:
        lines = read(place.file).split("\n")
    except DrafterError:
        return place
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    start = place.column or len(line) - len(line.lstrip()) + 1
    end = place.end_column or (start + 1 if place.column else len(line.rstrip()) + 1)
    return msgspec.structs.replace(place, source=line, column=start, end_column=max(end, start + 1))


def _place(error: Exception) -> Place:
    if isinstance(error, TemplateSyntaxError):
        return with_source(Place(error.filename or error.name or "", line=error.lineno))
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(ENDING)]
    return with_source(Place(frames[-1].filename, line=frames[-1].lineno or 0)) if frames else Place()


def _missing(error: MissingName, place: Place, names: set[str]) -> Problem:
    if error.owner is None:
        return _near("no-name", place, error.name, sorted(names))
    if isinstance(error.owner, dict):
        return _near("no-entry", place, error.name, [str(key) for key in error.owner])
    fields = error.owner.__struct_fields__ if isinstance(error.owner, msgspec.Struct) else _public(error.owner)
    return _near("no-field", place, error.name, list(fields))


def _public(owner: Any) -> list[str]:
    return [name for name in dir(owner) if not name.startswith("_")]


def _near(id: str, place: Place, name: str, known: list[str]) -> Problem:
    near = nearest(name, known)
    args: dict[str, str | int] = {"name": name, "near": near} if near else {"name": name}
    return Problem(f"papers.{id}", place, args, remedy="papers.did-you-mean" if near else "")


def _kind(error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        return "syntax"
    return "not-allowed" if isinstance(error, SecurityError) else "failed"


def _detail(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0] or type(error).__name__
