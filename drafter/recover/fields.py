"""Fills the outline's head: organization, year, meeting, campaign, date, signature; only what the text states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.recover import fields_campaign, fields_meeting, fields_organization, fields_year
from drafter.recover.model import Doubt
from drafter.recover.reading import Field, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document after this pass: its fields by pointer, and a doubt for each that was worked out."""
    reading = Reading(old)
    found = tuple(_all(reading))
    first: dict[str, Field] = {}
    for each in found:
        first.setdefault(each.pointer, each)
    fields = {pointer: each.value for pointer, each in first.items()}
    doubts = tuple(_doubt(each) for each in first.values() if not each.sure)
    return msgspec.structs.replace(old, fields={**old.fields, **fields}, doubts=(*old.doubts, *doubts))


def _all(reading: Reading) -> Iterator[Field]:
    organization = list(fields_organization.find(reading))
    name = next((str(each.value) for each in organization if each.pointer == "/organization/name"), "")
    meeting = list(fields_meeting.find(reading))
    yield from organization
    yield from meeting
    yield from fields_campaign.find(reading, name)
    yield from fields_year.find(reading, meeting)
    yield from _signature(reading)


def _signature(reading: Reading) -> Iterator[Field]:
    """Who signed below the text."""
    signed = reading.of("signature")
    if signed:
        yield Field("/signature/by", tuple("".join(each.typed.split()) for each in signed), signed[0].line)


def _doubt(field: Field) -> Doubt:
    return Doubt("recover.field-guessed", field.line, {"field": field.pointer, "value": str(field.value)})
