"""The headings: by label, style, look or brackets, also several in a paragraph, and the text behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from drafter.check.headings import headings, labelled
from drafter.language.enumerations import enumerations
from drafter.language.numbering import LEVELS, UPPER, Label
from drafter.language.width import normal
from drafter.recover.lists import pattern
from drafter.recover.model import Change, Part
from drafter.recover.shown import view_of
from drafter.recover.structure_levels import levelled
from drafter.recover.structure_looks import Looks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.check.headings import Heading
    from drafter.check.view import View

_STYLES = LEVELS[:4]
_LONGEST_TOPIC = 15
_LONGEST_LINE = 60


class Piece(msgspec.Struct, frozen=True):
    """A part, and what the level of a heading goes by: its label, or the key of its look; the level its style says."""

    part: Part
    label: Label | None = None
    key: str = ""
    said: int = 0


def with_headings(parts: Sequence[Part]) -> tuple[list[Part], list[Change]]:
    """The parts with headings and the text behind each apart, all with their levels, and what was changed."""
    bare = [_without_brackets(part) for part in parts]
    bracketed = [at for at, (old, new) in enumerate(zip(parts, bare, strict=True)) if old.text != new.text]
    changes = [Change(parts[at].text, bare[at].text, parts[at].line, "recover.heading-brackets") for at in bracketed]
    looks = Looks(bare, frozenset(bracketed))
    return levelled(list(_pieces(bare, looks, view_of(map(_text_alone, bare))))), changes


def _text_alone(part: Part) -> Part:
    """A part as headings are looked for in it: what is known to be something else has no words."""
    return part if part.kind == "text" else Part("", part.line)


def _without_brackets(part: Part) -> Part:
    match = pattern("structure", "heading.bracketed").match(part.text) if part.kind == "text" else None
    return replace(part, text=match["words"].strip()) if match else part


def _pieces(parts: Sequence[Part], looks: Looks, view: View) -> Iterator[Piece]:
    marked: dict[int, list[Heading]] = {}
    for each in _marked(view):
        marked.setdefault(each.paragraph, []).append(each)
    for at, part in enumerate(parts):
        if at in marked:
            yield from _cut(part, marked[at], view)
        else:
            yield from _unlabelled(part, looks.key(at), looks.lead(at), looks.label(at))


def _marked(view: View) -> Iterator[Heading]:
    """The headings with labels; among them one as long as a paragraph, where its number goes on from another."""
    heads, last = frozenset(view.once(headings)), dict[str, int]()
    for each in view.once(labelled):
        if each.label is None or not (each.label.style in _STYLES or view.paragraphs[each.paragraph].source.level):
            continue
        goes_on = each.run_in and each.label.number > 1 and last.get(each.label.style) == each.label.number - 1
        stands = each.end_mark != "；" and (goes_on or _is_line(each))
        if (stands or each in heads) and not _lists(each, view):
            last[each.label.style] = each.label.number
            yield each


def _is_line(each: Heading) -> bool:
    """Whether it is a line of the upper levels by itself: （一）办好展览。 and the next, with nothing between them."""
    upper = each.label is not None and each.label.style in UPPER
    return upper and not each.run_in and each.end - each.words <= _LONGEST_LINE


def _lists(each: Heading, view: View) -> bool:
    """Whether it is the first item of a list in its own paragraph: 1.甲。2.乙。"""
    if each.label is None or each.label.style == "chapter" or each.automatic:
        return False
    line = view.normal[each.start : view.paragraphs[each.paragraph].end].partition("\v")[0]
    found = next(iter(enumerations(line)), None)
    return found is not None and found.style == each.label.style and found.members[0].start == 0


def _unlabelled(part: Part, key: str, lead: int, label: Label | None) -> Iterator[Piece]:
    """A part without one of the usual labels: text, a heading with its key, or one (of ``lead``) and what runs in."""
    if not key:
        yield Piece(part)
        return
    end = lead or len(part.text)
    typed = part.text[: label.length] if label else f"{part.label} ".lstrip()
    words = part.text[label.length if label else 0 : end].strip()
    yield Piece(replace(part, kind="heading", text=words, label=typed), label, key, part.style_level)
    yield from _text(part, end, len(part.text))


def _cut(part: Part, marked: Sequence[Heading], view: View) -> Iterator[Piece]:
    """A paragraph as the headings in it, and the text before and behind each."""
    first, last = view.paragraphs[marked[0].paragraph].start, 0
    for each in marked:
        yield from _text(part, last, each.start - first)
        last = _end(part.text, each, first)
        if each.label:
            yield Piece(_headed(part, each, each.label, first, last), each.label, said=part.style_level)
    yield from _text(part, last, len(part.text))


def _headed(part: Part, each: Heading, label: Label, first: int, end: int) -> Part:
    """A heading with its label. One behind a number of the file's that is no label of ours is not ours to print."""
    words = part.text[each.words - first : end].strip()
    typed = part.label if each.automatic else part.text[each.start - first : each.words - first].strip()
    heads = replace(part, text=words, kind="heading", label=typed, runs_in=False)
    if part.label and not each.automatic and each.start == first:
        return replace(heads, label=f"{part.label} {typed}")
    return replace(heads, style=label.style, number=label.number)


def _text(part: Part, start: int, end: int) -> Iterator[Piece]:
    text = part.text[start:end].strip()
    if text:
        yield Piece(replace(part, text=text, label="" if start else part.label, runs_in=start > 0, style_level=0))


def _end(text: str, each: Heading, first: int) -> int:
    """Where a heading ends: with its sentence, or behind 工作目标： which only names what that is about."""
    words, end = each.words - first, each.end - first
    apart = pattern("structure", "heading.blank").match(normal(text[words:end]))
    if apart:
        return words + apart.end()
    colon = normal(text[words : words + _LONGEST_TOPIC]).find("：")
    return words + colon + 1 if colon > 0 and each.end_mark == "。" else end
