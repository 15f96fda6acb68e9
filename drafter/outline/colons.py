"""Keys whose colon is full-width, or has no space behind it: to YAML they are no keys at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.outline import names
from drafter.problems import Edit, Problem

if TYPE_CHECKING:
    from drafter.outline.source import Source

NO_KEYS = ("about", "show", "truth", "separators", "languages")
KEY = r"[ \t]*(?:-[ \t]*)*(?P<key>[^\s：:#\"'{\[]{1,20})[ \t]*(?P<colon>：|:(?!//|[ \t\n]|$))[\u3000\xa0]*"


def match(text: str, index: int = 0) -> re.Match[str] | None:
    """The words at ``index`` that a colon YAML does not take for one follows, if there are such."""
    return re.compile(KEY).match(text, index)


def problem(source: Source, index: int) -> Problem:
    """The problem with the key that begins at or behind ``index`` on its line; there must be one (``find``)."""
    found = match(source.text, index)
    assert found  # noqa: S101
    start, end = found.start("key"), found.end()
    place = source.place(start, end)
    edit = Edit(place, source.text[start:end], f"{found['key']}: ")
    message = "outline.wide-colon" if found["colon"] == "：" else "outline.colon-space"
    return Problem(message, place, {"key": found["key"]}, edits=(edit,))


def find(text: str, table: str = "") -> bool:
    """Whether a line or text begins with a key (of ``table``, or any) whose colon YAML does not take for one."""
    found = match(text)
    if found is None:
        return False
    return bool(names.find(table, found["key"])) if table else is_key(found["key"])


def is_key(word: str) -> bool:
    """Whether a word is a key or name of the format, wherever it may stand."""
    return any(names.find(table, word) for table in names.tables() if table not in NO_KEYS)
