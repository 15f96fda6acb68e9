"""Names in quotes or book marks that are one or two characters apart, where the difference is no other thing's name.

A name is put down under every form of it in which a few characters side by side are left out; names that meet there
differ there alone. That takes time in proportion to the text, however many names it has.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.check.lists import entries
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

SHORTEST = 5
LONG = 8
"""Characters from which on a name may lose one, or have two others."""
LONGEST = 60
BEFORE = 4
"""Characters before the quotation marks that names of four characters must share to be of one thing."""


class Called(NamedTuple):
    """A name where it stands: the characters ``start`` to ``end`` between its marks.

    ``before`` are the characters before its opening mark.
    """

    start: int
    end: int
    before: str


class Near(NamedTuple):
    """Two names that are nearly the same, with the places of each; ``rare`` is the one that is probably wrong."""

    rare: tuple[Called, ...]
    other: tuple[Called, ...]


def near_names(view: View) -> tuple[Near, ...]:
    """The pairs of names of a view that are probably one name written two ways.

    Three names that meet are a series (未来图书馆, 幸福图书馆, 理想图书馆).
    """
    places = _places(view)
    met: dict[tuple[str, ...], dict[str, None]] = {}
    for name, where in places.items():
        for key in _keys(name, where):
            met.setdefault(key, {})[name] = None
    pairs = dict.fromkeys(tuple(names) for names in met.values() if len(names) == 2)
    found = [_near(places[first], places[second]) for first, second in pairs if _one_thing(first, second)]
    return tuple(near for near in found if not _side_by_side(near))


def _places(view: View) -> dict[str, list[Called]]:
    """Every name with its places, in the order in which they are first said."""
    places: dict[str, list[Called]] = {}
    for match in _quoted().finditer(view.normal):
        start, end = match.span(match.lastgroup or 0)
        bare = _marks().sub("", view.normal[start:end])
        if len(bare) >= SHORTEST - 1:
            before = view.normal[max(0, start - 1 - BEFORE) : start - 1]
            places.setdefault(bare, []).append(Called(start, end, before))
    return places


def _keys(name: str, where: list[Called]) -> Iterator[tuple[str, ...]]:
    """What a name shares with others that may be meant for it: beginning, end, and if short what stands before it."""
    length = len(name)
    companies = (
        {each.before for each in where if len(each.before) == BEFORE and _han().fullmatch(each.before)}
        if length < SHORTEST
        else {""}
    )
    for company in companies:
        for left_out in (0, 1, 2) if length >= LONG else (1,):
            yield from ((name[:at], name[at + left_out :], company) for at in range(length - left_out + 1))


def _near(first: list[Called], second: list[Called]) -> Near:
    """The rarer one is the wrong one; of two that are equally rare, the later."""
    if len(first) < len(second):
        return Near(tuple(first), tuple(second))
    return Near(tuple(second), tuple(first))


def _one_thing(first: str, second: str) -> bool:
    """Whether the difference is a slip: neither numerals, grades, directions and opposites, nor places and genres."""
    start, tail = _shared(first, second)
    one, two = first[start : len(first) - tail], second[start : len(second) - tail]
    if not _han().fullmatch(one + two) or any(_of_one_group(*pair) for pair in zip(one, two, strict=False)):
        return False
    if not (one and two):
        return len(one + two) == 1 and bool(start and tail)
    is_genre = not tail and len(one) == 2
    return not is_genre and not any(_in_place(name, start, len(name) - tail) for name in (first, second))


def _shared(first: str, second: str) -> tuple[int, int]:
    """How many characters two names share at their beginning, and of the rest how many at their end."""
    start = _alike(first, second)
    return start, _alike(first[start:][::-1], second[start:][::-1])


def _alike(first: str, second: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(first, second, strict=False)) if one != two),
        min(len(first), len(second)),
    )


def _of_one_group(one: str, two: str) -> bool:
    return any(one in group and two in group for group in entries("other_names"))


def _in_place(name: str, start: int, end: int) -> bool:
    """Whether the characters belong to the name of a place: 河南日报, 安平县志."""
    if re.search("[省市县区州乡镇村]", name[end : end + 2]):
        return True
    around = name[max(0, start - 3) : end + 3]
    return any(place in around and place not in name[end:] and place not in name[:start] for place in words("places"))


def _side_by_side(near: Near) -> bool:
    """Whether both are said in one breath somewhere, or often: then there are two things."""
    if min(len(near.rare), len(near.other)) > 2:
        return True
    ends = {each.end for each in near.other} | {each.end for each in near.rare}
    starts = (each.start for each in (*near.rare, *near.other))
    return any(start - gap in ends for start in starts for gap in (2, 3))


@cache
def _quoted() -> re.Pattern[str]:
    inside = rf"[^“”〞‘’《》\n\v]{{{SHORTEST - 1},{LONGEST}}}"
    return re.compile(f"“(?P<quoted>{inside})[”〞]|《(?P<titled>{inside})》|‘(?P<single>{inside})’")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u4e00-\u9fff]+")
