"""What a score counts: one mark for everything looked for, and how texts are held against each other."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

HEAD_FIELDS = ("subtitle", "salutation", "speaker", "date", "signature", "credits")
NOT_BODY = {"title", *HEAD_FIELDS}
LABEL_MARKS = "、.,:。 \t\u3000"


class Mark(NamedTuple):
    """One thing looked for: ``right`` or not; ``line`` and ``said`` tell of it where it is not."""

    category: str
    right: bool
    line: int
    said: str = ""


def label_key(label: str) -> str:
    """A label without what may rightly be set otherwise: width, the mark behind it."""
    return unicodedata.normalize("NFKC", label).strip(LABEL_MARKS)


def compact(text: str) -> str:
    """The Han characters and digits of a text, whatever their width: what must not be lost, and no gloss has."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum() and not _latin(each))


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def counted(marks: Iterable[Mark]) -> dict[str, tuple[int, int]]:
    """Right and all, by category."""
    right, every = Counter[str](), Counter[str]()
    for mark in marks:
        every[mark.category] += 1
        right[mark.category] += mark.right
    return {category: (right[category], every[category]) for category in every}
