"""Word lists of the language: ``data/*.txt``, words parted by white space; ``#`` begins a comment."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of ``data/<name>.txt`` in their order in the file."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())


def one_of(chosen: Iterable[str]) -> str:
    """A pattern for any of some words, the longest that fits; for none it never matches."""
    longest_first = sorted(dict.fromkeys(chosen), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first)) or "(?!)"
