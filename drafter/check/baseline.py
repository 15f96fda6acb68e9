"""A baseline: the findings of a day, accepted as they are, so that later only new ones are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.problems import Problem  # noqa: TC001, msgspec reads it

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

FILE = ".drafter-baseline.json"


class Entry(msgspec.Struct, frozen=True):
    """Findings alike: ``count`` times ``code`` at ``text`` on a line whose words have this ``fingerprint``.

    ``file`` is the path from the baseline's folder, with /.
    """

    file: str
    code: str
    text: str
    fingerprint: str
    count: int = 1


class Baseline(msgspec.Struct, frozen=True):
    """What is accepted; ``folder`` is where the baseline lies."""

    entries: tuple[Entry, ...] = ()
    folder: str = ""


class Compared(msgspec.Struct, frozen=True):
    """Findings against a baseline: the ``new`` ones, how many were accepted, and entries that nothing answers to."""

    new: tuple[Problem, ...] = ()
    accepted: int = 0
    stale: tuple[Entry, ...] = ()


def read(path: str) -> Baseline:
    """The baseline in a file. Raises DrafterError where there is none or it cannot be read."""
    return Baseline()


def new(problems: Sequence[Problem], baseline: Baseline, files: Collection[str] | None = None) -> Compared:
    """The problems that the baseline does not accept. ``files`` are all that were checked, those without problems too:
    only what is accepted of them can be stale; where not given, those of the problems.
    """
    return Compared(tuple(problems))


def write(problems: Sequence[Problem], path: str) -> int:
    """Accept the problems: write them as the baseline ``path``; gives how many. Raises OSError."""
    return len(problems)
