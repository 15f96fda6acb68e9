"""What a rollover leaves as it is and cannot judge: people, agenda, wording, figures typed into texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.dates import find
from drafter.language.mentions import mentions
from drafter.outline import names
from drafter.recover.rollover.moves import QUESTIONS, Move
from drafter.recover.rollover.nodes import is_blank, items, members, start
from drafter.recover.rollover.outlook import parts
from drafter.recover.rollover.scalars import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.recover.rollover.frame import Frame
    from drafter.yaml_files import Node

OF_THE_MEETING = ("place", "speaker", "host", "attendees", "agenda")
AHEAD = ("requirements", "safeguards", "closing")


def run(frame: Frame) -> Iterator[Move]:
    """A question for each."""
    top = members(frame.root, "outline")
    yield from _meeting(top["meeting"][1] if "meeting" in top else None)
    for name in ("guidance", "campaign"):
        if name in top and not is_blank(top[name][1]) and any(not is_blank(each) for each in items(top[name][1])):
            yield Move(QUESTIONS, name, start(top[name][0]))
    yield from _targets(frame)
    yield from _figures(frame)


def _meeting(meeting: Node | None) -> Iterator[Move]:
    typed = members(meeting, "meeting")
    filled = [name for name in OF_THE_MEETING if name in typed and not is_blank(typed[name][1])]
    if filled:
        fields = "、".join(names.chinese("meeting", name) for name in filled)
        args: dict[str, str | int] = {"fields_en": ", ".join(filled), "fields_zh": fields}
        yield Move(QUESTIONS, "meeting", start(typed[filled[0]][0]), args)


def _targets(frame: Frame) -> Iterator[Move]:
    """Targets named where a paper looks ahead: they are of the year that is over then."""
    roles = {part.node.pointer: part.role for part in parts(frame.outline)}
    for said in texts(frame):
        if _role(said.pointer, roles) in AHEAD:
            for each in said.references:
                if "target" in {names.canonical("filters", word.text) for word in each.filters}:
                    at = said.span(each.offset, each.offset + len(each.source))[0]
                    yield Move(QUESTIONS, "target", at, {"around": frame.printed(said.words)})


def _role(pointer: str, roles: Mapping[str, str]) -> str:
    """What the part does that a text stands in."""
    while pointer and pointer not in roles:
        pointer = pointer.rpartition("/")[0]
    return roles.get(pointer, "")


def _figures(frame: Frame) -> Iterator[Move]:
    """Figures typed into the texts of sections, which no fact moves on."""
    for said in texts(frame):
        if said.pointer.startswith("/sections") and "/table/" not in said.pointer:
            for each in (one for one in mentions(said.masked, tuple(find(said.masked))) if one.quantity.unit):
                words = said.words[each.start : each.end]
                args: dict[str, str | int] = {"words": words, "around": f"{each.subject}{words}{each.object}"}
                yield Move(QUESTIONS, "figure", said.span(each.start, each.end)[0], args)
