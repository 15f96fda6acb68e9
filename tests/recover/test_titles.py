"""Sections get the roles a person would give them: by their titles, their place, and whether their text looks back."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from drafter.document.manuscript import Manuscript
from drafter.recover.judged import judged
from drafter.recover.model import Old, Part
from drafter.recover.sections import sections

PAPERS: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(Path(__file__).parent / "titles.yaml")
NEEDED = 0.9


def old(paper: dict[str, Any]) -> Old:
    parts: list[Part] = []
    for title, _, *text in paper["sections"]:
        parts.append(Part(title, len(parts) + 1, "heading", level=1, label="一、", style="chapter"))
        parts += [Part(words, len(parts) + 1, "text", level=1) for words in text]
    return Old(Manuscript("old.txt", "txt", (), ()), tuple(parts), kind=paper["kind"])


def misjudged(paper: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Title, role expected and role found of each section that got another."""
    document = old(paper)
    found = [each.role for each in judged(sections(document.parts), document.kind)]
    expected = [(title, role) for title, role, *_ in paper["sections"]]
    return [(*each, role) for each, role in zip(expected, found, strict=True) if each[1] != role]


def test_there_are_enough_titles_to_judge_by():
    assert sum(len(paper["sections"]) for papers in PAPERS.values() for paper in papers) >= 150


@pytest.mark.parametrize("part", PAPERS)
def test_nine_of_ten_titles_get_their_role(part):
    titles = [each for paper in PAPERS[part] for each in paper["sections"]]
    wrong = [each for paper in PAPERS[part] for each in misjudged(paper)]
    assert 1 - len(wrong) / len(titles) >= NEEDED, wrong
