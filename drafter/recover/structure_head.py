"""What stands above the text: title, subtitle, speaker, date, source, salutation."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import HEAD, LONGEST_TITLE, named
from drafter.language.numbering import division, parse, top_decimal
from drafter.language.punctuation import ends_sentence
from drafter.language.width import normal
from drafter.recover.lists import pattern
from drafter.recover.model import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Kind, Part

_Look = tuple[int, bool, str, str, bool]

_MOST_LINES = 4
_LONG = 120


def headed(parts: Sequence[Part]) -> tuple[list[Part], list[Change]]:
    """The parts with what stands above the text told apart, and what was changed in it."""
    end = _body(parts)
    kinds = [_kind(part) for part in parts[:end]]
    chosen = _title(parts[:end], kinds, _recurring(parts[end:]))
    kinds = _told(parts[:end], kinds, chosen)
    found = [replace(part, kind=kind) for part, kind in zip(parts[:end], kinds, strict=True)]
    joined = _vertical(found)
    bare = [_bare(part) for part in joined]
    changes = [
        Change(old.text, new.text, new.line, "recover.title-marks")
        for old, new in zip(joined, bare, strict=True)
        if old.text != new.text
    ]
    return [*bare, *parts[end:]], changes


def _told(parts: Sequence[Part], kinds: Sequence[Kind], title: range) -> list[Kind]:
    """What each line is, now that the title is known: a name below that of a speech is the speaker's."""
    above = [part for at, part in enumerate(parts) if at in title or kinds[at] == "subtitle"]
    speech = any(named(normal(part.text).strip("《》—")) == "speech" for part in above)
    found: list[Kind] = ["title" if at in title else kind for at, kind in enumerate(kinds)]
    for at in range(title.stop, len(parts)):
        signed = at == title.stop and title and _is_office(parts[at])
        if found[at] == "text" and (signed or (speech and _is_name(parts[at]))):
            found[at] = "speaker"
    return found


def _body(parts: Sequence[Part]) -> int:
    """Where the text begins: behind the salutation, or at the first line that is a sentence, a heading or a table."""
    for at, part in enumerate(parts[:HEAD]):
        words = normal(part.text)
        if _kind(part) == "salutation":
            return at + 1
        if part.kind == "table" or (_kind(part) == "text" and _is_text(part, words)):
            return at
    return 0 if len(parts) > HEAD else len(parts)


def _is_text(part: Part, words: str) -> bool:
    if part.label or parse(words) or ((division(words) or top_decimal(words)) and len(words) < LONGEST_TITLE):
        return True
    return ends_sentence(words) or len(words) > _LONG or words.endswith("：")


def _kind(part: Part) -> Kind:
    """What a line above the text is, the title aside."""
    words = normal(part.text)
    if part.kind != "text" or len(words) > _LONG:
        return part.kind
    for table, key, kind in _KINDS:
        if pattern("structure", f"{table}.{key}").search(words):
            return kind
    return "text"


_KINDS: tuple[tuple[str, str, Kind], ...] = (
    ("salutation", "line", "salutation"),
    ("salutation", "to", "salutation"),
    ("head", "date", "date"),
    ("head", "source", "credits"),
    ("tail", "credits", "credits"),
    ("head", "subtitle", "subtitle"),
    ("head", "speaker", "speaker"),
    ("head", "speaker_after", "speaker"),
)


def _title(parts: Sequence[Part], kinds: Sequence[Kind], recurring: frozenset[_Look]) -> range:
    """The lines of the title, by index: of the runs of lines that may be one, the one that reads or looks like it."""
    runs = [_trimmed(_before_headings(run, parts, recurring), parts) for run in _runs(parts, kinds)]
    return max(runs, key=lambda run: _weight(run, parts, kinds), default=range(0))


def _runs(parts: Sequence[Part], kinds: Sequence[Kind]) -> list[list[int]]:
    may_be = [kind == "text" and _may_be_title(part) for part, kind in zip(parts, kinds, strict=True)]
    grouped = groupby(range(len(parts)), key=may_be.__getitem__)
    return [list(run) for is_title, run in grouped if is_title]


