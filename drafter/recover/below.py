"""The roles of headings below a section that are not about what the section is: （三）存在的问题 in a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover.sections import is_head
from drafter.recover.titles import OPEN, says_what_to_do, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Part

_FITTING = {
    "opening": (),
    "closing": (),
    "safeguards": (),
    "problems": ("measures", "tasks"),
    "tasks": ("goals", "safeguards", "requirements", "background", "problems"),
    "goals": ("tasks", "background", "safeguards"),
    "requirements": ("safeguards", "background", "tasks"),
    "measures": ("problems", "safeguards"),
}
_ANY = (
    "background",
    "achievements",
    "experience",
    "problems",
    "measures",
    "goals",
    "tasks",
    "safeguards",
    "requirements",
)
LONGEST = 40


def below(parts: tuple[Part, ...], roles: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The lower headings, by index, whose role is not that of what they stand in; ``roles`` are the sections'."""
    above: list[tuple[int, str]] = []
    for index, part in enumerate(parts):
        if is_head(part):
            while above and above[-1][0] >= part.level:
                above.pop()
            around = above[-1][1] if above else ""
            own = roles.get(index) or _named(part.text, around) or around
            if own != around and index not in roles:
                yield index, own
            above.append((part.level, own))


def _named(title: str, around: str) -> str:
    """The role that a lower heading names as its subject; "" for what it does not, or what cannot stand there."""
    found = signs(title[:LONGEST])
    first = found[0] if found and len(title) <= LONGEST else None
    if not first or not first.named or not first.closes or says_what_to_do(title) or first.role in OPEN:
        return ""
    return first.role if first.role in _FITTING.get(around, _ANY) else ""
