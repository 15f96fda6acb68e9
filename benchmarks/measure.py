"""Running a command from the outside: how long it took, how much memory it held at its peak."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Sample(NamedTuple):
    """One run: wall seconds, and peak memory in MiB (Linux counts in KiB)."""

    seconds: float
    mib: float


def run(command: Sequence[str], env: dict[str, str] | None = None) -> Sample:
    """Run a command to its end; a failure stops the benchmark with what the command said."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:6])} … failed:\n{output.decode(errors='replace')[-2000:]}")
    return Sample(seconds, usage.ru_maxrss / 1024)


def interleaved(runs: int, *measures: Callable[[], Sample]) -> list[float]:
    """The median seconds of each measure, run in turns so that a slow minute of the machine hits all alike."""
    rounds = [[measure().seconds for measure in measures] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]
