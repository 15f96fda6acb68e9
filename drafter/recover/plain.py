"""The words of a part in the one form that cues are written in: full-width marks, half-width digits, simplified Han."""

from __future__ import annotations

from drafter.language.scripts import simplified
from drafter.language.width import normal


def plain(text: str) -> str:
    """``text``, as long as it was, in its proper width; traditional characters that cues need are simplified."""
    return simplified(normal(text))
