"""What the title of a section says about its role: by a name it bears (存在的问题), or as a slogan (提高认识，…)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.recover.lists import pattern, table
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = ("plan", "work", "steps")
"""What several roles are called: what stands around the section decides."""
_SLOGANS = ("background", "achievements", "problems", "measures", "requirements", "goals", "safeguards", "tasks")
_DEMANDED = ("tasks", "safeguards", "requirements", "goals", "measures", *OPEN)
"""What a title may name that begins with what to do: 强化保障措施 is about safeguards, 化解风险 not about problems."""
SHORTEST = 2
"""Characters of a clause that says something: 坚持问题导向 without its set phrase says no more than 坚持."""
_MASK = "\ufffc"


class Sign(msgspec.Struct, frozen=True):
    """What a clause of a title shows: ``role`` is one of the outline's, or of ``OPEN``.

    ``named`` tells a name from a slogan; ``closes`` says that the clause ends with it.
    """

    role: str
    named: bool
    closes: bool = False


def signs(title: str) -> tuple[Sign, ...]:
    """What a title's clauses show, in order: 总体要求和重点任务 has goals and tasks."""
    found = (_named(clause) or _called(clause) for clause in _clauses(title))
    return tuple(sign for sign in found if sign)


def begins_with_act(words: str) -> bool:
    """Whether a title says what to do (健全保障机制) and not what it is about (保障机制)."""
    return bool(pattern("acts", "acts").match(plain(words).strip()))


def says_what_to_do(title: str) -> bool:
    """Whether a title is about an act, wherever in it the verb stands (持之以恒加强自身建设)."""
    return begins_with_act(title) or bool(pattern("acts", "within").search(plain(title)))


def _clauses(title: str) -> Iterator[str]:
    words = re.sub(r"（[^（）]*）?$", "", plain(title).strip(" 　【】〔〕《》“”{}。；：！\v"))
    masked = pattern("roles", "neutral").sub(lambda match: _MASK * len(match[0]), words)
    return (clause.strip() for clause in _joints().split(masked) if len(clause.replace(_MASK, "").strip()) >= SHORTEST)


def _named(clause: str) -> Sign | None:
    """The name that ends last in a clause, the longest of those."""
    found = [(match.end(), match.end() - match.start(), role) for role in _roles() for match in _ends(role, clause)]
    end, _, role = max(found, key=lambda each: each[:2], default=(0, 0, ""))
    closes = end == len(clause)
    acts = begins_with_act(clause) and not (closes and role in _DEMANDED)
    return None if not role or acts else Sign(role, named=True, closes=closes)


def _ends(role: str, clause: str) -> Iterator[re.Match[str]]:
    """Where each of a role's names stands last in a clause."""
    for name in _patterns(role):
        yield from list(name.finditer(clause))[-1:]


def _called(clause: str) -> Sign | None:
    role = next((role for role in _SLOGANS if pattern("roles", f"{role}.slogans").search(clause)), "")
    return Sign(role, named=False) if role else None


@cache
def _roles() -> tuple[str, ...]:
    return tuple(name for name, value in table("roles").items() if isinstance(value, dict))


@cache
def _patterns(role: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(name) for name in table("roles")[role]["names"])


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(r"[，。；：、！？\s/—－]+|以及|及|(?<!参)与|暨|和(?!谐|平)")
