"""Lists that rules work with: ``data/*.txt``, an entry a line; ``#`` at the start of a line begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of ``data/<name>.txt`` in their order in the file, blanks around them gone."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def pairs(name: str, mark: str = "=") -> dict[str, str]:
    """The entries ``left = right`` of a list, as a map."""
    parts = (entry.partition(mark) for entry in entries(name))
    return {left.strip(): right.strip() for left, _, right in parts}
