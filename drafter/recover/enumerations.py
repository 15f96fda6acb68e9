"""Finds enumerations (一是…, 第一，, “1”，, 1、) and makes points of their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document after this pass."""
    return old
