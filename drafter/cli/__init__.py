"""The commands: the only layer that prints, asks or ends the program."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process: 0 done, 1 problems found, 2 cannot run, 130 interrupted."""
    import sys

    from drafter.cli.app import run

    sys.exit(run())
