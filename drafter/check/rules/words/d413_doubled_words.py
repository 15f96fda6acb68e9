"""Words that were typed twice: 进行进行, 的的; not 实实在在, 一件一件, 研究研究, 目的的."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.check.lists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

SURE = frozenset(("进行", "开展", "以及", "通过", "为了", "关于", "对于", "我们", "同时", "的"))


def find(view: View) -> Iterator[Finding]:
    """Every run of one word; of a word that never stands twice, one is left."""
    text = view.prose
    runs = ((match, match[1]) for match in _words().finditer(text) if not _is_meant(match[1]))
    ones = ((match, match[1]) for match in _characters().finditer(text) if not _are_two(match[1], match.span(), text))
    for match, word in (*runs, *ones):
        fixes = (Fix(match.start(), match.end(), word),) if word in SURE else ()
        yield Finding(match.start(), match.end(), {"word": word}, fixes=fixes)


def _is_meant(word: str) -> bool:
    """Whether a word may be said twice: 一件一件, 研究研究, 人人人人."""
    return word[0] in ("一", word[-1]) or word in entries("may_be_doubled")


def _are_two(char: str, span: tuple[int, int], text: str) -> bool:
    """Whether two words meet in a character: 目的的, 为了了解, 共和和平."""
    before, after = _neighbours()[char]
    return text[span[0] - 1 : span[0]] in tuple(before) or text[span[1] : span[1] + 1] in tuple(after)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"([\u4e00-\u9fff]{2,6}?)\1+")


@cache
def _characters() -> re.Pattern[str]:
    return re.compile(rf"([{''.join(_neighbours())}])\1+")


@cache
def _neighbours() -> dict[str, tuple[str, str]]:
    """For a character, those before it and those after it that make another word of it."""
    rows = (entry.split() for entry in entries("doubled_characters"))
    return {char: (before, after) for char, before, after in rows}
