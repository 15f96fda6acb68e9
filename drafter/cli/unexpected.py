"""The last line of defence: a mistake of ours, told plainly, with what a report needs."""

from __future__ import annotations

import os
import platform
import sys
import traceback

from drafter import __version__
from drafter.cli import terminal
from drafter.problems import Problem


def problem_of(error: BaseException) -> Problem:
    """An exception nobody foresaw, as a problem: what it was, where it happened, which versions."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"  # noqa: PTH119
    detail = f"{type(error).__name__}: {error}".splitlines()[0]
    system = f"drafter {__version__}, Python {platform.python_version()}, {platform.system()}"
    return Problem("cli.unexpected", args={"detail": detail, "where": where, "system": system})


def tell(error: BaseException) -> None:
    """Write it to standard error; with ``DRAFTER_DEBUG`` the traceback too."""
    from drafter.cli.report import problem_lines

    if os.environ.get("DRAFTER_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    terminal.err(*problem_lines([problem_of(error)], terminal.width()))
