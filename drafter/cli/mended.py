"""The bytes of a file with the edits of its problems made, whatever its format; a problem is mended whole or not."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import msgspec

from drafter import decoding
from drafter.cli.paths import is_outline
from drafter.problems import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from drafter.problems import Problem

    Mend = Callable[[str, Iterable[Edit]], tuple[str, tuple[Edit, ...]]]
    Group = tuple[Edit, ...]

ZIP = b"PK\3\4"
WEB_PAGES = (".html", ".htm")
_MARKUP = re.compile("[<>&]")


class Mended(msgspec.Struct, frozen=True):
    """A file's bytes, the edits made in them and those that could not be made."""

    data: bytes
    done: tuple[Edit, ...]
    left: tuple[Edit, ...]


def mended(path: str, data: bytes, problems: Sequence[Problem]) -> Mended:
    """Make the edits of problems that a rule found in this very file."""
    groups = list(dict.fromkeys(each.edits for each in problems if each.edits and _is_of_a_rule(each, path)))
    chosen, new = _apart(groups), data
    while chosen:
        new, left = in_bytes(path, data, [edit for group in chosen for edit in group])
        if not left:
            break
        chosen = [group for group in chosen if not set(left) & set(group)]
    done = tuple(edit for group in chosen for edit in group)
    made = set(chosen)
    left = tuple(edit for group in groups if group not in made for edit in group)
    return Mended(new if chosen else data, done, left)


def in_bytes(path: str, data: bytes, edits: Sequence[Edit]) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes with edits made, and those that could not be: what is neither text nor Word's own format has none."""
    if data.startswith(ZIP):
        from drafter.word.mend import mend as mend_word

        return mend_word(data, edits)
    decoded = decoding.decode(data)
    if decoded is None or _encoded(decoded, decoded.text) != data:
        return data, tuple(edits)
    return _in_text(path, data, decoded, edits)


def _in_text(
    path: str, data: bytes, decoded: decoding.Decoded, edits: Sequence[Edit]
) -> tuple[bytes, tuple[Edit, ...]]:
    if is_outline(path):
        from drafter.outline.mend import mend
    else:
        from drafter.document.mend import mend
    sound = [edit for edit in edits if _is_sound(edit, path)]
    text, left = mend(decoded.text, sound)
    made = _encoded(decoded, text)
    if made is None:
        return data, tuple(edits)
    kept = {id(edit) for edit in sound} - {id(edit) for edit in left}
    return made, tuple(edit for edit in edits if id(edit) not in kept)


def _is_of_a_rule(problem: Problem, path: str) -> bool:
    """Whether a rule found it, in this file: an outline also shows what its drafter.yaml says."""
    here = os.path.abspath(path)  # noqa: PTH100
    return "/" in problem.id and all(os.path.abspath(edit.place.file) == here for edit in problem.edits)  # noqa: PTH100


def _apart(groups: Sequence[Group]) -> list[Group]:
    """The groups of edits of which none overlaps one of a group before it."""
    chosen: list[Group] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    for group in groups:
        spans = [(edit.place.line, *_span(edit)) for edit in group]
        if all(end <= first or start >= last for line, start, end in spans for first, last in taken.get(line, ())):
            chosen.append(group)
            for line, start, end in spans:
                taken.setdefault(line, []).append((start, end))
    return chosen


def _span(edit: Edit) -> tuple[int, int]:
    return edit.place.column, edit.place.column + max(len(edit.old), 1)


def _is_sound(edit: Edit, path: str) -> bool:
    """Whether a place counts what the file holds (it does not behind a broken byte), and no text becomes markup."""
    if path.lower().endswith(WEB_PAGES) and _MARKUP.search(edit.new):
        return False
    return "\ufffd" not in edit.place.source


def _encoded(decoded: decoding.Decoded, text: str) -> bytes | None:
    try:
        return decoded.encode(text)
    except UnicodeEncodeError:
        return None
