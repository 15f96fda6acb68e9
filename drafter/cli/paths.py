"""Paths as people read and type them."""

from __future__ import annotations

import os
import re

from drafter.problems import DrafterError, Problem

STANDARD_OUTPUT = STANDARD_INPUT = "-"
ENDING = re.compile(r"\.[A-Za-z]{2,5}$")
"""How a file's name ends; a name may hold other dots (2026.2.8)."""
OUTLINES = (".yaml", ".yml")
WORD = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt")


def outline_path(output: str, name: str) -> str:
    """Where a new outline goes: ``output`` as typed, with what it lacks of a file's name; ``name`` has no ending.

    Raises DrafterError for a name that promises another sort of file.
    """
    if output == STANDARD_OUTPUT:
        return output
    path = os.path.join(output, name) if is_folder(output) else output  # noqa: PTH118
    ending = ENDING.search(path)
    if ending is None:
        return path + OUTLINES[0]
    if ending[0].lower() not in OUTLINES:
        free = typed(path[: ending.start()] + OUTLINES[0])
        raise DrafterError(Problem("cli.not-an-outline", args={"file": path, "free": free}))
    return path


def is_folder(path: str) -> bool:
    """Whether a path is that of a folder, or is typed like one; "" is the current one."""
    return not path or path.endswith(("/", os.sep)) or os.path.isdir(path)  # noqa: PTH112


def is_outline(path: str) -> bool:
    """Whether a file is an outline by its name."""
    return path.lower().endswith(OUTLINES)


def counts_paragraphs(file: str) -> bool:
    """Whether the lines of a file are its paragraphs, as in Word, where a line is whatever fits the page."""
    return file.lower().endswith(WORD)


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
