"""The phrases of a paper as values: lists by key, and the verbs of the chair (``read_phrases`` reads the files)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from drafter import library
from drafter.papers import source

Position = Literal["", "first", "next", "last"]


class Phrase(msgspec.Struct, frozen=True):
    """A sentence to choose: ``parts`` are literal text and slot names by turns, literal first.

    ``needs`` are wanted beside the slots; ``asserts`` marks a judgement, which is never used by itself; ``at`` is its
    position, "" for first and next; ``head`` is how it opens, where its first characters do not say it.
    """

    parts: tuple[str, ...]
    line: int
    needs: tuple[str, ...] = ()
    asserts: bool = False
    at: Position = ""
    head: str = ""

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots."""
        return self.parts[1::2]


class Verbs(msgspec.Struct, frozen=True):
    """What the chair does with a section, by role (通报, 指出, 要求); ``at_most`` limits how often a verb is used."""

    subject: str = "会议"
    by_role: dict[str, tuple[str, ...]] = {}
    at_most: dict[str, int] = {}


class Phrases(msgspec.Struct, frozen=True):
    """All that a file of wording holds."""

    file: str = ""
    lists: dict[str, tuple[Phrase, ...]] = {}
    verbs: Verbs = Verbs()


def phrases(paper: str, near: str | None) -> Phrases:
    """The wording of a paper; none where it has no file. Raises DrafterError for a file that cannot be understood."""
    path = library.find("wording", paper, near)
    return _kept(path, source.stamp(path)) if path else Phrases()


@lru_cache(maxsize=32)
def _kept(path: str, _: tuple[int, int]) -> Phrases:
    from drafter.papers.read_phrases import read

    return read(path)
