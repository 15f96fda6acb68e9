"""Joins lines that were wrapped inside a sentence, and takes the blanks away around all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import LONGEST_TITLE, cue
from drafter.language.width import normal
from drafter.recover.dropping import PAY_WALL
from drafter.recover.join_doubts import doubts
from drafter.recover.join_lines import Wrap, goes_on, wrap_of
from drafter.recover.model import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Old, Part

_SHOWN = 6


def run(old: Old) -> Old:
    """The document after this pass: each paragraph one part, a change for each line that was joined."""
    gaps = sorted(gone.line for gone in old.dropped if gone.why == PAY_WALL)
    groups = _groups(old.parts, wrap_of(old.parts, old.manuscript.format != "html"), gaps)
    parts = tuple(replace(group[0], text=_seamless([part.text.strip() for part in group])) for group in groups)
    changes = [_change(line, following) for group in groups for line, following in pairwise(group)]
    return replace(old, parts=parts, changes=(*old.changes, *changes), doubts=(*old.doubts, *doubts(parts)))


def _groups(parts: Sequence[Part], wrap: Wrap, gaps: Sequence[int]) -> list[list[Part]]:
    """The lines of each paragraph; none goes on over a line of ``gaps``, where text is lost."""
    groups: list[list[Part]] = []
    for part in parts:
        before = groups[-1] if groups else []
        prose = len(before) > 1 or bool(groups[1:] and _opens(groups[-2][-1]))
        if before and goes_on(before[-1], part, wrap, prose) and not _parted(before[-1], part, gaps):
            before.append(part)
        else:
            groups.append([part])
    return groups


def _parted(part: Part, following: Part, gaps: Sequence[int]) -> bool:
    return bisect_right(gaps, part.line) < bisect_left(gaps, following.line)


def _opens(part: Part) -> bool:
    """Whether it is a salutation."""
    text = normal(part.text).strip()
    return len(text) <= LONGEST_TITLE and text.endswith("：") and bool(cue("salutation", "speech").search(text))


def _seamless(lines: Sequence[str]) -> str:
    """Lines as one; a blank between two Latin words, none inside a number."""
    blanks = [_blank(before, after) for before, after in pairwise(lines)]
    return "".join([piece for line, blank in zip(lines, [*blanks, ""], strict=True) for piece in (line, blank)])


def _blank(before: str, after: str) -> str:
    return " " if re.fullmatch("[A-Za-z][A-Za-z0-9]|[,.;0-9][A-Za-z]", before[-1:] + after[:1]) else ""


def _change(line: Part, following: Part) -> Change:
    before, after = line.text.rstrip()[-_SHOWN:], following.text.lstrip()[:_SHOWN]
    return Change(f"{before}\n{after}", before + _blank(before, after) + after, following.line, "recover.line-joined")
