"""Template files as text, and how a template is made to write its own lines down."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from drafter.outline import source
from drafter.problems import DrafterError, Place, Problem, Severity

if TYPE_CHECKING:
    from jinja2 import Environment

_BREAK = r"[ \t]*\n[ \t\n]*"
_TAG = r"</?[A-Za-z]"


def read(path: str) -> str:
    """A template's source; by BOM, then UTF-8, then GB18030. Raises DrafterError for what is no text."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(source.LARGEST + 1)
    except OSError as error:
        raise DrafterError(Problem("papers.unreadable", Place(path), {"file": path})) from error
    found, problems = source.decode(data, path)
    grave = [problem for problem in problems if problem.severity != Severity.HINT]
    if found is None or grave:
        raise DrafterError(*grave)
    return found.text


def stamp(path: str) -> tuple[int, int]:
    """What changes when a file does: its time and size; zeros for one that is gone."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def squeeze(words: str) -> str:
    """A template's own words: white space that holds a line end is only there for the eye, and vanishes."""
    return re.sub(_BREAK, "", words) if "\n" in words else words


def stamped(environment: Environment, text: str, path: str) -> str:
    """``text`` with ``<?at LINE FILE`` + line end + ``?>`` before each tag: one tag a line in what it writes."""
    name = path.replace("?>", "").replace("\n", "")
    tokens = environment.lex(text, filename=path)
    return "".join(_stamp(value, line, name) if kind == "data" else value for line, kind, value in tokens)


def _stamp(words: str, line: int, name: str) -> str:
    stamped, end = "", 0
    for tag in re.finditer(_TAG, words):
        here = line + words.count("\n", 0, tag.start())
        stamped += f"{squeeze(words[end : tag.start()])}<?at {here} {name}\n?>"
        end = tag.start()
    return stamped + squeeze(words[end:])
