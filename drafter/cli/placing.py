"""Writes the drafts of one outline to their files and notes what became of each."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

import msgspec

from drafter.cli.files import write_draft
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from drafter.cli.drafting import Drafted
    from drafter.cli.target import Target

WRITERS = 4
"""Threads that wait for the disk."""


class Placed(msgspec.Struct, frozen=True):
    """A draft on disk; ``backup`` is where the file went that stood there before, "" where none did."""

    path: str
    gaps: int = 0
    backup: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What a run made of one outline; ``gaps`` as in Drafted."""

    outline: str
    placed: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    gaps: tuple[Problem, ...]


def place(drafted: Drafted, target: Target, force: bool) -> Outcome:
    """Write every draft of an outline; one that cannot be written does not stop the others."""
    return _write(drafted, _paths(drafted, target), force)


def place_behind(made: Iterable[Drafted], target: Target, force: bool) -> Iterator[Outcome]:
    """Write the drafts of many outlines while the next are made, for a disk takes longer to be sure of a file.

    Outcomes come in the order of the outlines; names are given in that order too.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(WRITERS) as pool:
        waiting: deque[Future[Outcome]] = deque()
        for drafted in made:
            waiting.append(pool.submit(_write, drafted, _paths(drafted, target), force))
            if len(waiting) > WRITERS:
                yield waiting.popleft().result()
        yield from (each.result() for each in waiting)


def _paths(drafted: Drafted, target: Target) -> list[str]:
    return [target.path(draft, _source(drafted)) for draft in drafted.drafts]


def _source(drafted: Drafted) -> str:
    return os.path.abspath(drafted.outline)  # noqa: PTH100 (the name as it was typed, links and all)


def _write(drafted: Drafted, paths: list[str], force: bool) -> Outcome:
    placed, problems = [], list(drafted.problems)
    for draft, path in zip(drafted.drafts, paths, strict=True):
        try:
            placed.append(Placed(path, draft.gaps, write_draft(path, draft.data, _source(drafted), force) or ""))
        except DrafterError as error:
            problems += error.problems
    return Outcome(drafted.outline, tuple(placed), tuple(problems), drafted.gaps)
