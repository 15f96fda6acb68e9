"""Traditional and simplified characters, as far as the words go by which papers and their parts are known."""

from __future__ import annotations

from functools import cache

from drafter.language.words import words


def simplified(text: str) -> str:
    """``text``, as long as it was, with the traditional characters of ``data/traditional.txt`` simplified."""
    return text.translate(_pairs())


@cache
def _pairs() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in words("traditional")}
