"""Lines apart that stand in one paragraph: at a break, behind a title that runs into the text, before the credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import LONGEST_TITLE, SHORTEST_TITLE, named
from drafter.language.punctuation import ends_sentence
from drafter.language.width import BLANKS
from drafter.recover.lists import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.recover.model import Part

_LONG = 100


def lines(parts: Iterable[Part]) -> list[Part]:
    """The parts with those of several lines as one each, blanks around them gone."""
    apart = [line for part in parts for line in _lines(part)]
    return [*_titled(apart[:1]), *apart[1:]]


def _lines(part: Part) -> Iterator[Part]:
    if part.cell:
        yield part
        return
    label, level = part.label, part.style_level
    for text in part.text.split("\v"):
        if text.strip() or label:
            yield from _credited(replace(part, text=text.strip(), label=label, style_level=level))
            label, level = "", 0


def _credited(part: Part) -> Iterator[Part]:
    """A paragraph, and the credits in brackets that it ends with: …。（撰稿：某某）."""
    match = pattern("structure", "tail.credits_behind").search(part.text, max(0, len(part.text) - _LONG))
    if match is None:
        yield part
        return
    yield replace(part, text=part.text[: match.start()])
    yield replace(part, text=match["credits"], kind="credits", label="", runs_in=True)


def _titled(first: list[Part]) -> list[Part]:
    """The first line, and apart from it the title that a whole document on one line begins with."""
    if not first or len(first[0].text) < _LONG or first[0].label:
        return first
    part = first[0]
    for at in range(SHORTEST_TITLE, LONGEST_TITLE):
        title, following = part.text[:at], part.text[at:]
        if following[0] in BLANKS and named(title.strip(BLANKS)) and not ends_sentence(title):
            return [replace(part, text=title), replace(part, text=following.strip(), style_level=0)]
    return first
