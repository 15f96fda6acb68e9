"""What is to be told of an import, without the document itself: it goes from one process to another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from drafter.problems import Place, Problem, Severity
from drafter.recover.model import Change, Dropped
from drafter.recover.proof import Proof

if TYPE_CHECKING:
    from drafter.recover.convert import Converted
    from drafter.recover.model import Doubt, Old


class Account(msgspec.Struct, frozen=True):
    """What was found in a document, what happened to it on the way, and what the writer should look at.

    ``kind`` is an outline's, ``sure`` is False where it was guessed; ``about`` are the year and the organization where
    they are known. ``counts`` are by name: sections, headings (below sections), points, facts, tables.
    """

    title: str
    kind: str
    sure: bool
    about: tuple[str, ...]
    counts: dict[str, int]
    dropped: tuple[Dropped, ...]
    changes: tuple[Change, ...]
    doubts: tuple[Problem, ...]
    proof: Proof


def account(converted: Converted) -> Account:
    """The account of a conversion."""
    old = converted.old
    doubts = tuple(_problem(doubt, old) for doubt in sorted(old.doubts, key=lambda doubt: doubt.line))
    return Account(
        _title(old),
        old.kind,
        old.kind_sure,
        _about(old),
        _counts(old),
        old.dropped,
        old.changes,
        doubts,
        converted.proof,
    )


def _title(old: Old) -> str:
    return "".join(part.text.strip() for part in old.parts if part.kind == "title")


def _about(old: Old) -> tuple[str, ...]:
    known = (old.fields.get(pointer) for pointer in ("/year", "/organization/name"))
    return tuple(str(each) for each in known if each)


def _counts(old: Old) -> dict[str, int]:
    kinds = Counter("section" if (part.kind, part.level) == ("heading", 1) else part.kind for part in old.parts)
    return {
        "sections": kinds["section"],
        "headings": kinds["heading"],
        "points": kinds["point"],
        "facts": len(old.facts),
        "tables": kinds["table"],
    }


def _problem(doubt: Doubt, old: Old) -> Problem:
    sources = old.manuscript.sources
    source = sources[doubt.line - 1] if 0 < doubt.line <= len(sources) else ""
    place = Place(old.manuscript.file, line=doubt.line, source=source)
    return Problem(doubt.id, place, doubt.args, Severity.HINT)
