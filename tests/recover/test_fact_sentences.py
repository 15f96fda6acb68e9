"""Sentences such papers are made of, with the figures a careful writer would name: found, and named so."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from drafter.document.manuscript import Manuscript
from drafter.recover import facts
from drafter.recover.model import Old, Part
from tests.recover.scoring.compared_facts import facts as compare

SENTENCES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "fact_sentences.yaml")
HALVES = {"guiding": SENTENCES[::2], "measuring": SENTENCES[1::2]}
FOUND, NAMED = 0.96, 0.97


def old(sentence: dict[str, Any]) -> Old:
    return facts.run(Old(Manuscript("旧稿.txt", "txt", (), ()), (Part(sentence["text"], 1),)))


def misses(half: str, category: str) -> tuple[list[str], int]:
    """What of a half was not right, and how many there were."""
    rows = [(each, SimpleNamespace(facts=[[1, *row] for row in each["facts"]])) for each in HALVES[half]]
    marks = [mark for each, truth in rows for mark in compare(truth, old(each)) if mark.category == category]  # type: ignore[arg-type]
    return [mark.said for mark in marks if not mark.right], len(marks)


@pytest.mark.parametrize("half", HALVES)
def test_figures_are_found(half: str) -> None:
    wrong, every = misses(half, "facts")

    assert every
    assert 1 - len(wrong) / every >= FOUND, wrong


@pytest.mark.parametrize("half", HALVES)
def test_figures_are_called_what_a_writer_would_call_them(half: str) -> None:
    wrong, every = misses(half, "names of facts")

    assert every
    assert 1 - len(wrong) / every >= NAMED, wrong


def test_what_counts_nothing_is_no_fact() -> None:
    assert [fact.name for each in SENTENCES if not each["facts"] for fact in old(each).facts] == []
