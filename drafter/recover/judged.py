"""The role of each section: what its title says, weighed with its text, its place and the sections around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from drafter.recover.titles import OPEN, begins_with_act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.sections import Section

_AHEAD = ("tasks", "goals", "requirements", "measures", "safeguards")
_REPORTS = ("annual-report", "campaign-summary")
_SPEECHES = ("assessment-speech", "deployment-meeting")


class Judged(msgspec.Struct, frozen=True):
    """A role, and whether it is more than a guess."""

    role: str
    sure: bool = True


def judged(sections: Sequence[Section], kind: str, announced: str = "") -> list[Judged]:
    """The role of each section, in order; of all that name none the one under which they are ``announced``."""
    found: list[Judged] = []
    for at, section in enumerate(sections):
        named = any(sign.named and sign.role not in OPEN for sign in section.signs)
        inherits = announced and not named
        role = Judged(announced, sure=False) if inherits else _judge(sections, at, _last(found), kind)
        found.append(role)
    return found


def planned(sections: Sequence[Section]) -> list[Judged]:
    """The role of each section of a plan: none tells what was done, whatever its figures are."""
    ahead = [msgspec.structs.replace(section, direction="future") for section in sections]
    return [role if role.sure or role.role in _AHEAD else Judged("tasks", sure=False) for role in judged(ahead, "")]


def _last(found: Sequence[Judged]) -> str:
    return found[-1].role if found else ""


def _judge(sections: Sequence[Section], at: int, before: str, kind: str) -> Judged:
    named = _named(sections, at, kind)
    if named in OPEN:
        return _open(sections, at, named, before)
    if named:
        return Judged(named)
    return _by_slogan(sections, at, kind) or _by_text(sections, at, before, kind)


def _named(sections: Sequence[Section], at: int, kind: str) -> str:
    """The role that a title names; one that calls upon people to understand first is background, whatever follows."""
    signs = sections[at].signs
    names = [sign.role for sign in signs if sign.named]
    if names and _is_act_done(sections[at], kind):
        return ""
    if not names:
        return ""
    if at == 0 and kind not in _REPORTS and not signs[0].named and signs[0].role == "background":
        return "background"
    ahead = names[0] in ("goals", "plan") and "tasks" in names and not _has_tasks(sections[at + 1 :])
    return "tasks" if ahead else names[0]


def _is_act_done(section: Section, kind: str) -> bool:
    """Whether a report's slogan for what was done names something only in passing: 走群众路线，着力分析问题."""
    return kind not in _SPEECHES and section.direction == "past" and _is_slogan(section)


def _is_slogan(section: Section) -> bool:
    return not section.signs[0].named or begins_with_act(section.title)


def _open(sections: Sequence[Section], at: int, name: str, before: str) -> Judged:
    """思路, 主要工作 and 措施 are what several roles are called."""
    if name == "plan":
        return Judged("goals" if _has_tasks(sections[at + 1 :]) else "tasks")
    when = _when(sections, at)
    looks_back = when == "past" or (not when and _looks_back(sections, at))
    if name == "steps" and not looks_back:
        return Judged({"problems": "measures", "tasks": "safeguards"}.get(before, "tasks"), sure=False)
    if when or looks_back:
        return Judged("achievements" if looks_back else "tasks", sure=bool(when))
    return Judged("tasks" if before in ("problems", *_AHEAD) else "achievements", sure=False)


def _looks_back(sections: Sequence[Section], at: int) -> bool:
    """Whether problems or lessons are still to come: what stands before them was done."""
    return any(
        sign.named and sign.role in ("problems", "experience") for each in sections[at + 1 :] for sign in each.signs
    )


def _by_slogan(sections: Sequence[Section], at: int, kind: str) -> Judged | None:
    """What a slogan calls for, unless the text tells of what was done: then it is an achievement in its words."""
    roles = [sign.role for sign in sections[at].signs]
    if not roles or (sections[at].direction == "past" and roles[0] not in ("background", "experience", "problems")):
        return Judged("achievements") if roles and kind in _REPORTS else None
    if kind not in _SPEECHES and sections[at].direction != "future":
        return None
    closes = at == len(sections) - 1 and at > 0 and "safeguards" in roles
    role = "safeguards" if closes else roles[0]
    return Judged(role, sure=kind in _SPEECHES)


def _by_text(sections: Sequence[Section], at: int, before: str, kind: str) -> Judged:
    """A guess: what the text tells of, else what stands before, else what the kind is mostly made of."""
    when = _when(sections, at)
    if before in _AHEAD and when != "past":
        return Judged("tasks", sure=False)
    if when:
        return Judged("achievements" if when == "past" else "tasks", sure=False)
    if before in ("problems", *_AHEAD):
        return Judged("tasks", sure=False)
    return Judged("tasks" if kind in _SPEECHES else "achievements", sure=False)


def _when(sections: Sequence[Section], at: int) -> str:
    """Past or future by the years that titles name, else by the text."""
    years = sections[at].years
    known = sorted({year for each in sections for year in each.years})
    if years and len(known) > 1 and all(later - earlier == 1 for earlier, later in pairwise(known[-2:])):
        return "past" if years[0] < known[-1] else "future"
    return sections[at].direction


def _has_tasks(sections: Sequence[Section]) -> bool:
    return any(sign.named and sign.role in ("tasks", "work") for each in sections for sign in each.signs)
