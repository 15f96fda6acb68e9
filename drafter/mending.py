"""Edits made in a text; what is not touched stays as it is. Outlines, texts and Word files are mended alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from drafter.problems import Edit

_NO_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def mend(text: str, lines: Sequence[str], edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """``text`` with the edits made, and those that could not be, in the order they were given.

    ``lines`` are those of the text as places count them, without their ends; an end is one character or ``\\r\\n``.
    """
    wanted = tuple(edits)
    starts = _starts(text, lines)
    made = list(feasible(wanted, lambda line: lines[line - 1] if 0 < line <= len(lines) else None))
    parts, last = [], 0
    for edit in made:
        first = starts[edit.place.line - 1] + edit.place.column - 1
        parts += [text[last:first], edit.new]
        last = first + len(edit.old)
    return "".join([*parts, text[last:]]), without(wanted, made)


def feasible(edits: Iterable[Edit], line_text: Callable[[int], str | None]) -> Iterator[Edit]:
    """The edits that can be made, by place: ``old`` stands there, ``new`` is a stretch of a line, none overlap.

    ``line_text`` gives a line by its number from 1, None where there is none.
    """
    last, free = 0, 0
    for edit in sorted(edits, key=position):
        line, start = edit.place.line, edit.place.column - 1
        text = line_text(line)
        if line != last:
            last, free = line, 0
        if text is not None and free <= start <= len(text) and text.startswith(edit.old, start) and on_a_line(edit.new):
            free = max(start + len(edit.old), start + 1)
            yield edit


def without(edits: Iterable[Edit], made: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that are not among those made: the same value twice counts twice."""
    done = {id(edit) for edit in made}
    return tuple(edit for edit in edits if id(edit) not in done)


def position(edit: Edit) -> tuple[int, int, int]:
    """What edits are sorted by."""
    return edit.place.line, edit.place.column, len(edit.old)


def on_a_line(words: str) -> bool:
    """Whether words can stand inside a line: no control character, no line end."""
    return not _NO_LINE.search(words)


def _starts(text: str, lines: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
        at += 2 if text.startswith("\r\n", at) else 1
    return starts
