"""What was reached, which no change may fall below, and what the issue asks for."""

from __future__ import annotations

import tomllib
from pathlib import Path

from .scores import CATEGORIES, rows, share

FILE = Path(__file__).parents[1] / "floors.toml"
GOALS = {
    "heading precision": 0.95,
    "heading recall": 0.95,
    "level": 0.95,
    "role": 0.9,
    "title": 1.0,
    "salutation": 1.0,
    "enumerations": 0.9,
    "facts": 0.9,
    "dropped lines": 0.9,
    "wrapped lines joined": 0.9,
    "body lines kept": 1.0,
    "sound outline": 1.0,
    "printed again": 1.0,
}
SLACK = 0.02
"""A figure may come to be read otherwise without anything being worse."""


def floors() -> dict[str, dict[str, float]]:
    """The share of each category that a document, or a group, had when they were written."""
    return tomllib.loads(FILE.read_text("utf-8"))


def write_floors() -> None:
    """Write the floors anew from what is reached now."""
    lines = ["# Written by python tests/recover/scorer.py --floors: the shares that were reached."]
    for name, counts in rows():
        lines += [
            "",
            f'["{name}"]',
            *(f'"{each}" = {share(counts, each):.3f}' for each in CATEGORIES if each in counts),
        ]
    FILE.write_text("\n".join(lines) + "\n", "utf-8")
