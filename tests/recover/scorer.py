"""How well old documents are understood: ``python tests/recover/scorer.py [NAME…]`` prints scores and what is missed.

With ``--misses`` what is missed, by category and line; a line of the report holds figures and labels, no sentences.
"""

from __future__ import annotations

import sys
from functools import cache

from annotated import Document, documents
from compared import Mark, compare, counted

from drafter.recover.passes import recover

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
    "body lines kept": "body",
    "tables": "table",
    "kind": "kind",
}


@cache
def scores() -> tuple[tuple[Document, list[Mark]], ...]:
    """Every annotated document with all that was looked for in it."""
    return tuple((document, compare(document, recover(document.manuscript))) for document in documents())


def together(group: str) -> dict[str, tuple[int, int]]:
    """The counts over a group of documents: samples or unseen."""
    return counted(mark for document, marks in scores() if document.group == group for mark in marks)


def share(counts: dict[str, tuple[int, int]], category: str) -> float:
    """The share that is right; 1 where there was nothing to find."""
    right, every = counts.get(category, (0, 0))
    return right / every if every else 1.0


def rows() -> list[tuple[str, dict[str, tuple[int, int]]]]:
    """The table: every document, and the sum of each group after it."""
    found: list[tuple[str, dict[str, tuple[int, int]]]] = []
    for group in ("samples", "unseen"):
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


def main(wanted: list[str]) -> None:
    """Print the table, or what is missed."""
    if "--misses" in wanted:
        print("\n".join(misses()))
        return
    print(f"{'':34}" + "".join(f"{short:>9}" for short in CATEGORIES.values()))
    for name, counts in rows():
        if not wanted or name in wanted:
            print(f"{name:34}" + "".join(f"{cell(counts, category):>9}" for category in CATEGORIES))


if __name__ == "__main__":
    main(sys.argv[1:])
