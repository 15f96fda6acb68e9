"""What fills the slots of phrases: values of the outline, by the names that phrases call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.language.numerals import count_han
from drafter.outline import names
from drafter.outline.text import Gap, Text
from drafter.papers import filters
from drafter.papers.facts import figures, target
from drafter.papers.values import Day, placed

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

    from drafter.outline.model import Node, Outline

PATHS = {
    "year": "year",
    "name": "organization.name",
    "self": "organization.self",
    "area": "organization.area",
    "led_by": "organization.led_by",
    "guided_by": "organization.guided_by",
    "founded": "organization.founded",
    "guidance": "guidance",
    "meeting_name": "meeting.name",
    "meeting_short": "meeting.short",
    "place": "meeting.place",
    "time": "meeting.time",
    "purpose": "meeting.purpose",
    "speaker": "meeting.speaker.name",
    "speaker_post": "meeting.speaker.post",
    "speaker_call": "meeting.speaker.call",
    "host": "meeting.host.name",
    "host_post": "meeting.host.post",
    "host_call": "meeting.host.call",
    "attendees": "meeting.attendees",
    "attendance": "meeting.attendance",
    "campaign": "campaign.name",
    "stage": "campaign.stage",
    "from": "campaign.from_",
    "to": "campaign.to",
    "office": "campaign.office",
    "basis": "campaign.basis",
    "demands": "campaign.demands",
}
OF_OUTLINE: dict[str, Callable[[Outline], Any]] = {
    "next_year": lambda outline: year(outline, 1),
    "last_year": lambda outline: year(outline, -1),
    "name_short": lambda outline: outline.organization.abbr or outline.organization.name,
    "date": lambda outline: _date(outline),
    "md": lambda outline: filters.month_day(_date(outline)),
    "as_of": lambda outline: _as_of(outline),
    "headline": lambda outline: figures(outline),
}
OF_NODE: dict[str, Callable[[Outline, Node], Any]] = {
    "title": lambda _, node: node.title,
    "titles": lambda _, node: filters.titles(node),
    "brief": lambda _, node: filters.brief(node),
    "owner": lambda _, node: node.owner,
    "due": lambda _, node: placed(node.due, node, "due"),
    "measure": lambda _, node: placed(node.measure, node, "measure"),
    "target": lambda outline, node: target(outline, node.measure) if node.measure else "",
    "count": lambda _, node: len(filters.titled(node)),
}
FLAGS: dict[str, Callable[[Outline], Any]] = {
    "meeting": lambda outline: outline.meeting.name or outline.meeting.short or outline.meeting.purpose,
    "agenda": lambda outline: outline.meeting.agenda,
    "attachments": lambda outline: outline.attachments,
    "tasks_table": lambda outline: any(item.table and item.table.made_from for item in outline.attachments),
}
FEWEST = 2


def known(name: str) -> bool:
    """Whether phrases may have a slot of that name."""
    return name in PATHS or name in OF_OUTLINE or name in OF_NODE


def known_need(name: str) -> bool:
    """Whether phrases may need that: a slot, a part of the outline, or a role."""
    return known(name) or name in FLAGS or name in names.lookup("roles")


def fill(name: str, outline: Outline, node: Node | None) -> Any:
    """What stands in a slot: something printable, false where the outline says nothing."""
    if name in PATHS:
        return _follow(outline, PATHS[name])
    if name in OF_OUTLINE:
        return OF_OUTLINE[name](outline)
    return OF_NODE[name](outline, node) if node is not None and name in OF_NODE else ""


def shown(value: Any, following: str) -> Any:
    """A slot's value as it stands inside a sentence, before the words ``following``; "" where there is none."""
    if isinstance(value, int) and not hasattr(value, "pointer"):
        return count_han(value, following) if value >= FEWEST else ""
    if isinstance(value, tuple):
        return filters.join(value)
    return filters.strip_end(value) if isinstance(value, Text) else value or ""


def has(outline: Outline, need: str) -> bool:
    """Whether the paper has what a phrase needs beside its slots."""
    if need in FLAGS:
        return bool(FLAGS[need](outline))
    return any(_plays(node, need) for node in outline.sections)


def year(outline: Outline, later: int) -> Any:
    """The year ``later`` than the one reported on, placed where that is given."""
    base = outline.year
    return base if isinstance(base, Gap) else placed(base + later, outline, "year")


def _plays(node: Node, role: str) -> bool:
    return node.role == role or any(_plays(point, role) for point in node.points)


def _follow(owner: msgspec.Struct, path: str) -> Any:
    name, _, rest = path.partition(".")
    value = getattr(owner, name)
    return _follow(value, rest) if rest else placed(value, owner, name)


def _date(outline: Outline) -> Any:
    date, meeting = outline.date, outline.meeting
    return placed(date, outline, "date") if isinstance(meeting.date, Gap) else placed(meeting.date, meeting, "date")


def _as_of(outline: Outline) -> Any:
    """The day of the headline figures, where all of them are of the same."""
    days = {fact.as_of for fact in outline.facts.values() if fact.name in outline.headline}
    first = next((fact for fact in outline.facts.values() if fact.name in outline.headline and fact.as_of), None)
    return Day(first.as_of, f"{first.pointer}/as_of") if first and first.as_of and len(days) == 1 else ""
