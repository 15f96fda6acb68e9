"""Which regular expressions of an office may be used: those that take a bounded time on any text.

Python's ``re`` tries every way to divide a text among repetitions and cannot be stopped while it does so: ``(a+)+b``
takes years on forty letters. What may run away is told by the pattern's own structure.
"""

from __future__ import annotations

import re
from typing import Any

MOST_REPEATS = 4
"""Open repetitions side by side: each multiplies the time by the length of a sentence, which is bounded."""
_WIDE = 8
"""A repetition of up to so many times counts as closed."""


def runs_away(pattern: str) -> bool:
    """Whether a sound pattern repeats what repeats or can be read in two ways, or has too many open repetitions."""
    tree = _parsed(pattern)
    return _nests(tree, inside=False) or _open_repeats(tree) > MOST_REPEATS


def _parsed(pattern: str) -> Any:
    from re import _parser  # type: ignore[attr-defined]

    return _parser.parse(pattern)


def _nests(tree: Any, inside: bool) -> bool:
    return any(_nests_here(str(operator), argument, inside) for operator, argument in tree)


def _nests_here(operator: str, argument: Any, inside: bool) -> bool:
    if operator in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, body = argument
        varies = least != most
        return (inside and varies) or _nests(body, inside or most > _WIDE)
    if operator == "BRANCH" and inside and not _begin_differently(argument[1]):
        return True
    return any(_nests(part, inside) for part in _parts(argument))


def _begin_differently(branches: Any) -> bool:
    """Whether the first character tells which of some alternatives is meant."""
    firsts = [branch[0] if len(branch) else None for branch in branches]
    literals = {first[1] for first in firsts if first and str(first[0]) == "LITERAL"}
    return len(literals) == len(firsts)


def _open_repeats(tree: Any) -> int:
    return sum(_open_repeats_here(str(operator), argument) for operator, argument in tree)


def _open_repeats_here(operator: str, argument: Any) -> int:
    inner = sum(map(_open_repeats, _parts(argument)))
    if operator in ("MAX_REPEAT", "MIN_REPEAT"):
        is_open: bool = argument[1] > _WIDE and argument[0] != argument[1]
        return inner + is_open
    return inner


def _parts(argument: Any) -> list[Any]:
    """The patterns within an operator's argument."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(argument, _parser.SubPattern):
        return [argument]
    if isinstance(argument, (list, tuple)):
        return [part for each in argument for part in _parts(each)]
    return []


def is_pattern(typed: str) -> bool:
    """Whether ``re`` understands it."""
    try:
        re.compile(typed)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
