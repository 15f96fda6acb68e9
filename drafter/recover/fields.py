"""Fills the outline's head: organization, year, meeting, date and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document after this pass."""
    return old
