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
    """A process that is killed ends its pool: the outline that was waited for is given up, a new pool does the rest.

    Where the system starts no more processes, or has not what a pool is made of, this one does the rest.
    """
    done = 0
    while done < len(jobs):
        try:
            for drafted in _until_killed(jobs[done:], count):
                done += 1
                yield drafted
        except (OSError, ImportError, NotImplementedError):
            yield from map(draft, jobs[done:])
            return
        if done < len(jobs):
            yield Drafted(jobs[done].outline, problems=(Problem("cli.process-died", Place(jobs[done].outline)),))
            done += 1


def _until_killed(jobs: Sequence[Job], count: int) -> Iterator[Drafted]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(count, initializer=_start)
    try:
        yield from _in_order(pool, jobs, count * AHEAD)
    except BrokenProcessPool:
        pass
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown()


def _in_order(pool: ProcessPoolExecutor, jobs: Sequence[Job], ahead: int) -> Iterator[Drafted]:
    waiting: deque[Future[Drafted]] = deque()
    for job in jobs:
        waiting.append(pool.submit(draft, job))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start() -> None:
    """Ctrl-C reaches every process of a terminal, and only the first one is to answer it; none is to outlive that."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _abandon(pool: ProcessPoolExecutor) -> None:
    import multiprocessing

    pool.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()
