"""The cues that passes go by: ``data/<name>.toml``, tables of regular expressions."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def cue(name: str, table: str, key: str) -> re.Pattern[str]:
    """The pattern ``key`` in a table of ``data/<name>.toml``."""
    return re.compile(_cues(name)[table][key])


@cache
def _cues(name: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = tomllib.loads(
        (Path(__file__).parent / "data" / f"{name}.toml").read_text("utf-8")
    )
    return data
