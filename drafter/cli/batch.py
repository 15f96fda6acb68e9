"""Many outlines, one after another or in several processes; results come in the order of the outlines."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

from drafter.cli.drafting import Drafted, draft
from drafter.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from drafter.cli.drafting import Job

WORTH_IT = 24
"""Outlines from which on a second process saves more time than it takes to start."""
MOST = 61
"""Processes that Windows can wait for at once."""
AHEAD = 8
"""Drafts each process may be ahead of the writing, so that memory stays flat."""


def processes(asked: int | None, outlines: int) -> int:
    """How many processes to use: as many as asked for, else one for a few outlines and one a core for many."""
    if asked is None:
        asked = (os.cpu_count() or 1) if outlines >= WORTH_IT else 1
    return max(1, min(asked, outlines, MOST))


def run(jobs: Sequence[Job], count: int) -> Iterator[Drafted]:
    """The drafts of every job, in order, made in ``count`` processes."""
    if count == 1:
        yield from map(draft, jobs)
    else:
        yield from _run_parallel(jobs, count)


def _run_parallel(jobs: Sequence[Job], count: int) -> Iterator[Drafted]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(count, initializer=_ignore_interrupts)
    try:
        yield from _in_order(pool, jobs, count * AHEAD)
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown()


def _in_order(pool: ProcessPoolExecutor, jobs: Sequence[Job], ahead: int) -> Iterator[Drafted]:
    waiting: deque[tuple[Job, Future[Drafted] | None]] = deque()
    for job in jobs:
        waiting.append((job, _submit(pool, job)))
        if len(waiting) >= ahead:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _submit(pool: ProcessPoolExecutor, job: Job) -> Future[Drafted] | None:
    """The draft to come; None once a process has been killed, for then the pool takes no more."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(draft, job)
    except BrokenProcessPool:
        return None


def _result(job: Job, future: Future[Drafted] | None) -> Drafted:
    from concurrent.futures.process import BrokenProcessPool

    try:
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        pass
    return Drafted(job.outline, problems=(Problem("cli.process-died", Place(job.outline)),))


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one is to answer it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _abandon(pool: ProcessPoolExecutor) -> None:
    import multiprocessing

    pool.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()
