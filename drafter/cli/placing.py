"""Writes the drafts of one outline to their files and notes what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.cli.files import write_draft
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from drafter.cli.drafting import Draft, Drafted
    from drafter.cli.target import Target


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
    placed, problems = [], list(drafted.problems)
    for draft in drafted.drafts:
        try:
            placed.append(_place(draft, target.path(draft, drafted.outline), force))
        except DrafterError as error:
            problems += error.problems
    return Outcome(drafted.outline, tuple(placed), tuple(problems), drafted.gaps)


def _place(draft: Draft, path: str, force: bool) -> Placed:
    return Placed(path, draft.gaps, write_draft(path, draft.data, force) or "")
