"""Paragraphs in a section that are about something else than it is: a review often closes with what is still wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover.lists import pattern
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Part

LONGEST = 400
"""Characters of a paragraph in which it says what it is about."""
SHORTCOMINGS = 5
_PASSAGES = {"achievements": ("problems", "experience", "tasks"), "experience": ("tasks",)}


def passages(parts: tuple[Part, ...], roles: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The paragraphs of reviews, by index, that have a role of their own, and the points that such a one announces.

    ``roles`` are the headings'.
    """
    around, open_role, level = "", "", 0
    for index, part in enumerate(parts):
        if part.kind == "heading":
            around, open_role = roles.get(index, around), ""
        elif part.kind == "point" and open_role and part.level == level + 1:
            yield index, open_role
        elif part.kind == "text" and part.level and not part.runs_in and around in _PASSAGES:
            words = plain(part.text[:LONGEST]).strip()
            open_role = _own(words, around) or (open_role if pattern("passages", "goes_on").search(words) else "")
            level = part.level
            if open_role:
                yield index, open_role


def _own(words: str, around: str) -> str:
    """What a paragraph says it is about; one that lists shortcoming after shortcoming need not say so."""
    found = next((role for role in _PASSAGES[around] if pattern("passages", role).search(words)), "")
    listed = around == "achievements" and len(pattern("passages", "shortcomings").findall(words)) >= SHORTCOMINGS
    return found or ("problems" if listed else "")
