"""D306: years left over from another paper."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.years import own_years
from drafter.language.dates import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Years that cannot be meant, in the two places where last year's stay unseen; in outlines others look."""
    own = view.once(own_years)
    if own and not view.outline:
        yield from _of_papers(view, own)
        yield from _in_brackets(view, own)


def _of_papers(view: View, own: tuple[int, ...]) -> Iterator[Finding]:
    """2023年工作计划 in a paper on 2025."""
    for match in _named().finditer(view.normal):
        year = int(match[1])
        if not own[0] - 1 <= year <= own[-1] + 1:
            yield Finding(match.start(1), match.end(1), {"year": year, "own": _said(own)})


def _in_brackets(view: View, own: tuple[int, ...]) -> Iterator[Finding]:
    """今年（2023年） in a paper on 2025, which may have been written early in 2026."""
    distances = {word: distance for distance, word in SPOKEN.items()}
    for match in _explained().finditer(view.normal):
        meant = int(match["year"]) - distances[match["word"]]
        if not own[0] <= meant <= own[-1] + 1:
            yield Finding(match.start(), match.end(), {"own": _said(own)}, "spoken")


def _said(own: tuple[int, ...]) -> str:
    return "、".join(f"{year}年" for year in own)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        "(?<![《“0-9—～-])((?:19|20)[0-9]{2})年(?:度)?(?:的)?(?:重点)?工作(?:总结|计划|要点|安排|打算|思路|任务|目标|回顾)"
    )


@cache
def _explained() -> re.Pattern[str]:
    words = "|".join(SPOKEN.values())
    return re.compile(f"(?P<word>{words})(?:（|，?即|是)(?P<year>(?:19|20)[0-9]{{2}})年?(?=[）年，。是])")
