"""The roles of text that has no heading: what opens a paper, what closes it, and the paragraphs of a news item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.check.lines import is_prose
from drafter.recover.directions import direction
from drafter.recover.judged import Judged
from drafter.recover.lists import pattern
from drafter.recover.plain import plain
from drafter.recover.sections import is_head
from drafter.recover.titles import signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Part

NEWS = ("annual-meeting", "deployment-meeting")
_BODY = ("text", "heading", "point", "table")
LONGEST = 600
CLOSING = 3
_TOLD = ("closing", "opening", "problems", "background", "experience", "achievements", "tasks", "requirements")
_ORDER = ("closing", "opening", "problems", "experience", "tasks", "background", "achievements", "requirements")


def set_apart(parts: tuple[Part, ...], kind: str) -> tuple[Part, ...]:
    """The parts, with the paragraphs that close the whole paper taken out of its last section."""
    changed = dict(_closing(parts, kind))
    return tuple(changed.get(index, part) for index, part in enumerate(parts))


def untitled(parts: tuple[Part, ...], kind: str) -> dict[int, Judged]:
    """A role for each text or table that stands in no section."""
    loose = [index for index, part in enumerate(parts) if part.kind in ("text", "table") and not part.level]
    headed = [index for index, part in enumerate(parts) if is_head(part)]
    if not headed or kind in NEWS:
        return dict(_of_news(parts, loose, kind))
    return {index: _among(parts, index, headed) for index in loose}


def announced(parts: tuple[Part, ...], roles: dict[int, Judged], first: int) -> str:
    """The role of the paragraph that announces the headings from part ``first`` on (五个方面：); "" for none."""
    before = roles.get(first - 1) if first > 0 else None
    said = before and pattern("untitled", "introduces").search(plain(parts[first - 1].text).strip())
    return before.role if before and said else ""


def _among(parts: tuple[Part, ...], index: int, headed: list[int]) -> Judged:
    """What stands before the first heading opens, what stands behind the last closes."""
    if index < headed[0]:
        return Judged("opening")
    words = plain(parts[index].text).strip()
    announces = pattern("untitled", "introduces").search(words) and index + 1 < len(parts)
    if index > headed[-1] and announces and pattern("passages", "tasks").search(words):
        return Judged("tasks")
    if index > headed[-1] or _closes(words):
        return Judged("closing")
    return Judged(_by_cues(plain(parts[index].text)) or "other", sure=False)


def _of_news(parts: tuple[Part, ...], loose: list[int], kind: str) -> Iterator[tuple[int, Judged]]:
    """The paragraphs of a paper without headings: the first opens it, the others say by their words what they are."""
    first = next((index for index in loose if is_prose(plain(parts[index].text).strip())), 0)
    listed, before = False, "opening"
    for index in loose:
        words = plain(parts[index].text).strip()[:LONGEST]
        if index <= first:
            role = Judged("opening")
        elif parts[index].runs_in or (listed and not _breaks(words)):
            role = Judged(before, sure=False)
        else:
            role = _of_paragraph(words, before, kind)
            role = _of_last(words, role) if index == loose[-1] else role
            listed = _introduces(words, parts[index + 1 : index + 2])
        before = role.role
        yield index, role


def _introduces(words: str, following: tuple[Part, ...]) -> bool:
    """Whether a paragraph announces those behind it: its own list, if it has one, are points."""
    said = pattern("untitled", "introduces").search(words)
    return bool(said) and any(part.kind == "text" for part in following)


def _of_last(words: str, role: Judged) -> Judged:
    """What a last paragraph is: who came, what else there was; or the end of a story, where its words say nothing."""
    if pattern("untitled", "ends").search(words):
        return Judged("closing")
    return role if role.sure or _by_cues(words) else Judged("closing", sure=False)


def _of_paragraph(words: str, before: str, kind: str) -> Judged:
    if pattern("untitled", "demands").search(words):
        problems = pattern("untitled", "owned").search(words.partition("。")[0])
        return Judged("problems" if problems else _by_cues(words, ("closing", "tasks")) or "requirements")
    found = _by_cues(words, _TOLD if pattern("untitled", "tells").search(words) else _ORDER)
    if before != "opening" and (found == "opening" or (not found and pattern("untitled", "happens").search(words))):
        return Judged("other", sure=False)
    if found:
        return Judged(found, sure=bool(pattern("untitled", "verbs").search(words)))
    if before == "opening" and kind.endswith("meeting"):
        return Judged("opening", sure=False)
    when = direction(words)
    return Judged({"past": "achievements", "future": "requirements"}.get(when, before or "other"), sure=False)


def _by_cues(words: str, order: tuple[str, ...] = _ORDER) -> str:
    """The first role whose cues a paragraph shows."""
    return next((role for role in order if pattern("untitled", f"roles.{role}").search(words)), "")


def _closing(parts: tuple[Part, ...], kind: str) -> Iterator[tuple[int, Part]]:
    """The last paragraphs of running text that speak to everybody, or say that this is the end."""
    body = [index for index, part in enumerate(parts[: _behind(parts)]) if part.kind in _BODY]
    ends = _breaks if kind in NEWS else _closes
    for index in [index for index in body if parts[index].level][: -1 - CLOSING : -1]:
        part, words = parts[index], plain(parts[index].text).strip()
        if part.kind != "text" or part.runs_in or not ends(words):
            return
        if parts[index - 1].kind == "heading" and not _addresses(parts[index - 1], part):
            return
        yield index, msgspec.structs.replace(part, level=0)


def _behind(parts: tuple[Part, ...]) -> int:
    """Where what is no part of the paper itself begins: a list of terms, an attachment."""
    heads = [index for index, part in enumerate(parts) if is_head(part)]
    found = (index for index in heads if any(sign.role == "other" for sign in signs(parts[index].text)[:1]))
    return next(found, len(parts))


def _addresses(heading: Part, part: Part) -> bool:
    """Whether the text under a heading is spoken to all, and not what the heading announces (结束语)."""
    closing = any(sign.role == "closing" for sign in signs(heading.text))
    return not closing and bool(pattern("untitled", "address").match(plain(part.text).strip()))


def _breaks(words: str) -> bool:
    return bool(pattern("untitled", "breaks").search(words))


def _closes(words: str) -> bool:
    return bool(pattern("untitled", "closes").match(words))
