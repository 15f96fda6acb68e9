"""What a recovered document has right and wrong, held against its annotation, category by category."""

from __future__ import annotations

import unicodedata
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.numbering import LEVELS
from drafter.language.quantities import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotated import Annotation, Document, Row

    from drafter.document.manuscript import Line
    from drafter.recover.model import FoundFact, Old, Part

HEAD_FIELDS = ("subtitle", "salutation", "speaker", "date", "signature", "credits")
NOT_BODY = {"title", *HEAD_FIELDS}
LABEL_MARKS = "、.,:。 \t\u3000"


class Mark(NamedTuple):
    """One thing looked for: ``right`` or not; ``line`` and ``said`` tell of it where it is not."""

    category: str
    right: bool
    line: int
    said: str = ""


class List(NamedTuple):
    """An enumeration that was found: where it begins, its style, and its members' places among the parts."""

    line: int
    style: str
    members: list[int]


def compare(document: Document, old: Old) -> list[Mark]:
    """Everything that was looked for in a document."""
    truth, lists = document.truth, lists_of(old.parts)
    looked = (_headings, _lists, _false_headings)
    found = [mark for look in looked for mark in look(truth, old, lists)]
    rest = (_title, _head_fields, _roles, _kind, _facts, _dropped, _tables)
    return [*found, *(mark for look in rest for mark in look(truth, old)), *_body(document, old)]


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


def label_key(label: str) -> str:
    """A label without what may rightly be set otherwise: width, the mark behind it."""
    return unicodedata.normalize("NFKC", label).strip(LABEL_MARKS)


