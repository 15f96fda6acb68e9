"""The figures of an old document that can be facts: named, and printed again exactly as they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from drafter.language import dates
from drafter.language.dealt import dealt
from drafter.language.growths import rises_to
from drafter.language.mentions import Change, Mention, changes, mentions
from drafter.language.naming import Naming
from drafter.language.quantities import ABOUT_WITHIN, PERCENT, Quantity, show, takes_more
from drafter.language.subjects import chained, naming, stands_alone, subject
from drafter.language.words import words
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old, Part

Called = tuple[Mention, Naming, bool]
"""A figure, what it is called, and whether it is a rank."""

KINDS = ("text", "heading", "point")
_QUOTED = re.compile("《[^《》]*》|“[^“”，。；]{0,14}”|〔[^〔〕]*〕|https?://[^\\s，。]*")
_TIED = re.compile("[、，](?:到[0-9]{4}年)?(?:总量|总数|规模)?(?:达到?|突破|超过?|增至|升至|增加到)$")
_RANK = re.compile(
    "(?:排名|名列|位列|位居|排在|列|居)[^，。；：、0-9]{0,6}第(?P<figure>(?P<number>[1-9][0-9]{0,3})(?P<unit>位|名))"
)
_SAID = 60
_DID = {"多": "增加", "增": "增加", "升": "上升", "减": "减少", "少": "减少", "降": "下降"}
_PLANS = re.compile("计划|任务|安排|打算|展望|目标|下一步|今后|工作思路")


class Printed(msgspec.Struct, frozen=True):
    """What makes a fact print the words of the source: ``value`` in full, ``unit``, ``scale`` (show) and ``about``."""

    value: Decimal
    unit: str
    scale: str = ""
    about: str = ""
    rank: bool = False


class Figure(msgspec.Struct, frozen=True):
    """A figure of part number ``part``, how it prints, and what it may be called.

    ``sentence`` is where its sentence begins in the part, ``planned`` whether its chapter is about what is to come;
    ``said`` is its sentence up to it, as far as that may tell it from another of its name.
    """

    part: int
    mention: Mention
    printed: Printed
    naming: Naming
    sentence: int
    planned: bool = False
    heading: str = ""
    said: str = ""


def figures(old: Old) -> Iterator[Figure]:
    """Every figure that can be a fact, in order."""
    heading, planned = "", False
    for index, part in enumerate(old.parts):
        if part.kind == "heading":
            heading = part.text
            planned = bool(_PLANS.search(part.text)) if part.level <= 1 else planned
        if part.kind in KINDS:
            yield from _of_part(index, part, planned or part.role in ("tasks", "goals"), heading)


def mentioned(part: Part) -> tuple[str, tuple[Mention, ...]]:
    """A part's text with its marks in proper width, and all figures it mentions."""
    text = plain(part.text)
    return text, tuple(mentions(text))


def printed(quantity: Quantity, words_: str, rank: bool = False) -> Printed | None:
    """How a fact must be written to print ``words_``; None where none would."""
    if rank:
        return Printed(quantity.value, quantity.unit, rank=True)
    quantity = _in_its_own_words(quantity, words_)
    whole = quantity.value
    whole = Decimal(int(whole)) if quantity.scale and whole == int(whole) else whole
    scaled = Printed(whole, quantity.unit, quantity.scale, quantity.about)
    unscaled = Printed(quantity.number, quantity.scale + quantity.unit, "", quantity.about)
    ways = (unscaled, scaled) if quantity.unit == "元" or "亿" in quantity.scale else (scaled, unscaled)
    return next((way for way in ways if prints(way) == words_ and _is_sound(way)), None)


def _is_sound(way: Printed) -> bool:
    """Whether 多 or 余 goes with the number; the outline would be hinted at for 64余场."""
    return way.about not in ABOUT_WITHIN or takes_more(way.value, way.unit, way.scale)


def _in_its_own_words(quantity: Quantity, words_: str) -> Quantity:
    """The quantity with its unit as the source writes it (項)."""
    at = plain(words_).rfind(quantity.unit) if quantity.unit else -1
    return msgspec.structs.replace(quantity, unit=words_[at : at + len(quantity.unit)]) if at >= 0 else quantity


def prints(way: Printed) -> str:
    """What an outline prints for a fact; "" for none of what should not happen, which reads 未发生."""
    if way.value == 0 and way.unit in words("happenings"):
        return ""
    return show(way.value, way.unit, way.scale, way.about)


