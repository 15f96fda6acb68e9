"""Neighbouring points that are set alike, so that a template can write each run of them as one list."""

from __future__ import annotations

from itertools import groupby

import msgspec

from drafter.outline.model import Node, Outline


class Batch(msgspec.Struct, frozen=True):
    """Neighbours among points: with titles (``numbered``), counted from ``start`` on out of ``total``, or without."""

    numbered: bool
    nodes: tuple[Node, ...]
    start: int = 0
    total: int = 0


def batches(parent: Node | Outline) -> list[Batch]:
    """The points of a node, or the sections of an outline, in runs; one without a title does not break the count."""
    nodes = parent.sections if isinstance(parent, Outline) else parent.points
    total = parent.start - 1 + sum(1 for node in nodes if node.title)
    start = parent.start
    found = []
    for numbered, run in groupby(nodes, lambda node: bool(node.title)):
        group = tuple(run)
        found.append(Batch(numbered, group, start if numbered else 0, total if numbered else 0))
        start += len(group) if numbered else 0
    return found
