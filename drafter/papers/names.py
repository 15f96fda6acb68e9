"""The names that a template is given: the outline's parts, and functions on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.outline.model import ANY_PAPER
from drafter.papers import facts, slots
from drafter.papers.environment import MissingName
from drafter.papers.filters import titled
from drafter.papers.values import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.outline.model import Node, Outline
    from drafter.outline.text import Text
    from drafter.papers.wording import Wording

PARTS = ("kind", "title", "organization", "meeting", "campaign", "guidance", "headline", "facts", "lists", "sections")
CLOSING_PARTS = ("attachments", "signature", "credits", "leaders")
WORDING = ("opens", "closes", "phrase", "ending", "said")
TASKS = "tasks"


def names(outline: Outline, paper: str, wording: Wording) -> dict[str, Any]:
    """All names for a template of ``paper``; ``outline`` is narrowed to it."""
    return {
        "outline": outline,
        "paper": paper,
        **{name: getattr(outline, name) for name in (*PARTS, *CLOSING_PARTS)},
        "subtitle": outline.subtitles.get(ANY_PAPER, ()),
        "salutation": outline.salutations.get(ANY_PAPER),
        "date": placed(outline.date, outline, "date"),
        "year": slots.year(outline, 0),
        "next_year": slots.year(outline, 1),
        "last_year": slots.year(outline, -1),
        **_functions(outline),
        **{name: getattr(wording, name) for name in WORDING},
    }


def _functions(outline: Outline) -> dict[str, Callable[..., Any]]:
    return {
        "fact": lambda name: _of_fact(facts.fact, outline, name),
        "target": lambda name: _of_fact(facts.target, outline, name),
        "figure": lambda name: _of_fact(facts.figure, outline, name),
        "figures": lambda: facts.figures(outline),
        "tasks": lambda: tasks(outline),
        "has": lambda role: slots.has(outline, role),
        "find": lambda role: tuple(node for node in outline.sections if node.role == role),
    }


def tasks(outline: Outline) -> tuple[Node, ...]:
    """The rows of a table made from tasks: those that somebody has, or that have a day or a measure.

    Beside such a one no other task with a title is left out. Where nobody has any yet, they are all titled points.
    """
    sections = tuple(node for node in outline.sections if node.role == TASKS)
    return tuple(_rows(outline.sections)) or tuple(point for section in sections for point in titled(section))


def _rows(nodes: tuple[Node, ...]) -> Iterator[Node]:
    shared_out = any(node.role == TASKS and _assigned(node) for node in nodes)
    for node in nodes:
        below = tuple(_rows(node.points))
        if node.role == TASKS and (_assigned(node) or (shared_out and node.title and not below)):
            yield node
        yield from below


def _of_fact(show: Callable[[Outline, str], Text], outline: Outline, name: str) -> Text:
    if name not in outline.facts:
        raise MissingName(outline.facts, name, f"there is no fact {name}")
    return show(outline, name)


def _assigned(node: Node) -> bool:
    return bool(node.owner or node.due or node.measure)
