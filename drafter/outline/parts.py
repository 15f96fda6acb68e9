"""The parts of an outline around its body: organization, people, meeting, campaign, attachments, signature."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.outline import names, traps
from drafter.outline.model import (
    AgendaItem,
    Attachment,
    Campaign,
    Meeting,
    Organization,
    Person,
    Signature,
    Table,
)
from drafter.outline.shapes import SHAPES, cells, fields, lines, listed, text
from drafter.outline.text import Gap, blank
from drafter.outline.walk import Walk, gap, is_empty
from drafter.yaml_files import MappingNode, Node, ScalarNode

if TYPE_CHECKING:
    from drafter.outline.model import Lines
    from drafter.outline.names import Name
    from drafter.outline.text import Text

GAP_SHAPES = ("text", "day", "loose-day", "year")


@cache
def _absent(table: str) -> tuple[tuple[str, Name, bool], ...]:
    return tuple((name.en, name, name.shape in GAP_SHAPES) for name in names.tables()[table])


def filled(table: str, pointer: str, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with a gap for each single field, and nothing for each list, that was not typed."""
    for en, name, single in _absent(table):
        if en not in values:
            values[en] = gap(name, f"{pointer}/{en}") if single else ()
    return values


def organization(values: dict[str, Any]) -> Organization:
    """Who writes; ``values`` are the fields typed in the outline and in ``drafter.yaml``."""
    return Organization(**filled("organization", "/organization", values))


def meeting(values: dict[str, Any], leaders: tuple[Person, ...]) -> Meeting:
    """The meeting; a speaker or host among ``leaders`` has the post and form of address given there."""
    for role in names.tables()["meeting"]:
        if role.shape == "person":
            someone = values.get(role.en) or nobody(f"/meeting/{role.en}", role.label)
            values[role.en] = _introduced(someone, leaders)
    return Meeting(**filled("meeting", "/meeting", values))


def campaign(values: dict[str, Any]) -> Campaign:
    """The campaign summed up."""
    values = filled("campaign", "/campaign", values)
    values["from_"] = values.pop("from")
    return Campaign(**values)


def record(walk: Walk, node: Node, pointer: str, name: Name) -> dict[str, Any]:
    """The fields typed of the organization, the meeting or the campaign, by English key."""
    return fields(walk, node, name.shape, pointer)


def person(walk: Walk, node: Node, pointer: str, name: Name) -> Person:
    """Somebody: a map, or only a name."""
    if isinstance(node, ScalarNode):
        words = "" if traps.wide_brackets(walk, node, pointer) else walk.line(node, pointer)
        values: dict[str, Any] = {"name": walk.text(words, pointer)} if words else {}
    else:
        values = fields(walk, node, "person", pointer)
    given = {en: field for en, field in values.items() if field}
    return msgspec.structs.replace(nobody(pointer, name.label), **given)


def nobody(pointer: str, label: str) -> Person:
    """A person of whom nothing is known: three gaps."""
    return Person(*(Gap(f"{pointer}/{name.en}", label + name.label) for name in names.tables()["person"]))


def people(walk: Walk, node: Node, pointer: str, name: Name) -> tuple[Person, ...]:
    """People in the order they are named."""
    return tuple(person(walk, child, where, name) for child, where in walk.items(node, pointer))


def _introduced(someone: Person, leaders: tuple[Person, ...]) -> Person:
    known = next((leader for leader in leaders if someone.name and leader.name == someone.name), None)
    if known is None:
        return someone
    return Person(someone.name, someone.post or known.post, someone.call or known.call)


def agenda(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[AgendaItem, ...]:
    """What happened at a meeting, in order."""
    found = ((fields(walk, child, "agenda", where), where) for child, where in walk.items(node, pointer))
    return tuple(AgendaItem(**filled("agenda", where, values)) for values, where in found)


def table(walk: Walk, node: Node, pointer: str, _name: Name) -> Table | None:
    """Header and rows, or the name of what the table is made from."""
    if isinstance(node, ScalarNode) and not is_empty(node):
        made_from = listed(walk, node, walk.line(node, pointer), pointer, "tables")
        return Table(pointer, made_from=made_from) if made_from else None
    return _checked(walk, fields(walk, node, "table", pointer), pointer)


def rows(walk: Walk, node: Node, pointer: str, name: Name) -> tuple[Lines, ...]:
    """The rows of a table. A cell with nothing in it is one; ``~`` says that something is to come."""
    return tuple(_row(walk, child, where, name) for child, where in walk.items(node, pointer))


def _row(walk: Walk, node: Node, pointer: str, name: Name) -> Lines:
    found = cells(walk, node, pointer, name)
    return tuple([cell if cell or not _to_come(walk, cell) else blank(Gap(cell.pointer, name.zh)) for cell in found])


def _to_come(walk: Walk, cell: Text) -> bool:
    node = walk.places.spots[cell.pointer]
    return isinstance(node, ScalarNode) and node.value == "~"


def _checked(walk: Walk, values: dict[str, Any], pointer: str) -> Table | None:
    """A table in which every row is as wide as the header, or as the first row; None where it has no cells."""
    header = values.get("header", ())
    made = Table(pointer, header=header, rows=tuple(_named(row, header) for row in values.get("rows", ())))
    width = len(made.header or next(iter(made.rows), ()))
    for index, row in enumerate(made.rows):
        if len(row) != width:
            where = f"{pointer}/rows/{index}"
            walk.tell("outline.row-width", walk.places.spots[where], where, cells=len(row), width=width)  # type: ignore[arg-type]
    return made if width else None


def _named(row: Lines, header: Lines) -> Lines:
    """A row whose gaps are called after the row and their columns: 接待观众2026年."""
    if all(cell.pieces[0].gap is None for cell in row):
        return row
    labels = [f"{row[0]}{column}" for column in (*header, *("" for _ in row))]
    return tuple(
        blank(Gap(cell.pointer, label)) if at and label and cell.pieces[0].gap is not None else cell
        for at, (cell, label) in enumerate(zip(row, labels, strict=False))
    )


def attachments(walk: Walk, node: Node, pointer: str, _name: Name) -> tuple[Attachment, ...]:
    """What is attached, in order: maps, or only titles."""
    return tuple(_attachment(walk, child, where) for child, where in walk.items(node, pointer))


def _attachment(walk: Walk, node: Node, pointer: str) -> Attachment:
    title = names.lookup("attachment")["title"]
    if isinstance(node, ScalarNode):
        return Attachment(text(walk, node, pointer, title), None)
    values: dict[str, Any] = fields(walk, node, "attachment", pointer)
    made = values.get("table") or _checked(walk, values, pointer)
    return Attachment(values.get("title") or gap(title, f"{pointer}/title"), made)


def signature(walk: Walk, node: Node, pointer: str, _name: Name) -> Signature | None:
    """Who signs; only a name where there is no seal. None for an empty field."""
    if isinstance(node, MappingNode):
        values: dict[str, Any] = fields(walk, node, "signature", pointer)
        return Signature(values.get("by", ()), values.get("seal", False))
    by = lines(walk, node, pointer, _name)
    return Signature(by, seal=False) if by else None


SHAPES.update(
    {
        "organization": record,
        "meeting": record,
        "campaign": record,
        "person": person,
        "people": people,
        "agenda": agenda,
        "table": table,
        "rows": rows,
        "attachments": attachments,
        "signature": signature,
    }
)
