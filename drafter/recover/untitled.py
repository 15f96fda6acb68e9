"""The roles of text that has no heading: what opens a paper, what closes it, and the paragraphs of a news item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.recover.directions import direction
from drafter.recover.judged import Judged
from drafter.recover.lists import pattern
from drafter.recover.plain import plain
from drafter.recover.sections import is_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Part

_BODY = ("text", "heading", "point", "table")
LONGEST = 600
CLOSING = 3
_ORDER = ("closing", "opening", "problems", "experience", "tasks", "background", "achievements", "requirements")


def set_apart(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, with the paragraphs that close the whole paper taken out of its last section."""
    changed = dict(_closing(parts))
    return tuple(changed.get(index, part) for index, part in enumerate(parts))


def untitled(parts: tuple[Part, ...], kind: str) -> dict[int, Judged]:
    """A role for each text or table that stands in no section."""
    loose = [index for index, part in enumerate(parts) if part.kind in ("text", "table") and not part.level]
    headed = [index for index, part in enumerate(parts) if is_head(part)]
    if not headed:
        return dict(_of_news(parts, loose, kind))
    return {index: _among(parts, index, headed) for index in loose}


def _among(parts: tuple[Part, ...], index: int, headed: list[int]) -> Judged:
    """What stands before the first heading opens, what stands behind the last closes."""
    if index < headed[0]:
        return Judged("opening")
    if index > headed[-1]:
        return Judged("closing")
    return Judged(_by_cues(plain(parts[index].text)) or "other", sure=False)


def _of_news(parts: tuple[Part, ...], loose: list[int], kind: str) -> Iterator[tuple[int, Judged]]:
    """The paragraphs of a paper without headings: the first opens it, the others say by their words what they are."""
    before = ""
    for place, index in enumerate(loose):
        words = plain(parts[index].text).strip()[:LONGEST]
        if place == 0:
            role = Judged("opening")
        elif parts[index].runs_in:
            role = Judged(before, sure=False)
        elif index == loose[-1] and pattern("untitled", "ends").search(words):
            role = Judged("closing")
        else:
            role = _of_paragraph(words, before, kind)
        before = role.role
        yield index, role


def _of_paragraph(words: str, before: str, kind: str) -> Judged:
    demands = pattern("untitled", "demands").search(words)
    found = _by_cues(words, ("closing", "tasks", "requirements") if demands else _ORDER)
    if found or demands:
        return Judged(found or "requirements", sure=bool(pattern("untitled", "verbs").search(words)))
    if before == "opening" and kind.endswith("meeting"):
        return Judged("opening", sure=False)
    when = direction(words)
    return Judged({"past": "achievements", "future": "requirements"}.get(when, before or "other"), sure=False)


def _by_cues(words: str, order: tuple[str, ...] = _ORDER) -> str:
    """The first role whose cues a paragraph shows."""
    return next((role for role in order if pattern("untitled", f"roles.{role}").search(words)), "")


def _closing(parts: tuple[Part, ...]) -> Iterator[tuple[int, Part]]:
    """The last paragraphs of running text that speak to everybody, or say that this is the end."""
    body = [index for index, part in enumerate(parts) if part.kind in _BODY]
    for index in body[: -1 - CLOSING : -1]:
        part = parts[index]
        if part.kind != "text" or part.runs_in or not part.level or not _closes(plain(part.text).strip()):
            return
        if parts[index - 1].kind == "heading":
            return
        yield index, msgspec.structs.replace(part, level=0)


def _closes(words: str) -> bool:
    return bool(pattern("untitled", "closes").match(words))
