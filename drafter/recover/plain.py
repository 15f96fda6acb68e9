"""The words of a part in the one form that cues are written in: full-width marks, half-width digits, simplified Han."""

from __future__ import annotations

from functools import cache

from drafter.language.width import normal
from drafter.recover.lists import table


def plain(text: str) -> str:
    """``text``, as long as it was, in its proper width; traditional characters that cues need are simplified."""
    return normal(text).translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    pairs: list[str] = table("traditional")["pairs"].split()
    return {ord(pair[0]): pair[1] for pair in pairs}
