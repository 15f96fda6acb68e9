"""Word lists of the language: ``data/*.txt``, words parted by white space; ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of ``data/<name>.txt`` in their order in the file."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())
