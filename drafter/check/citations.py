"""Every reference of an outline to a fact or a list, with what it takes of it and what was typed around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.typed import outline_of, typed
from drafter.outline import names, sums
from drafter.outline.references import Reference, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.typed import Said
    from drafter.check.view import View
    from drafter.outline.model import Fact


class Citation(msgspec.Struct, frozen=True):
    """A reference to the fact or list called ``name`` (folded): the characters ``start`` to ``end`` of what was typed.

    ``takes`` are the filters, by their English names, a field of the fact (``{{ name.previous }}``) before them.
    """

    name: str
    start: int
    end: int
    takes: tuple[str, ...] = ()


def facts_by_name(view: View) -> dict[str, Fact]:
    """The facts by folded name, as they stand in the file; for ``View.once``."""
    return {fold(name): fact for name, fact in outline_of(view).facts.items()}


def figures(view: View) -> dict[str, Fact]:
    """The facts by folded name, sums worked out; for ``View.once``."""
    return sums.complete(outline_of(view).facts)


def citations(view: View) -> list[Citation]:
    """All references to facts and lists, in order; for ``View.once``."""
    written, known = view.once(typed), view.once(facts_by_name).keys() | {fold(name) for name in outline_of(view).lists}
    pairs = zip(written.starts, written.said, strict=True)
    return [cited for start, said in pairs if said.text.parts for cited in _of_text(start, said, known)]


def _of_text(start: int, said: Said, known: set[str]) -> Iterator[Citation]:
    for part in said.text.parts:
        if isinstance(part, Reference):
            name, takes = _named(part, known)
            if name:
                yield Citation(name, start + part.offset, start + part.offset + len(part.source), takes)


def _named(reference: Reference, known: set[str]) -> tuple[str, tuple[str, ...]]:
    """The fact or list that a reference names, "" for neither, and what it takes of it."""
    name, field = reference.name.text, ""
    if name not in known:
        name, _, field = (part.strip() for part in name.rpartition("."))
    if name not in known:
        return "", ()
    taken = (field, *(word.text for word in reference.filters)) if field else [word.text for word in reference.filters]
    return name, tuple([_canonical(word) for word in taken])


def _canonical(word: str) -> str:
    return names.canonical("filters", word) or names.canonical("fact", word) or word
