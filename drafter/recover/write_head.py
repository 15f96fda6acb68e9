"""What the fields say of an outline's head, and its facts, as YAML has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.messages import say
from drafter.outline import names
from drafter.recover.write_text import clean, literal, one_line
from drafter.recover.write_yaml import Behind, Braces, Brackets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.recover.model import FoundFact

Fields = dict[Any, Any]
PEOPLE = ("speaker", "host")
HOW_SET, SET_BEFORE = ("numbering", "form", "start"), "sections"


def head(fields: dict[str, Any]) -> Fields:
    """The fields by pointer as maps within maps, their texts as they print; people stand on one line each."""
    found: Fields = {}
    for pointer, value in fields.items():
        *steps, last = pointer.strip("/").split("/")
        place = found
        for step in steps:
            place = place.setdefault(step, Braces() if step in PEOPLE else {})
        place[last] = _written(value)
    return found


def facts(found: Iterable[FoundFact], lang: str) -> Fields:
    """The facts, one a line, each with its notes behind it, or else the line of the document it came from."""
    fields: Fields = {}
    for fact in found:
        fields[fact.name] = Braces(_of_fact(fact))
        notes = [one_line(clean(note)) for note in fact.notes]
        fields[Behind(fact.name)] = "；".join(notes) or say("recover.from-line", lang, line=fact.line)
    return fields


def in_order(fields: Fields) -> Fields:
    """The keys of an outline in the order they are written in: how the sections are set right before them."""
    order = {name.en: at for at, name in enumerate(names.tables()["outline"])}
    shown = [key for key in fields if not isinstance(key, Behind)]
    shown.sort(key=lambda key: (order[SET_BEFORE if key in HOW_SET else key], key not in HOW_SET))
    return {key: fields[key] for key in [*shown, *(key for key in fields if isinstance(key, Behind))]}


def _written(value: Any) -> Any:
    if isinstance(value, str):
        return one_line(literal(value))
    if isinstance(value, dict):
        return Braces({key: _written(each) for key, each in value.items()})
    return Brackets(map(_written, value)) if isinstance(value, (list, tuple)) else value


def _of_fact(fact: FoundFact) -> Fields:
    """What is known of a fact, in the order of the format."""
    known: Fields = {
        "value": fact.value,
        "previous": fact.previous,
        "unit": fact.unit,
        "show": fact.show,
        "about": fact.about,
        "rank": fact.rank,
        "sum": list(fact.sum),
        "parts": list(fact.parts),
    }
    return {key: value for key, value in known.items() if value not in (None, "", [], False)}
