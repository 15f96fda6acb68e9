"""Drops what a document says twice: a table of contents, a cut summary, its title."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.contents import contents
from drafter.check.genre import HEAD, LONGEST_TITLE, SHORTEST_TITLE, named
from drafter.language.numbering import parse
from drafter.language.width import HAN
from drafter.recover.dropping import bare, without
from drafter.recover.lists import pattern
from drafter.recover.model import Change
from drafter.recover.shown import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Old, Part

ALIKE = 0.8
_SUMMARY = 15
_NEXT = 5
_SPREAD = 4
_WORD = 3


def run(old: Old) -> Old:
    """The document with all of that once."""
    for step in (_contents, _summaries, _titles, _endings, _blanks):
        old = step(old)
    return old


def _contents(old: Old) -> Old:
    return without(old, dict.fromkeys(contents(view_of(old.parts)), "recover.contents"))


def _summaries(old: Old) -> Old:
    keys = [_key(part.text) for part in old.parts[: HEAD + _NEXT]]
    gone = {
        at for at, part in enumerate(old.parts[:HEAD]) if not part.cell and _is_summary(part, keys[at + 1 :][:_NEXT])
    }
    return without(old, dict.fromkeys(gone, "recover.summary"))


def _is_summary(part: Part, following: Sequence[str]) -> bool:
    """Whether it is the beginning of a paragraph soon after it, announced as a summary or cut off by dots."""
    text = bare(part)
    said, cut = pattern("clean", "summary.line").search(text), pattern("clean", "summary.cut").search(text)
    if not (said or cut):
        return False
    key = _key(text[said.end() if said else 0 : cut.start() if cut else len(text)])
    return len(key) >= _SUMMARY and any(other.startswith(key) for other in following)


def _titles(old: Old) -> Old:
    """Of two titles that are one, the longer stays where it holds the other, else the later."""
    heads = [at for at in _head(old.parts) if SHORTEST_TITLE <= len(bare(old.parts[at])) <= LONGEST_TITLE]
    gone: set[int] = set()
    for index, first in enumerate(heads):
        for second in heads[index + 1 :]:
            gone.update(_needless(old.parts, first, second) if not gone & {first, second} else ())
    return without(old, dict.fromkeys(gone, "recover.title-twice"))


def _needless(parts: Sequence[Part], first: int, second: int) -> list[int]:
    one, other = _title(parts[first]), _title(parts[second])
    if not (named(one) or named(other)):
        return []
    if len(other) < len(one) and other in one and named(other):
        return [second]
    return [first] if (one in other and named(one)) or _alike(one, other) else []


def _alike(one: str, other: str) -> bool:
    """Whether they are the same words but for a few that were changed, with the same figures."""
    if _figures(one) != _figures(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _figures(text: str) -> list[str]:
    return re.findall("[0-9〇零一二三四五六七八九十百上下]", text)


def _title(part: Part) -> str:
    return _key(pattern("clean", "title.behind").sub("", bare(part)))


def _head(parts: Sequence[Part]) -> Iterator[int]:
    """The lines above the text, by index."""
    for at, part in enumerate(parts[:HEAD]):
        if part.cell or part.label or "。" in bare(part) or parse(bare(part)):
            return
        yield at


def _endings(old: Old) -> Old:
    """A title that is the name of a file, without its ending; a headline without （图）."""
    parts, changes = list(old.parts), list(old.changes)
    for at in _head(old.parts):
        for table in ("title", "caption"):
            text = parts[at].text.rstrip()
            ending = pattern("clean", f"{table}.behind").pattern
            match = re.search(f"(?:{ending})$", text)
            if match and match.start():
                changes.append(Change(match[0], "", parts[at].line, "recover.ending-removed"))
                parts[at] = replace(parts[at], text=text[: match.start()])
    return replace(old, parts=tuple(parts), changes=tuple(changes))


def _blanks(old: Old) -> Old:
    """A title of words or characters that blanks part, without them."""
    parts, changes = list(old.parts), list(old.changes)
    for at in _head(old.parts):
        part, words = old.parts[at], bare(old.parts[at]).split()
        if _is_spread(words) and named("".join(words)):
            parts[at] = replace(part, text="".join(part.text.split()))
            changes.append(Change(part.text, parts[at].text, part.line, "recover.blanks-removed"))
    return replace(old, parts=tuple(parts), changes=tuple(changes))


def _is_spread(words: Sequence[str]) -> bool:
    """Whether they are too short and many to be phrases, as 不忘初心 牢记使命 are."""
    letters = sum(map(len, words))
    return len(words) >= _SPREAD and letters <= len(words) * _WORD and letters <= LONGEST_TITLE


def _key(text: str) -> str:
    """Its letters, digits and Han alone."""
    return "".join(re.findall(rf"[{HAN}A-Za-z0-9]", text))
