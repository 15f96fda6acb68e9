"""D608: a task that nobody has, or that is never due, among others that have both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import At
from drafter.check.typed import outline_of
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Node

TASKS = "tasks"
MOST_WITH = 0.5


def find(view: View) -> Iterator[At]:
    """Such tasks, of one section at a time, where at least half of its tasks have an owner, or a date."""
    outline = outline_of(view)
    severity = Severity.WARNING if any(each.table for each in outline.attachments) else None
    for section in outline.sections:
        tasks = list(_tasks(section)) if section.role == TASKS else []
        without = {key: _without(tasks, key) for key in ("owner", "due")}
        for task in tasks:
            lacks = [key for key, those in without.items() if id(task) in those]
            if lacks:
                yield At(f"{task.pointer}/title", {}, "says" if len(lacks) > 1 else lacks[0], severity)


def _tasks(node: Node) -> Iterator[Node]:
    """The titled points below which there are no others."""
    for point in node.points:
        if any(True for _ in _tasks(point)):
            yield from _tasks(point)
        elif point.titles and point.role == TASKS:
            yield point


def _without(tasks: list[Node], key: str) -> set[int]:
    lacking = {id(task) for task in tasks if not getattr(task, key)}
    return lacking if len(tasks) > 1 and len(lacking) <= len(tasks) * MOST_WITH else set()
