"""What a recovered document has right and wrong, held against its annotation, category by category."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.numbering import LEVELS

from .compared_body import body, dropped, joined, printed, tables
from .compared_facts import facts
from .compared_roles import roles
from .marks import HEAD_FIELDS, Mark, compact, label_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old, Part

    from .annotated import Annotation, Row


class List(NamedTuple):
    """An enumeration that was found: where it begins, its style, and its members' places among the parts."""

    line: int
    style: str
    members: list[int]


def compare(truth: Annotation, old: Old) -> list[Mark]:
    """Everything that was looked for in a document."""
    lists = lists_of(old.parts)
    looked = (_headings(truth, old), _false_headings(truth, old, lists), _lists(truth, lists))
    others = (_title, _head_fields, _kind, roles, facts, dropped, joined, tables, body, printed)
    return [*chain(*looked), *chain.from_iterable(look(truth, old) for look in others)]


def lists_of(parts: tuple[Part, ...]) -> list[List]:
    """The runs of labelled parts that stand side by side: of one level and style, under one parent, counting on."""
    found: list[List] = []
    open_at: dict[int, List] = {}
    for at, part in enumerate(parts):
        if part.kind not in ("point", "heading"):
            continue
        open_at = {level: group for level, group in open_at.items() if level <= part.level}
        group = open_at.get(part.level)
        if group is None or not _goes_on(parts[group.members[-1]], part):
            group = open_at[part.level] = List(part.line, part.style, [])
            found.append(group)
        group.members.append(at)
    return found


def _goes_on(before: Part, part: Part) -> bool:
    same = part.style == before.style or {part.style, before.style} <= {"first", "ordinal"}
    return same and bool(part.label) == bool(before.label) and not (before.number and part.number == 1)


def _headings(truth: Annotation, old: Old) -> Iterator[Mark]:
    for row in truth.headings:
        part = next((each for each in old.parts if _is_heading(each, row)), None)
        yield Mark("heading recall", part is not None, int(row[0]), f"{_called(row)} is no heading")
        if part:
            yield Mark("level", part.level == row[1], part.line, f"{_called(row)}: {part.level}, not {row[1]}")


def _is_heading(part: Part, row: Row) -> bool:
    if part.kind not in ("heading", "point") or part.line != row[0]:
        return False
    if row[2] and part.label:
        return label_key(part.label) == label_key(str(row[2]))
    return compact(part.label + part.text).startswith(compact(_called(row)))


def _called(row: Row) -> str:
    return str(row[2] or row[3])


def _false_headings(truth: Annotation, old: Old, lists: list[List]) -> Iterator[Mark]:
    """Of all that was made a heading, what is one: the other half of precision."""
    members = {at for group in lists if _true_list(truth, group) for at in group.members}
    for at, part in enumerate(old.parts):
        if part.kind != "heading" or at in members or part.style not in ("", "none", *LEVELS):
            continue
        right = any(_is_heading(part, row) for row in truth.headings)
        if right or not _may_be_heading(truth, old.parts[at : at + 2]):
            yield Mark("heading precision", right, part.line, f"{part.label or part.text[:4]} is a heading")


def _may_be_heading(truth: Annotation, parts: tuple[Part, ...]) -> bool:
    leads_in = truth.may_lead_in and not parts[0].label and len(parts) > 1 and parts[1].runs_in
    return leads_in or parts[0].line in truth.may_be_headings


def _true_list(truth: Annotation, group: List) -> bool:
    return any((row[0], row[1]) == (group.line, group.style) for row in truth.enumerations)


def _lists(truth: Annotation, lists: list[List]) -> Iterator[Mark]:
    for line, style, count, *_ in truth.enumerations:
        sizes = [len(group.members) for group in lists if (group.line, group.style) == (line, style)]
        yield Mark("enumerations", count in sizes, int(line), f"{style}: {sizes or 'not found'}, not {count}")


def _title(truth: Annotation, old: Old) -> Iterator[Mark]:
    found = _lines(old, "title")
    yield Mark("title", found in truth.title, truth.title[0][0], f"lines {found}")


def _lines(old: Old, kind: str) -> tuple[int, ...]:
    return tuple(part.line for part in old.parts if part.kind == kind)


def _head_fields(truth: Annotation, old: Old) -> Iterator[Mark]:
    """The salutation, which must be found and no other line taken for it; of the other lines those that are there."""
    found = _lines(old, "salutation")
    yield Mark("salutation", found == truth.salutation, (*truth.salutation, 0)[0], f"lines {found}")
    for kind in HEAD_FIELDS:
        for line in getattr(truth, kind) if kind != "salutation" else ():
            kinds = {each for each in HEAD_FIELDS if line in getattr(truth, each)}
            given = {part.kind for part in old.parts if part.line == line}
            yield Mark("other head and end lines", bool(kinds & given), line, f"{kind} is {sorted(given)}")


def _kind(truth: Annotation, old: Old) -> Iterator[Mark]:
    right = old.kind in truth.kinds or ("none" in truth.kinds and not (old.kind and old.kind_sure))
    yield Mark("kind", right, 0, f"{old.kind}, not {' or '.join(truth.kinds)}")
