"""The cue words that recovery works with: ``data/*.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def table(name: str) -> dict[str, Any]:
    """What ``data/<name>.toml`` says."""
    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """A pattern of a table, or any of a list of them; ``key`` may lead into a table inside it (``tasks.names``)."""
    found: Any = table(name)
    for step in key.split("."):
        found = found[step]
    return re.compile(found) if isinstance(found, str) else any_of(found)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some patterns; for none it never matches."""
    return re.compile("|".join(f"(?:{each})" for each in patterns) or "(?!)")
