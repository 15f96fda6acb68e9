"""The cues that passes go by: ``data/<name>.toml``, tables of regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover.lists import pattern

if TYPE_CHECKING:
    import re


def cue(name: str, table: str, key: str) -> re.Pattern[str]:
    """The pattern ``key`` in a table of ``data/<name>.toml``."""
    return pattern(name, f"{table}.{key}")
