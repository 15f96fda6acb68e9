"""Writes the drafts of one outline to their files and notes what became of each."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from drafter.cli import terminal, written
from drafter.cli.drafting import Draft, Drafted
from drafter.cli.files import Begun, begin, finish, make_sure
from drafter.problems import DrafterError, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.cli.target import Target

Sure = Callable[[], object]
AHEAD = 8
"""Outlines whose drafts may wait for the disk, while the next are made."""


class Placed(msgspec.Struct, frozen=True):
    """A draft on disk; ``backup`` is where the file went that stood there before, "" where none did."""

    path: str
    gaps: int = 0
    backup: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What a run made of one outline; ``gaps`` and ``found`` as in Drafted."""

    outline: str
    placed: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    gaps: tuple[Problem, ...]
    found: tuple[Severity, ...]


class _Waiting(msgspec.Struct, frozen=True):
    """The drafts of an outline that only wait for the disk to be sure, each with the call that returns then."""

    drafted: Drafted
    begun: tuple[tuple[Draft, Begun, Sure], ...]
    problems: tuple[Problem, ...]


def place(drafted: Drafted, target: Target, force: bool) -> Outcome:
    """Write every draft of an outline; one that cannot be written does not stop the others."""
    return _finish(_begin(drafted, target, force, lambda begun: partial(make_sure, begun)))


def place_behind(made: Iterable[Drafted], target: Target, force: bool) -> Iterator[Outcome]:
    """Write the drafts of many outlines, and make the next while the disk is still busy with them.

    Outcomes come in the order of the outlines; names are given in that order too. A thread does nothing but wait for
    the disk: whatever else it did, it would have to get its turn among the threads again.
    """
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[_Waiting] = deque()
    with ThreadPoolExecutor(1) as disk:
        try:
            for drafted in made:
                waiting.append(_begin(drafted, target, force, lambda begun: disk.submit(make_sure, begun).result))
                if len(waiting) > AHEAD:
                    yield _finish(waiting.popleft())
            while waiting:
                yield _finish(waiting.popleft())
        finally:
            for each in waiting:
                _finish(each)


def show(drafted: Drafted) -> Outcome:
    """Write every draft of an outline, each a text, to standard output."""
    terminal.out(*(draft.data.decode().rstrip("\n") for draft in drafted.drafts))
    return Outcome(drafted.outline, (), drafted.problems, drafted.gaps, drafted.found)


def _begin(drafted: Drafted, target: Target, force: bool, surely: Callable[[Begun], Sure]) -> _Waiting:
    begun, problems = [], list(drafted.problems)
    for draft in drafted.drafts:
        try:
            one = begin(target.path(draft, _source(drafted)), draft.data, force)
            begun.append((draft, one, surely(one)))
        except DrafterError as error:
            problems += error.problems
    return _Waiting(drafted, tuple(begun), tuple(problems))


def _finish(waiting: _Waiting) -> Outcome:
    placed, problems = [], list(waiting.problems)
    for draft, begun, sure in waiting.begun:
        try:
            finish(begun, sure)
            written.remember(begun.path, draft.data, _source(waiting.drafted))
            placed.append(Placed(begun.path, draft.gaps, begun.backup))
        except DrafterError as error:
            problems += error.problems
    drafted = waiting.drafted
    return Outcome(drafted.outline, tuple(placed), tuple(problems), drafted.gaps, drafted.found)


def _source(drafted: Drafted) -> str:
    return os.path.abspath(drafted.outline)  # noqa: PTH100 (the name as it was typed, links and all)
