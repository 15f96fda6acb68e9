"""How long something takes: processor time, the best of three, so that a busy machine fails no test."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The least time that ``work`` takes, never 0."""
    return max(min(_once(work) for _ in range(3)), 1e-6)


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
