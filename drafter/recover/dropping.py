"""Leaving parts out of a document, with the reason for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.language.glosses import gloss
from drafter.recover.model import Dropped
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.recover.model import Old, Part

PAY_WALL = "recover.pay-wall"
"""A line that a site put in the place of text it did not show: between the lines around it something is lost."""


def without(old: Old, reasons: Mapping[int, str]) -> Old:
    """The document without the parts of these indices, their labels included; ``reasons`` are message ids."""
    gone = [
        Dropped(old.parts[at].label + old.parts[at].text, old.parts[at].line, reasons[at]) for at in sorted(reasons)
    ]
    kept = tuple(part for at, part in enumerate(old.parts) if at not in reasons)
    return replace(old, parts=kept, dropped=(*old.dropped, *gone))


def bare(part: Part) -> str:
    """A part's text as patterns know it: in its proper width and simplified, no glosses in it, no blanks around it."""
    return gloss().sub("", plain(part.text)).strip()
