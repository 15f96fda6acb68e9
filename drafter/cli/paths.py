"""Paths as people read and type them."""

from __future__ import annotations

import os


def shown(file: str) -> str:
    """A file's path as seen from the current folder, where that is shorter."""
    try:
        relative = os.path.relpath(file)
    except (ValueError, OSError):
        return file
    return min(relative, file, key=len)


def typed(file: str) -> str:
    """A file's path as it is typed in a command."""
    path = shown(file)
    return f'"{path}"' if " " in path else path
