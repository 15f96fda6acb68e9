"""A progress bar, where something takes longer than a second and somebody watches."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

from drafter.cli import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

PATIENCE = 1.0
"""Seconds before a bar appears."""

Item = TypeVar("Item")


def watch(
    items: Iterable[Item], total: int, what: str, held: Callable[[], AbstractContextManager[None]] = nullcontext
) -> Iterator[Item]:
    """The items as they come; from the first second on with a bar that says ``what`` is going on.

    Whoever speaks of the items meanwhile holds the words back inside ``held``.
    """
    begun = time.monotonic()
    source = iter(items)
    for done, item in enumerate(source, 1):
        yield item
        if done < total and time.monotonic() - begun > PATIENCE and terminal.watched():
            yield from _with_bar(source, done, total, what, held)


def _with_bar(
    source: Iterator[Item], done: int, total: int, what: str, held: Callable[[], AbstractContextManager[None]]
) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with held(), Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=done)
        for item in source:
            yield item
            progress.advance(task)
