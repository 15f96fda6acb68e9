"""The commands: the only layer that prints, asks or ends the program."""

from __future__ import annotations

COLLECT_AFTER = 100_000
"""Objects made before Python looks for cycles: at its default it looks forty times while we import, and finds none."""


def main() -> None:
    """Run the command line and end the process: 0 done, 1 problems found, 2 cannot run, 130 interrupted."""
    import gc
    import sys

    gc.set_threshold(COLLECT_AFTER, 20, 50)
    try:
        from drafter.cli.app import run

        code = run()
    except KeyboardInterrupt:  # while all is still being imported
        code = 130
    gc.freeze()  # the process ends: what is left goes with it, and need not be looked through
    sys.exit(code)
