"""Many files, one after another or in several processes; results come in the order of the jobs."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_IT = 24
"""Files from which on a second process saves more time than it takes to start."""
MOST = 61
"""Processes that Windows can wait for at once."""
AHEAD = 8
"""Results each process may be ahead of the writing, so that memory stays flat."""


class Work(NamedTuple, Generic[Job, Result]):
    """What is done to each job, in whichever process; ``lost`` is the result of one whose process was killed.

    Both are functions of a module, and neither raises.
    """

    do: Callable[[Job], Result]
    lost: Callable[[Job], Result]


def processes(asked: int | None, files: int) -> int:
    """How many processes to use: as many as asked for, else one for a few files and one a core for many."""
    if asked is None:
        asked = (os.cpu_count() or 1) if files >= WORTH_IT else 1
    return max(1, min(asked, files, MOST))


def run(work: Work[Job, Result], jobs: Sequence[Job], count: int) -> Iterator[Result]:
    """The result of every job, in order, made in ``count`` processes."""
    if count == 1:
        yield from map(work.do, jobs)
    else:
        yield from _run_parallel(work, jobs, count)


def _run_parallel(work: Work[Job, Result], jobs: Sequence[Job], count: int) -> Iterator[Result]:
    """A process that is killed ends its pool: the job that was waited for is given up, a new pool does the rest.

    Where the system starts no more processes, or has not what a pool is made of, this one does the rest.
    """
    done = 0
    while done < len(jobs):
        try:
            for result in _until_killed(work, jobs[done:], count):
                done += 1
                yield result
        except (OSError, ImportError, NotImplementedError):
            yield from map(work.do, jobs[done:])
            return
        if done < len(jobs):
            yield work.lost(jobs[done])
            done += 1


def _until_killed(work: Work[Job, Result], jobs: Sequence[Job], count: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(count, initializer=_start)
    try:
        yield from _in_order(pool, work, jobs, count * AHEAD)
    except BrokenProcessPool:
        pass
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown()


def _in_order(pool: ProcessPoolExecutor, work: Work[Job, Result], jobs: Sequence[Job], ahead: int) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    for job in jobs:
        waiting.append(pool.submit(work.do, job))
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
