"""A table of contents before the text: its lines are headings of nothing, and say everything twice."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.numbering import DIVISIONS, LEVELS, division, parse
from drafter.language.punctuation import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.check.view import Paragraph, View

FEWEST = 3
LONGEST = 80
_KNOWN_BY = 10  # characters: the end of a line may be cut off, or followed by a page number

Key = tuple[str, int, str]


class Entry(msgspec.Struct, frozen=True):
    """A paragraph that might be a line of a table of contents; ``key`` is what its heading in the text would share."""

    paragraph: int
    key: Key
    heads: bool


def contents(view: View) -> frozenset[int]:
    """The paragraphs of a table of contents, by index; to be asked through ``view.once``."""
    lines = [each for each in view.paragraphs if view.text[each.start : each.end].strip()]
    entries = [_entry(each, view) for each in lines]
    last = {entry.key: entry.paragraph for entry in entries if entry}
    found: set[int] = set()
    for start, run in _runs(entries):
        titled = start > 0 and bool(_title().match(view.words(lines[start - 1]).strip()))
        if titled or _is_repeated(run, last):
            found.update(each.paragraph for each in run)
            found.update([lines[start - 1].index] if titled else ())
    return frozenset(found)


def _entry(paragraph: Paragraph, view: View) -> Entry | None:
    text = (paragraph.source.label + view.text[paragraph.start : paragraph.end]).strip()
    if paragraph.source.cell or len(text) > LONGEST or not (label := parse(text) or division(text)):
        return None
    words = _leaders().sub("", text[label.length :])
    if ends_sentence(words):
        return None
    return Entry(
        paragraph.index, (label.style, label.number, words[:_KNOWN_BY].strip()), label.style in (*DIVISIONS, *LEVELS)
    )


def _runs(entries: Sequence[Entry | None]) -> Iterator[tuple[int, list[Entry]]]:
    """Entries without anything between them, with the index of the first; one that comes again begins another."""
    run: list[Entry] = []
    for index, entry in enumerate([*entries, None]):
        if run and (entry is None or entry.key == run[0].key):
            yield index - len(run), run
            run = []
        if entry:
            run.append(entry)


def _is_repeated(run: Sequence[Entry], last: dict[Key, int]) -> bool:
    heads = [entry for entry in run if entry.heads]
    again = sum(last[entry.key] > run[-1].paragraph for entry in heads)
    return len(run) >= FEWEST and again >= 2 and again * 2 >= len(heads)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"目\s*[录次](?:[/／]|[：:]?\s*[.…]*\s*$)")


@cache
def _leaders() -> re.Pattern[str]:
    """Dots and a page number behind an entry, or the dots of one cut off."""
    return re.compile(r"(?:[.…·．\s]{2,}|\t)\d{0,4}\s*$|…+$")
