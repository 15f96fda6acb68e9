"""Where ``drafter.yaml`` is: to look for it costs next to nothing, so it can be asked before anything is read."""

from __future__ import annotations

import os

FILE = "drafter.yaml"


def find(folder: str) -> str | None:
    """The path of the nearest ``drafter.yaml``, in the folder or above it."""
    here = os.path.abspath(folder)  # noqa: PTH100
    while True:
        path = os.path.join(here, FILE)  # noqa: PTH118
        if os.path.isfile(path):  # noqa: PTH113
            return path
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here:
            return None
        here = above
