"""What a check is asked for, what it comes to for one file, and for all files of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.baseline import Baseline
from drafter.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Wanted(msgspec.Struct, frozen=True):
    """What a run asks for. ``only`` and ``ignored`` are codes of rules, ``last`` is the text of last year's paper."""

    only: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    last: str = ""
    baseline: Baseline = Baseline()


class Checked(msgspec.Struct, frozen=True):
    """What was found in a file, by place.

    ``gaps`` counts what the outline's own paper lacks, ``silenced`` what a comment and ``accepted`` what the baseline
    keeps from being told; ``stale`` counts entries of the baseline that nothing answers to any more, where all rules
    were asked for.
    """

    file: str
    problems: tuple[Problem, ...]
    gaps: int = 0
    silenced: int = 0
    accepted: int = 0
    stale: int = 0


class Found(msgspec.Struct, frozen=True):
    """All that was found in a file, before anything is left out; ``text`` is the file's, "" where it has none."""

    problems: tuple[Problem, ...]
    text: str = ""
    gaps: int = 0


class Result(msgspec.Struct, frozen=True):
    """What a run found in all its files, each problem once; ``passed`` are the PDFs of a folder."""

    files: int
    problems: tuple[Problem, ...]
    gaps: int
    silenced: int
    accepted: int
    stale: int
    passed: tuple[str, ...]


def together(each: Sequence[Checked], passed: tuple[str, ...]) -> Result:
    """The files of a run taken together: settings that several outlines share have their problems once."""
    problems = once(problem for one in each for problem in one.problems)
    sums = {name: sum(getattr(one, name) for one in each) for name in ("gaps", "silenced", "accepted", "stale")}
    return Result(len(each), tuple(problems), passed=passed, **sums)


def once(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order given."""
    return list({(each.id, each.place, *each.args.values()): each for each in problems}.values())