def _of_part(index: int, part: Part, planned: bool, heading: str) -> Iterator[Figure]:
    text, found = mentioned(part)
    shut = _shut(text, part)
    ends = [0, *(match.end() for match in re.finditer("[。！？\n]", text))]
    for mention, name, rank in _all_called(text, found):
        way = printed(mention.quantity, part.text[mention.start : mention.end], rank)
        if way and not _overlaps(shut, mention.start, mention.end):
            sentence = ends[bisect_right(ends, mention.start) - 1]
            said = text[max(sentence, mention.start - _SAID) : mention.start]
            yield Figure(index, mention, way, name, sentence, planned, heading, said)


def _all_called(text: str, found: tuple[Mention, ...]) -> list[Called]:
    """All figures of a text that have a name, in order; what 分别 says of one goes before what stands around it."""
    counted = list(_called(text, found))
    said = [*counted, *_changed(text), *_ranked(text), *_dealt(text, found, counted)]
    by_start = {each[0].start: each for each in said}
    return [by_start[start] for start in sorted(by_start)]


def _dealt(text: str, found: tuple[Mention, ...], counted: list[Called]) -> Iterator[Called]:
    names = {mention.start: name for mention, name, _ in counted}
    for each in dealt(text, found):
        owner = names.get(each.of.start) if each.of else Naming(each.name)
        if owner:
            longer = tuple(name + each.deed for name in owner.longer)
            yield each.mention, Naming(owner.name + each.deed, longer, owner.vague), False


def _called(text: str, found: tuple[Mention, ...]) -> Iterator[Called]:
    """The figures that count something. One that another rose from has its name from there and is none itself."""
    seam, goes_on, changed = 0, None, {change.end: change for change in changes(text)}
    for before, mention, after in zip((None, *found), found, (*found[1:], None), strict=False):
        name = goes_on or naming(text, mention, seam) or (chained(text, mention, before) if before else None)
        name = name or _reached(text, mention, changed)
        goes_on = name if after and rises_to(text, mention, after) else None
        seam = seam if text.endswith("连续", 0, mention.start) else mention.end
        if name and not goes_on:
            yield mention, name, False


def _reached(text: str, mention: Mention, changed: dict[int, Change]) -> Naming | None:
    """What rose to a figure that stands behind the growth: 产值, of 产值增长19.2%、突破8500亿元."""
    tied = _TIED.search(text, max(0, mention.start - 14), mention.start)
    change = changed.get(tied.start()) if tied else None
    return subject(text, change.start) if change and mention.quantity.unit not in PERCENT else None


def _changed(text: str) -> Iterator[Called]:
    """What rose or fell: 网上零售额增长19%, or, behind the figure that did, 9570家、增长8.6%."""
    for change in changes(text):
        counted = Mention(change.end - change.quantity.length, change.end, change.quantity)
        if not _is_measure(text, change):
            continue
        found = subject(text, change.start)
        if found and not found.vague:
            name = found.name + _DID.get(change.verb, change.verb)
            yield counted, Naming(name, vague=name in words("attributes")), False
        elif stands_alone(text, change.start):
            yield counted, Naming(_DID.get(change.verb, change.verb), vague=True), False


def _is_measure(text: str, change: Change) -> bool:
    """Whether a change is told by how much, not 提升4项行动, where the figure counts what comes behind it."""
    is_share = change.quantity.unit in (*PERCENT, "个百分点", "倍")
    return is_share or not text[change.end : change.end + 1].isalnum()


def _ranked(text: str) -> Iterator[Called]:
    """全国排名第76位: the place, without 第, which stays in the text."""
    for match in _RANK.finditer(text):
        start, end = match.span("figure")
        quantity = Quantity(Decimal(match["number"]), match["unit"], length=end - start)
        stop = match.start() - text.startswith(("上", "中"), match.start() - 1)
        before = Mention(stop, stop, msgspec.structs.replace(quantity, unit="项"))
        called = naming(text, before)
        if called and not called.vague:
            name = Naming(called.name + "排名", tuple(each + "排名" for each in called.longer))
            yield Mention(start, end, quantity), name, True
        elif stands_alone(text, stop):
            yield Mention(start, end, quantity), Naming("排名", vague=True), True


def _shut(text: str, part: Part) -> list[tuple[int, int]]:
    """Stretches in which no figure is a fact: names in quotes and book marks, anniversaries, what is a reference."""
    found = [match.span() for match in _QUOTED.finditer(text)]
    found += [(each.start, each.end) for each in dates.find_anniversaries(text)]
    return sorted(found + [(each.start, each.end) for each in part.references])


def _overlaps(shut: list[tuple[int, int]], start: int, end: int) -> bool:
    last = bisect_right(shut, (end, 0)) - 1
    return last >= 0 and any(stop > start for _, stop in shut[max(0, last - 2) : last + 1])
