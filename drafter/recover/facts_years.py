"""The paper's own years in titles and headings, and its day below the title: ``{{ year }}年``, ``（{{ date }}）``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from drafter.language import dates
from drafter.recover.model import Reference

if TYPE_CHECKING:
    from drafter.recover.model import Old, Part

KINDS = ("title", "heading")
BELOW = ("date", "subtitle")
_YEAR = re.compile("(?<![0-9A-Za-z.—-])[12][0-9]{3}(?=年(?!(?:[0-9]|至|到|以来|前|后|[—～-])))")
_OWN = re.compile("总结|计划|安排|打算|要点|部署|工作|报告|任务|目标|回顾|展望|情况|表彰|述职")


def run(old: Old) -> Old:
    """The document with references for the years of its titles and the day below them, where they are known.

    Elsewhere a year stays as it is: rollover moves it by rule, and some years of a text never move.
    """
    year, day = str(old.fields.get("/year", "")), _written(str(old.fields.get("/date", "")))
    names = {year: "year", str(int(year) + 1): "next_year"} if year.isdecimal() else {}
    return msgspec.structs.replace(old, parts=tuple(_dated(_part(part, names), day) for part in old.parts))


def _written(date: str) -> str:
    """The paper's day as an outline prints it; "" where it is not known."""
    known = dates.parse_day(date)
    return dates.day(known) if known else ""


def _dated(part: Part, day: str) -> Part:
    """A line below the title with a reference for the paper's own day: last year's must not come out next year."""
    start = part.text.find(day) if day and part.kind in BELOW else -1
    if start < 0 or part.references:
        return part
    return msgspec.structs.replace(part, references=(Reference(start, start + len(day), "date"),))


def _part(part: Part, names: dict[str, str]) -> Part:
    if part.kind not in KINDS or not _OWN.search(part.text):
        return part
    taken = {at for each in part.references for at in range(each.start, each.end)}
    found = [match for match in _YEAR.finditer(part.text) if match[0] in names and match.start() not in taken]
    added = [Reference(match.start(), match.end(), names[match[0]]) for match in found]
    ordered = sorted((*part.references, *added), key=lambda each: each.start)
    return msgspec.structs.replace(part, references=tuple(ordered))
