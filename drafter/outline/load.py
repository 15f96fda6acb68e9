"""Reads an outline: bytes in, a typed outline and every problem of the file out."""

from __future__ import annotations

import datetime
import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.language.numbering import default_style
from drafter.outline import checks, facts, named, names, nodes, parts, shapes, source, syntax
from drafter.outline import settings as shared_settings
from drafter.outline.model import Outline
from drafter.outline.references import fold
from drafter.outline.settings import Settings
from drafter.outline.walk import Walk, gap
from drafter.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.text import Gap
    from drafter.yaml_files import Node

YEAR_ENDS = 11


class Loaded(msgspec.Struct, frozen=True):
    """An outline and what is wrong with its file; ``outline`` is None where there is none to work with."""

    outline: Outline | None
    problems: tuple[Problem, ...]


def load(path: str, settings: bool = True) -> Loaded:
    """The outline in a file. With ``settings``, what it shares comes from the ``drafter.yaml`` above it."""
    data, problems = source.read(path)
    if problems:
        return Loaded(None, problems)
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    return loads(data, path, folder if settings else None)


def loads(data: bytes, file: str, folder: str | None = None) -> Loaded:
    """The outline in ``data``; ``file`` is its name in places, ``folder`` where its ``drafter.yaml`` is looked for."""
    with _uncollected():
        walk = Walk(file, folder)
        shared = shared_settings.read(walk, folder) if folder else Settings()
        root, whole = syntax.root(walk, data, file)
        if whole and root is None:
            walk.problems.append(Problem("outline.empty-file", Place(file)))
        outline = _outline(walk, root, shared) if root else None
        return Loaded(outline if whole else None, tuple(_in_order(walk.problems, file)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: a load keeps nearly all it makes, and to go through it again and again is no use."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _outline(walk: Walk, root: Node, shared: Settings) -> Outline:
    members = walk.members(root, "outline", "")
    sections = members.pop("sections", None)
    values: dict[str, Any] = {en: shapes.read(walk, child, f"/{en}", name) for en, (name, child) in members.items()}
    values["numbering"] = values.get("numbering") or default_style(0)
    if sections:
        level = nodes.level_of(0, "other", values["numbering"])
        values["sections"] = nodes.parts_of(walk, sections[1], "/sections", level, values.get("start", 1))
    outline = _assembled(walk, values, shared, values.get("leaders") or shared.leaders)
    _check_names(walk, outline)
    return outline


def _check_names(walk: Walk, outline: Outline) -> None:
    """Tells of named that do not agree, and of names that nothing has."""
    walk.problems += facts.check(outline.facts, walk.places.find)
    walk.problems += checks.check(outline, walk.referring)
    named.check_lists(walk, outline.facts, outline.lists)
    known = {fold(name) for name in outline.facts}
    for name, pointer in walk.mentions:
        if fold(name) not in known:
            near = walk.nearest(name, outline.facts)
            remedy = "outline.did-you-mean" if near else ""
            walk.tell_at("outline.unknown-fact", pointer, remedy, name=name, near=near)


def _assembled(walk: Walk, values: dict[str, Any], shared: Settings, leaders: Any) -> Outline:
    meeting = parts.meeting(values.get("meeting", {}), leaders)
    campaign = parts.campaign(values.get("campaign", {}))
    kind = values.get("kind") or next(iter(names.tables()["kinds"])).en
    date = values.get("date") or meeting.date or gap(names.lookup("outline")["date"], "/date")
    own = {en: field for en, field in values.get("organization", {}).items() if field}
    return Outline(
        file=walk.places.file,
        kind=kind,
        titles=values.get("title", {}),
        subtitles=values.get("subtitle", {}),
        salutations=values.get("salutation", {}),
        year=values.get("year") or _year(kind, meeting.date or date, campaign.to, campaign.from_),
        date=date,
        organization=parts.organization({**shared.organization, **own}),
        guidance=values.get("guidance") or shared.guidance,
        meeting=meeting,
        campaign=campaign,
        facts=values.get("facts", {}),
        lists=values.get("lists", {}),
        headline=values.get("headline", ()),
        sections=values.get("sections", ()),
        numbering=values["numbering"],
        attachments=values.get("attachments", ()),
        signature=values.get("signature"),
        credits=values.get("credits", {}),
        layout=values.get("layout") or shared.layout,
        places=walk.places,
        leaders=leaders,
        paper=values.get("paper", ""),
        last=values.get("last", ""),
        form=values.get("form") or "line",
        start=values.get("start", 1),
    )


def _year(kind: str, *days: object) -> int | Gap:
    """The year reported on, from the first day known: by kind that day's own year, or the one before it.

    A year is also summed up at its own end: in November and December.
    """
    name = names.find("kinds", kind)
    day = next((day for day in days if isinstance(day, datetime.date)), None)
    if day is None:
        return gap(names.lookup("outline")["year"], "/year")
    return day.year + (name.year if name and day.month < YEAR_ENDS else 0)


def _in_order(problems: list[Problem], file: str) -> list[Problem]:
    """Each problem once, those of the outline by line, then those of ``drafter.yaml``."""
    unique = {(each.id, each.place.file, each.place.line, each.place.column): each for each in problems}
    return sorted(unique.values(), key=lambda each: (each.place.file != file, each.place.line, each.place.column))
