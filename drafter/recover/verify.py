"""Holds that an outline prints the old document again, paragraph by paragraph.

Where a stretch does not come back, its structure is given up, as little of it as will do, and the writer is told:
first references, then the points of the paragraph, then its heading, then the section, at last all.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import msgspec

from drafter.recover.expected import bare, expected, label_changes, unprintable
from drafter.recover.give_up import STEPS
from drafter.recover.model import Doubt, Old
from drafter.recover.write import Written, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.recover.expected import Paragraph

    Render = Callable[[str], list[str]]


class Verified(msgspec.Struct, frozen=True):
    """The document whose outline prints it again, that outline, and the lines that it prints."""

    old: Old
    outline: Written
    printed: list[str]


def verify(old: Old, render: Render, keys: str = "zh", keep_all: bool = False) -> Verified:
    """The outline of ``old``, as much of its structure given up as must be; ``render`` prints an outline's lines."""
    for give_up in (*STEPS, None):
        outline = written(old, keys, keep_all)
        printed = render(outline.text)
        wrong = differing(expected(old, outline.labels), [bare(line) for line in printed])
        if not wrong:
            break
        old = give_up(old, wrong) if give_up else _told(old, wrong)
    changes = (*old.changes, *label_changes(old, outline.labels), *unprintable(old))
    return Verified(msgspec.structs.replace(old, changes=changes), outline, printed)


def differing(expected: Sequence[Paragraph], printed: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of parts, from which up to which, that are not printed as expected, or beside which more is."""
    wanted, first = [each.text for each in expected], _alike(expected, printed)
    if first == len(wanted) == len(printed):
        return []
    matcher = SequenceMatcher(None, wanted[first:], printed[first:], autojunk=False)
    changed = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    last = len(expected) - 1
    wrong = {min(first + at, last) for _, start, end, _, _ in changed for at in range(start, max(end, start + 1))}
    return sorted({(expected[at].first, expected[at].end) for at in wrong if at >= 0})


def _alike(expected: Sequence[Paragraph], printed: Sequence[str]) -> int:
    """How many paragraphs at the beginning are printed as expected."""
    pairs = enumerate(zip(expected, printed, strict=False))
    return next((at for at, (each, line) in pairs if each.text != line), min(len(expected), len(printed)))


def _told(old: Old, wrong: list[tuple[int, int]]) -> Old:
    doubt = Doubt("recover.not-equal", old.parts[wrong[0][0]].line if wrong else 1)
    return msgspec.structs.replace(old, doubts=(*old.doubts, doubt))
