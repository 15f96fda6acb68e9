"""The starters and examples as they are shipped, loaded and made into papers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.document.plain import to_text
from drafter.outline.load import Loaded, load
from drafter.outline.narrow import narrow
from drafter.papers.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document.model import Document
    from drafter.outline.model import Node, Outline

FOLDER = Path(__file__).parents[2] / "outlines"
KINDS = ("annual-report", "annual-meeting", "deployment-meeting", "campaign-summary", "assessment-speech")
PAPERS = ("report", "speech", "news", "summary")
STARTERS = tuple(KINDS)
EXAMPLES = tuple(f"examples/{kind}" for kind in KINDS)


def path(name: str) -> Path:
    return FOLDER / f"{name}.yaml"


def both(kind: str) -> tuple[str, str]:
    """The starter and the example of a kind."""
    return kind, f"examples/{kind}"


@cache
def loaded(name: str) -> Loaded:
    return load(str(path(name)), settings=False)


def outline(name: str) -> Outline:
    found = loaded(name).outline
    assert found is not None
    return found


def of_paper(name: str, paper: str) -> Outline:
    """What an outline says in one paper, every reference resolved."""
    return narrow(outline(name), paper)


@cache
def document(name: str, paper: str) -> Document:
    return compose(outline(name), paper, str(FOLDER))


@cache
def text(name: str, paper: str) -> str:
    return to_text(document(name, paper))


def find(sections: tuple[Node, ...], role: str) -> Node:
    """The first titled section of a role."""
    return next(section for section in sections if section.role == role and section.titles)


def nodes(sections: tuple[Node, ...]) -> Iterator[Node]:
    """Every section and point, top to bottom."""
    for section in sections:
        yield section
        yield from nodes(section.points)
