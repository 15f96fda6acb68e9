"""A progress bar, where something takes longer than a second and somebody watches."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from drafter.cli import terminal
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.cli.summary import Summary

PATIENCE = 1.0
"""Seconds before a bar appears."""

Item = TypeVar("Item")


def watch(items: Iterable[Item], total: int, summary: Summary) -> Iterator[Item]:
    """The items as they come; from the first second on with a bar, during which ``summary`` holds its words back."""
    begun = time.monotonic()
    source = iter(items)
    for done, item in enumerate(source, 1):
        yield item
        if done < total and time.monotonic() - begun > PATIENCE and terminal.watched():
            yield from _with_bar(source, done, total, summary)


def _with_bar(source: Iterator[Item], done: int, total: int, summary: Summary) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with summary.held(), Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(say("cli.drafting"), total=total, completed=done)
        for item in source:
            yield item
            progress.advance(task)
