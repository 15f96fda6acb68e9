"""Short forms that a text defines: ……博物馆（以下简称“城博”）."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.short_forms import definition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MOST = 50
"""Definitions that are looked at: each is a walk through the text before it."""
SHORTEST = 3
"""Characters, with 《》, from which on a short form is nobody else's word; 办法 and 中心 are everybody's."""
LONGEST = 40


class ShortForm(NamedTuple):
    """A definition: ``short`` stands at ``start`` to ``end``, with its 《》 where it has them.

    ``full`` is what stands before the bracket at ``bracket``, back to a mark: the full name, and perhaps more.
    """

    start: int
    end: int
    bracket: int
    short: str
    full: str

    @property
    def known_by(self) -> str:
        """The end of the full name, by which two definitions are compared: where it begins is nowhere marked."""
        return self.full[-6:]


def short_forms(view: View) -> tuple[ShortForm, ...]:
    """The first ``MOST`` definitions of a view, in order."""
    text = view.normal
    found: list[ShortForm] = []
    for match in definition().finditer(text):
        start, end = match.span(match.lastgroup or 0)
        full = _behind_mark().split(text[max(0, match.start() - LONGEST) : match.start()])[-1]
        found.append(ShortForm(start, end, match.start(), text[start:end], full))
    return tuple(found[:MOST])


def early(form: ShortForm, text: str) -> int | None:
    """Where a sentence before the definition uses the short form, not as a part of the full name; None if none does."""
    if len(form.short) < SHORTEST:
        return None
    return next((at for at in _places(form, text) if _in_sentence(at, text)), None)


def _places(form: ShortForm, text: str) -> Iterator[int]:
    within = form.full.find(form.short)
    before = form.full[max(0, within - 2) : within] if within > 0 else ""
    after = form.full[within + len(form.short) :][:2] if within >= 0 else ""
    at = text.find(form.short, 0, form.bracket)
    while at >= 0:
        whole = text.endswith(before, 0, at) and text.startswith(after, at + len(form.short))
        if not (within >= 0 and whole):
            yield at
        at = text.find(form.short, at + 1, form.bracket)


def _in_sentence(at: int, text: str) -> bool:
    """Whether a line holds a sentence: a title may use a short form that the text defines."""
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[first:last] if last >= 0 else text[first:]
    return any(mark in line for mark in "。；，")


@cache
def _behind_mark() -> re.Pattern[str]:
    return re.compile(r"[，。；：！？、（）\n\v\s]")
