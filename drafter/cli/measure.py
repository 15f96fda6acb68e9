"""How long each paper of an outline is, and how long a speech takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.cli.choices import paper_names
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from drafter.outline.model import Outline

SLOW, FAST = 200, 240
"""字 a minute: a formal speech about 200, everyday Putonghua about 240, newsreaders 300 (rules of thumb of Chinese
speech training)."""


class Measure(msgspec.Struct, frozen=True):
    """A paper's characters without blanks (标点 included) and its gaps; ``problems`` say why there are none."""

    paper: str
    characters: int = 0
    gaps: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most minutes that reading it out takes."""
        return max(1, round(self.characters / FAST)), max(1, round(self.characters / SLOW))


def measures(outline: Outline, path: str) -> list[Measure]:
    """Every paper of an outline, measured."""
    return [_measure(outline, paper, path) for paper in paper_names(path)]


def length(text: str) -> int:
    """The characters of ``text``, blanks not counted."""
    return sum(not char.isspace() for char in text)


def _measure(outline: Outline, paper: str, path: str) -> Measure:
    from drafter.document.text import text_of
    from drafter.papers.compose import compose, gaps

    try:
        document = compose(outline, paper, path)
    except DrafterError as error:
        return Measure(paper, problems=error.problems)
    return Measure(paper, sum(length(text_of(block)) for block in document.blocks), tuple(gaps(document, outline)))
