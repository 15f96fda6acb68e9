"""Makes named facts of the figures, and references of the words that print them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

import msgspec

from drafter.recover import facts_years
from drafter.recover.facts_changes import Grown, grown, risen
from drafter.recover.facts_figures import figures, mentioned
from drafter.recover.facts_key import key_names
from drafter.recover.facts_names import Named, named
from drafter.recover.facts_sums import Made, made_of, named_alike
from drafter.recover.model import FoundFact, Reference

if TYPE_CHECKING:
    from decimal import Decimal

    from drafter.recover.model import Old, Part

Which = Literal["all", "key", "none"]
_NOTE_AROUND = 24


def run(old: Old, which: Which = "all") -> Old:
    """The document after this pass. ``which``: all figures, ``key`` those that repeat or are measured, or none."""
    if which == "none":
        return old
    everything = named(tuple(figures(old)))
    growths, made = _understood(old, everything)
    everything = _without_growths(everything, growths)
    if which == "key":
        kept = key_names(old, everything, growths, made)
        everything = tuple(each for each in everything if each.name in kept)
    parts = _referring(old.parts, everything, growths)
    return facts_years.run(msgspec.structs.replace(old, parts=parts, facts=_facts(old, everything, growths, made)))


def _understood(old: Old, everything: tuple[Named, ...]) -> tuple[list[Grown], Made]:
    """The growths and totals of the document."""
    growths: dict[str, Grown] = {}
    made: Made = {}
    for index, run_ in groupby(everything, lambda each: each.figure.part):
        here, source = list(run_), old.parts[index].text
        text, all_mentioned = mentioned(old.parts[index])
        for each in (*risen(text, source, here, all_mentioned), *grown(text, source, here)):
            growths.setdefault(each.named.name, each)
        made = made_of(here, text, all_mentioned) | made
    members = {name for _, names in made.values() for name in names}
    alike = {name: each for name, each in named_alike(everything).items() if not _circular(name, each[1], made)}
    made |= {name: each for name, each in alike.items() if name not in members}
    return list(growths.values()), made


def _without_growths(everything: tuple[Named, ...], growths: list[Grown]) -> tuple[Named, ...]:
    """Without the figures of a growth that is worked out."""
    worked_out = {(each.named.figure.part, each.end) for each in growths}
    return tuple(each for each in everything if (each.figure.part, each.figure.mention.end) not in worked_out)


def _circular(name: str, members: tuple[str, ...], made: Made) -> bool:
    return name in made or any(member in made for member in members)


def _referring(parts: tuple[Part, ...], everything: tuple[Named, ...], growths: list[Grown]) -> tuple[Part, ...]:
    """The parts with references to the facts, in the order of the text."""
    added: dict[int, list[Reference]] = {}
    kept = {each.name for each in everything}
    for each in everything:
        mention = each.figure.mention
        added.setdefault(each.figure.part, []).append(Reference(mention.start, mention.end, each.name))
    for growth in growths:
        if growth.named.name in kept:
            reference = Reference(growth.start, growth.end, f"{growth.named.name} | {growth.printed}")
            added[growth.named.figure.part].append(reference)
    return tuple(_with(part, added.get(index, [])) for index, part in enumerate(parts))


def _with(part: Part, added: list[Reference]) -> Part:
    if not added:
        return part
    found = sorted((*part.references, *added), key=lambda each: each.start)
    return msgspec.structs.replace(part, references=tuple(found))


def _facts(old: Old, everything: tuple[Named, ...], growths: list[Grown], made: Made) -> tuple[FoundFact, ...]:
    previous = {each.named.name: each.previous for each in growths}
    first = {each.name: each for each in reversed(everything)}
    shown = {each.name: first[each.name] for each in everything}
    return tuple(_fact(old, each, previous.get(name), made.get(name)) for name, each in shown.items())


def _fact(old: Old, each: Named, previous: Decimal | None, made: tuple[str, tuple[str, ...]] | None) -> FoundFact:
    way, part = each.figure.printed, old.parts[each.figure.part]
    how, members = made or ("", ())
    return FoundFact(
        each.name,
        part.line,
        None if how == "sum" else way.value,
        previous,
        way.unit,
        way.scale,
        way.about,
        sum=members if how == "sum" else (),
        parts=members if how == "parts" else (),
        rank=way.rank,
        notes=(_note(part, each),),
    )


def _note(part: Part, each: Named) -> str:
    """第12行：年内，我馆共接待游客4.5万人次: the clause that the figure stands in."""
    start, end = each.figure.mention.start, each.figure.mention.end
    before = part.text[max(0, start - _NOTE_AROUND) : start]
    cut = max(before.rfind(mark) for mark in "。；！？，\v\n") + 1
    return f"第{part.line}行：{before[cut:].strip()}{part.text[start:end]}"
