"""What tests ask of any manuscript."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document.manuscript import Line, Manuscript

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real documents are not here")


def one_of(words: str) -> st.SearchStrategy[str]:
    """Any of the words that blanks part."""
    return st.sampled_from(words.split(" "))


def texts(manuscript: Manuscript) -> list[str]:
    return [line.text for line in manuscript.lines]


def strays(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Characters that do not stand in the file where the manuscript says, each with what stands there."""
    for line in manuscript.lines:
        for index, char in enumerate(line.text):
            there = _there(manuscript, line, index)
            if there != char:
                yield char, there


def _there(manuscript: Manuscript, line: Line, index: int) -> str:
    place = manuscript.place(line, index, index + 1)
    assert place.source == manuscript.sources[place.line - 1]
    assert place.end_column == place.column + 1
    return place.source[place.column - 1 : place.column]
