"""Figures may come from the writers' samples, sentences may not: every sentence we ship is our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from . import samples

OUTLINES = Path(__file__).parents[2] / "outlines"
SHIPPED = sorted(OUTLINES.rglob("*.yaml"))
LONGEST_SET_PHRASE = 11


def prose(path: Path) -> str:
    """What an outline says, line by line, without its references; the name of a fact is no sentence."""
    return re.sub(r"\{\{.*?\}\}", "，", path.read_text("utf-8"))


@pytest.mark.skipif(not samples.FOLDER.is_dir(), reason="the writers' samples are not beside this checkout")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(OUTLINES)))
def test_no_sentence_of_a_sample_is_shipped(path: Path) -> None:
    assert len(samples.paths()) >= 5
    ours = [(line, samples.grams(line, LONGEST_SET_PHRASE + 1)) for line in prose(path).splitlines()]
    for sample in samples.paths():
        theirs = samples.grams(samples.words(sample), LONGEST_SET_PHRASE + 1)
        taken = [(line.strip(), shared) for line, grams in ours if (shared := grams & theirs)]
        assert not taken, f"{sample.name}: {taken}"


def test_the_comparison_finds_a_copied_sentence() -> None:
    """Marks, figures and traditional characters do not hide a copy."""
    theirs = samples.grams("一要注重文物保護。堅持把保護第一的工作要求放在首位", 12)
    assert samples.grams("注重文物保护，坚持把“保护第一”的工作要求放在首位", 12) & theirs
    assert not samples.grams("注重文物保护，文物没了别的都无从谈起", 12) & theirs