def _may_be_title(part: Part) -> bool:
    words = normal(part.text)
    cut = len(words) > LONGEST_TITLE or words.endswith(("，", "、", "；"))
    return not cut and not pattern("structure", "head.number").search(words)


def _recurring(parts: Sequence[Part]) -> frozenset[_Look]:
    """How lines below look that are no sentences, and as no sentence does: these are headings."""
    prose = {_look(part) for part in parts if ends_sentence(part.text)}
    return frozenset(_look(part) for part in parts if part.kind == "text" and len(part.text) <= LONGEST_TITLE) - prose


def _look(part: Part) -> _Look:
    return part.style_level, part.bold, part.font, part.named, part.text.startswith(("【", "{", "｛", "〖"))


def _is_name(part: Part) -> bool:
    return bool(pattern("structure", "head.name").match(part.text))


def _is_office(part: Part) -> bool:
    """Whether a line is the name of an office and no more, as below a title whose paper it wrote."""
    return bool(pattern("structure", "tail.signature").match(normal(part.text)))


def _before_headings(run: list[int], parts: Sequence[Part], recurring: frozenset[_Look]) -> list[int]:
    """A run up to a name, or to the first heading of the text: it looks like others, and not like the title."""
    first = parts[run[0]]
    for index, at in enumerate(run[1:], 1):
        whole = _reads([parts[each] for each in run[:index]])
        closed = pattern("structure", "head.closes").search(normal(parts[run[index - 1]].text))
        if (whole and _is_name(parts[at])) or (closed and _is_office(parts[at])):
            return run[:index]
        apart = _look(parts[at]) != _look(first) or _reads([first])
        if apart and _look(parts[at]) in recurring:
            return run[:index]
    return run


def _trimmed(run: list[int], parts: Sequence[Part]) -> range:
    """A run without what is no title in it: more lines than that hold other things too, unless they stand upright."""
    styled = [at for at in run if parts[at].style_level]
    if 0 < len(styled) < len(run) and styled[-1] - styled[0] == len(styled) - 1:
        return range(styled[0], styled[-1] + 1)
    if len(run) <= _MOST_LINES or all(len(parts[at].text) <= 2 for at in run):
        return range(run[0], run[-1] + 1)
    reading = [at for at in run if _reads(parts[at : at + 1])] or [at for at in run if parts[at].style_level]
    first = reading[0] if reading else run[-1]
    last = run[-1] + 1 if run[-1] - first < _MOST_LINES - 1 else first + 1
    return range(first, last)


def _weight(run: range, parts: Sequence[Part], kinds: Sequence[Kind]) -> tuple[bool, bool, bool, int]:
    """How likely a run is the title: it reads like one, looks like one, or has a subtitle below; a name is none."""
    lines = parts[run.start : run.stop]
    above = run.stop < len(kinds) and kinds[run.stop] == "subtitle"
    styled = any(line.style_level == 1 for line in lines)
    return _reads(lines), styled, above or not all(map(_is_name, lines)), run.start


def _reads(lines: Sequence[Part]) -> bool:
    whole = normal("".join(line.text for line in lines)).strip("《》")
    return bool(named(whole)) or any(named(normal(line.text).strip("《》")) for line in lines)


def _vertical(parts: list[Part]) -> list[Part]:
    """A title that was set upright, a character a line, as one line."""
    upright = [part for part in parts if part.kind == "title"]
    if len(upright) < _MOST_LINES or any(len(part.text) > 2 for part in upright):
        return parts
    first = parts.index(upright[0])
    title = replace(upright[0], text="".join(part.text for part in upright))
    return [*parts[:first], title, *parts[first + len(upright) :]]


def _bare(part: Part) -> Part:
    """A title without the 《》 around all of it."""
    whole = part.kind == "title" and part.text.startswith("《") and part.text.endswith("》")
    inside = part.text[1:-1]
    return replace(part, text=inside) if whole and "《" not in inside and "》" not in inside else part
