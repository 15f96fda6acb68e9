"""Outlines and templates made for a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.document.text import text_of
from drafter.outline.load import loads
from drafter.papers.compose import compose

if TYPE_CHECKING:
    from drafter.document.model import Document
    from drafter.outline.model import Outline

EXAMPLES = sorted((Path(__file__).parents[2] / "outlines" / "examples").glob("*.yaml"))
PAPERS = ("report", "speech", "news", "summary")


def outline(**values: Any) -> Outline:
    """An outline of these keys; JSON is YAML."""
    base = {"drafter": 1, "kind": "annual-report", "year": 2025, "organization": {"name": "城市博物馆"}}
    loaded = loads(json.dumps(base | values, ensure_ascii=False).encode(), "outline.yaml")
    assert loaded.outline is not None, loaded.problems
    return loaded.outline


def put(folder: Path, name: str, text: str) -> Path:
    """A file of the writer's own: ``papers/x.html.j2`` or ``wording/x.yaml``."""
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def written(folder: Path, template: str, made: Outline | None = None) -> list[str]:
    """What the blocks of a paper with this template say."""
    put(folder, "papers/x.html.j2", template)
    return words(compose(made or outline(), "x", str(folder)))


def inside(folder: Path, template: str, made: Outline | None = None) -> str:
    """What a template writes that stands in the only paragraph of its paper."""
    return "\n".join(written(folder, f"<article><p>{template}</p></article>", made))


def words(document: Document) -> list[str]:
    return [text_of(block) for block in document.blocks]
