"""Every annotated document recovered and scored: by document, by group, and what was missed."""

from __future__ import annotations

from functools import cache

from drafter.recover.passes import recover

from .annotated import GROUPS, Document, documents
from .compared import compare
from .marks import Mark, counted

CATEGORIES = {
    "heading precision": "H prec",
    "heading recall": "H rec",
    "level": "level",
    "role": "role",
    "role of a passage": "passage",
    "title": "title",
    "salutation": "salut",
    "other head and end lines": "ends",
    "enumerations": "enum",
    "facts": "facts",
    "names of facts": "names",
    "dropped lines": "drop",
    "wrapped lines joined": "join",
    "body lines kept": "body",
    "tables": "table",
    "kind": "kind",
    "sound outline": "sound",
    "printed again": "print",
}


@cache
def scores() -> tuple[tuple[Document, list[Mark]], ...]:
    """Every annotated document with all that was looked for in it."""
    return tuple((document, compare(document.truth, recover(document.manuscript))) for document in documents())


def together(group: str) -> dict[str, tuple[int, int]]:
    """The counts over a group of documents."""
    return counted(mark for document, marks in scores() if document.group == group for mark in marks)


def share(counts: dict[str, tuple[int, int]], category: str) -> float:
    """The share that is right; 1 where there was nothing to find."""
    right, every = counts.get(category, (0, 0))
    return right / every if every else 1.0


def rows() -> list[tuple[str, dict[str, tuple[int, int]]]]:
    """The table: every document, and the sum of each group after it."""
    found: list[tuple[str, dict[str, tuple[int, int]]]] = []
    for group in GROUPS:
        named = [(document.name, counted(marks)) for document, marks in scores() if document.group == group]
        found += [*named, (f"all {group}", together(group))] if named else []
    return found


def misses() -> list[str]:
    """What was not right, by category, each with its document and line."""
    wrong = [(mark, document.name) for document, marks in scores() for mark in marks if not mark.right]
    return [
        f"{mark.category}: {name}:{mark.line}: {mark.said}"
        for category in CATEGORIES
        for mark, name in wrong
        if mark.category == category
    ]


def cell(counts: dict[str, tuple[int, int]], category: str) -> str:
    """What a table says of a category: how many of how many, or a dash."""
    return "/".join(map(str, counts[category])) if category in counts else "–"
