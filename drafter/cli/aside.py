"""What drafting says of its outline by the way: how many errors and warnings ``drafter check`` would find in it.

Hints wait until somebody checks, and gaps are told with each draft anyway. A draft is waited for, so that nothing is
loaded here that an outline without a slip does not need.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from drafter.check.of_outline import view_of
from drafter.check.office import office
from drafter.check.run import FAILED, check_outline
from drafter.outline import settings
from drafter.problems import DrafterError, Severity

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from drafter.problems import Problem


def found(path: str, outline: Outline) -> tuple[Severity, ...]:
    """How grave each thing is that only an outline can be asked. Never raises: the draft is made all the same."""
    try:
        return tuple(problem.severity for problem in _told(path, outline))
    except DrafterError as error:
        return tuple(problem.severity for problem in error.problems)
    except Exception:
        return ()


def _told(path: str, outline: Outline) -> list[Problem]:
    shared, _ = settings.load(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120
    problems = check_outline(view_of(outline, office(shared, outline)))
    told = [problem for problem in problems if problem.severity is not Severity.HINT and problem.id != FAILED]
    return _as_checked(path, _text(outline), told) if told else []


def _text(outline: Outline) -> str:
    """The file of an outline as it was read."""
    from drafter.outline.source import source_of

    _, root = outline.places.nearest("")
    return source_of(root).text if root else ""


def _as_checked(path: str, text: str, problems: list[Problem]) -> list[Problem]:
    """Those that neither a comment nor the baseline keeps ``drafter check`` from telling."""
    from drafter.cli.checked import Found, Wanted
    from drafter.cli.checking import accepted, left

    checked = left(path, Found(tuple(problems), text), Wanted(baseline=accepted("")))
    return [problem for problem in checked.problems if problem in problems]
