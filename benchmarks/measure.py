"""Running a command from the outside: how long it took, how much memory it held at its peak."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def run(command: Sequence[str], env: dict[str, str] | None = None) -> float:
    """The wall seconds of a command; a failure stops the benchmark with what the command said."""
    start = time.perf_counter()
    _output(command, env)
    return time.perf_counter() - start


def peak(command: Sequence[str], env: dict[str, str] | None = None) -> float:
    """The peak memory of a command in MiB.

    A process counts the memory of the one that started it too, so a small one starts this one.
    """
    return float(_output([sys.executable, __file__, *command], env).splitlines()[-1])


def interleaved(runs: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure, taken in turns so that a slow minute of the machine hits all alike."""
    rounds = [[measure() for measure in measures] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def _output(command: Sequence[str], env: dict[str, str] | None) -> str:
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:6])} … failed:\n{done.stdout[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    _output(sys.argv[1:], None)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)  # Linux counts in KiB
