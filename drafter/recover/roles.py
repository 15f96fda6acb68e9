"""Gives the document its kind and every section its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.recover.below import below
from drafter.recover.judged import Judged, judged, planned
from drafter.recover.kinds import kind_of, plans
from drafter.recover.passages import passages
from drafter.recover.sections import sections
from drafter.recover.untitled import NEWS, announced, set_apart, untitled

if TYPE_CHECKING:
    from drafter.recover.model import Old, Part


def run(old: Old) -> Old:
    """The document after this pass: its kind, and a role for every section and for what has another than its parent."""
    kind, sure = kind_of(old)
    parts = set_apart(old.parts, kind)
    titled = sections(parts)
    loose = untitled(parts, kind)
    before = announced(parts, loose, titled[0].index) if titled and kind in NEWS else ""
    told = planned(titled) if plans(old) else judged(titled, kind, before)
    roles = {each.index: role for each, role in zip(titled, told, strict=True)}
    roles |= {index: Judged(role) for index, role in below(parts, {at: each.role for at, each in roles.items()})}
    roles |= {index: Judged(role) for index, role in passages(parts, {at: each.role for at, each in roles.items()})}
    roles |= loose
    parts = tuple(_told(part, roles.get(index)) for index, part in enumerate(parts))
    return msgspec.structs.replace(old, parts=parts, kind=kind, kind_sure=sure)


def _told(part: Part, role: Judged | None) -> Part:
    return msgspec.structs.replace(part, role=role.role, sure=role.sure) if role else part
