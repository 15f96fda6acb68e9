"""Finds title, subtitle, salutation, speaker, date, signature, tables, and the headings with their levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.recover.model import Doubt
from drafter.recover.structure_head import headed
from drafter.recover.structure_headings import with_headings
from drafter.recover.structure_lines import lines
from drafter.recover.structure_tables import with_tables
from drafter.recover.structure_tail import tailed

if TYPE_CHECKING:
    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document after this pass."""
    parts, changes = headed(with_tables(lines(old.parts)))
    parts, more = with_headings(tailed(parts))
    found = msgspec.structs.replace(old, parts=tuple(parts), changes=(*old.changes, *changes, *more))
    if any(part.kind == "title" for part in parts):
        return found
    return msgspec.structs.replace(found, doubts=(*old.doubts, Doubt("recover.no-title", 1)))