def compact(text: str) -> str:
    """The Han characters and digits of a text, whatever their width: what must not be lost, and no gloss has."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum() and not _latin(each))


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _headings(truth: Annotation, old: Old, _: list[List]) -> Iterator[Mark]:
    for row in truth.headings:
        part = next((each for each in old.parts if _is_heading(each, row)), None)
        yield Mark("heading recall", part is not None, int(row[0]), f"{_called(row)} is no heading")
        if part:
            yield Mark("level", part.level == row[1], part.line, f"{_called(row)}: {part.level}, not {row[1]}")


def _is_heading(part: Part, row: Row) -> bool:
    if part.kind not in ("heading", "point") or part.line != row[0]:
        return False
    if row[2]:
        return label_key(part.label) == label_key(str(row[2]))
    return not part.label and compact(part.text).startswith(compact(str(row[3])))


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


def _lists(truth: Annotation, _: Old, lists: list[List]) -> Iterator[Mark]:
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


def _roles(truth: Annotation, old: Old) -> Iterator[Mark]:
    told = roles_of(old.parts)
    for category, rows in (("role", truth.sections), ("role of a passage", truth.passages)):
        for row in rows:
            given = told[_part_at(old.parts, row)]
            right = given in str(row[1]).split("|")
            yield Mark(category, right, int(row[0]), f"{(*row, '')[2]} {given or 'none'}, not {row[1]}")


def roles_of(parts: tuple[Part, ...]) -> list[str]:
    """The role of every part: its own, or that of the heading it stands under; above all headings, that before it."""
    told: list[str] = []
    above: dict[int, str] = {}
    for part in parts:
        if part.kind in ("heading", "point"):
            above = {level: role for level, role in above.items() if level < part.level}
            above[part.level] = part.role or (above[max(above)] if above else "")
        elif part.level == 0 and part.kind not in NOT_BODY:
            above = {0: part.role or (above.get(0, "") if set(above) <= {0} else "")}
        inherited = [above[level] for level in sorted(above) if level <= part.level and above[level]]
        told.append(part.role or (inherited[-1] if inherited else ""))
    return told


def _part_at(parts: tuple[Part, ...], row: Row) -> int:
    """Where what stands at a line is among the parts; a line that was joined to another is with it."""
    label = label_key(str(row[2])) if len(row) > 2 else ""
    body = [at for at, part in enumerate(parts) if part.kind not in NOT_BODY]
    here = [at for at in body if parts[at].line == row[0] and (not label or label_key(parts[at].label) == label)]
    before = [at for at in body if parts[at].line < int(row[0])]
    return (here or before[-1:] or [0])[0]


def _kind(truth: Annotation, old: Old) -> Iterator[Mark]:
    right = old.kind in truth.kinds or ("none" in truth.kinds and not (old.kind and old.kind_sure))
    yield Mark("kind", right, 0, f"{old.kind}, not {' or '.join(truth.kinds)}")


def _facts(truth: Annotation, old: Old) -> Iterator[Mark]:
    """Each sampled figure, a fact that stands for one no longer there for the next; then whether its name will do."""
    left = list(old.facts)
    for row in truth.facts:
        known = [fact for fact in left if _is_fact(old, fact, row)]
        fact = next((each for each in known if _named(each.name, row)), known[0] if known else None)
        if fact:
            left.remove(fact)
        name = fact.name if fact else _growth_of(old, row)
        yield Mark("facts", bool(name), int(row[0]), f"{row[1]}{row[2]}: no fact")
        if name:
            yield Mark("names of facts", _named(name, row), int(row[0]), f"{row[1]}{row[2]}: {name}")


def _named(name: str, row: Row) -> bool:
    return any(str(word) in name for word in row[3:])


def _is_fact(old: Old, fact: FoundFact, row: Row) -> bool:
    lines = {part.line for part in old.parts if part.line <= int(row[0])}
    near = max(lines, default=0) <= fact.line <= int(row[0]) or fact.line == row[0]
    return near and any(_quantity(fact) == _scaled(row[1], unit) for unit in str(row[2]).split("|"))


def _quantity(fact: FoundFact) -> tuple[Decimal, str]:
    return _scaled(fact.value if fact.value is not None else Decimal(-1), fact.unit)


def _scaled(value: object, unit: str) -> tuple[Decimal, str]:
    """A figure in full and its unit without 万 or 亿 before it: 4.5, 万人次 → 45000, 人次."""
    unit = unicodedata.normalize("NFKC", unit)
    scale = max((each for each in SCALES if unit.startswith(each)), key=len)
    return Decimal(str(value)) * SCALES[scale], unit.removeprefix(scale)


def _growth_of(old: Old, row: Row) -> str:
    """What a figure is the growth of, where the text says it as that and not as a fact of its own."""
    for part in old.parts:
        for reference in part.references if part.line <= int(row[0]) else ():
            words = unicodedata.normalize("NFKC", part.text[reference.start : reference.end])
            if "|" in reference.name and f"{row[1]}{row[2]}" in words:
                return reference.name
    return ""


def _dropped(truth: Annotation, old: Old) -> Iterator[Mark]:
    kinds: dict[int, set[str]] = {}
    for part in old.parts:
        kinds.setdefault(part.line, set()).add(part.kind)
    gone = "".join(compact(each.text) for each in old.dropped)
    sources = dict(enumerate(old.manuscript.sources, 1))
    for line in truth.dropped:
        right = line not in kinds and (old.manuscript.format == "html" or compact(sources[line]) in gone)
        yield Mark("dropped lines", right, line, f"kept as {sorted(kinds.get(line, {'part of another'}))}")
    for line in truth.sources:
        left = kinds.get(line, set()) - NOT_BODY
        yield Mark("dropped lines", not left, line, f"kept as {sorted(left)}")


def _tables(truth: Annotation, old: Old) -> Iterator[Mark]:
    for line, rows, columns in truth.tables:
        table = next((part for part in old.parts if part.kind == "table" and part.line == line), None)
        size = (len(table.rows), max(map(len, table.rows), default=0)) if table else (0, 0)
        yield Mark("tables", size == (rows, columns), line, f"{size}, not {(rows, columns)}")


def _body(document: Document, old: Old) -> Iterator[Mark]:
    """Every line of the body is in the parts, letter for letter but for the changes that are told."""
    truth, stream = document.truth, "".join(map(_all_of, old.parts))
    first, last = truth.body
    for line in document.manuscript.lines:
        number = line.marks[0].line
        if first <= number <= last and number not in (*truth.dropped, *truth.sources):
            yield Mark("body lines kept", _as_told(line, truth, old) in stream, number, "lost")


def _all_of(part: Part) -> str:
    cells = [cell for row in part.rows for cell in row]
    return compact("".join((part.label, part.text, *cells)))


def _as_told(line: Line, truth: Annotation, old: Old) -> str:
    """A line after the changes, and where a part of it may go, the droppings, that are told of it."""
    number, text = line.marks[0].line, line.text
    for each in old.changes:
        text = text.replace(each.old, each.new) if each.line == number else text
    said = compact(text)
    for gone in old.dropped if number in truth.partial else ():
        said = said.removesuffix(compact(gone.text)) if gone.line == number else said
    return said


def counted(marks: Iterable[Mark]) -> dict[str, tuple[int, int]]:
    """Right and all, by category."""
    right, every = Counter[str](), Counter[str]()
    for mark in marks:
        every[mark.category] += 1
        right[mark.category] += mark.right
    return {category: (right[category], every[category]) for category in every}
