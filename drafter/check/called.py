"""Rules as people name them: by code (D203), by the beginning of codes (D2), by name in either language."""

from __future__ import annotations

from functools import cache

from drafter.check.rule import every
from drafter.outline.names import fold, nearest

_LIKE_DIGITS = str.maketrans("OIL", "011")
LEAST = 2
"""Characters of the beginning of a code: D alone would be every rule."""


@cache
def codes(word: str) -> frozenset[str]:
    """The codes of the rules meant; none where no rule is called so. Names are read only where no code fits."""
    said = fold(word)
    beginning = said.upper()
    found = [rule.code for rule in every() if len(beginning) >= LEAST and rule.code.startswith(beginning)]
    return frozenset(found or [code for name, code in _by_name() if name == said])


def near(word: str) -> str:
    """What was probably meant: a code in which a letter was taken for a digit, or a name; "" where nothing is near."""
    code = fold(word).upper()
    mended = code[:1] + code[1:].translate(_LIKE_DIGITS)
    return mended if codes(mended) else nearest(word, [name for name, _ in _by_name()])


@cache
def _by_name() -> tuple[tuple[str, str], ...]:
    """The names of all rules, folded, with their codes."""
    return tuple((fold(rule.head[key]), rule.code) for rule in every() for key in ("name_en", "name_zh"))
