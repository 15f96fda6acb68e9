"""The year moves on; the days of what has not been held yet are blanks that name last year's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline.edits import scalar
from drafter.recover.rollover.marks import note
from drafter.recover.rollover.moves import DATES, Change, Move, Note
from drafter.recover.rollover.nodes import added, blanked, end, is_blank, members, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair
    from drafter.yaml_files import Node

OF_THE_DAY = {"meeting": ("date", "time", "attendance"), "campaign": ("from", "to")}
"""What is known of a meeting or campaign only when it is held."""


def run(frame: Frame) -> Iterator[Move]:
    """The year, the file it is taken from, and the days."""
    top = members(frame.root, "outline")
    yield _year(frame, top)
    if "date" in top:
        yield from _blank(frame, "outline", "date", top["date"])
    for table, keys in OF_THE_DAY.items():
        found = members(top[table][1], table) if table in top else {}
        for key in keys:
            yield from _blank(frame, table, key, found[key]) if key in found else ()


def _year(frame: Frame, top: dict[str, Pair]) -> Move:
    """``year``, written where it followed from the meeting's date, and ``last`` beside it."""
    fields, changes = [], []
    if "year" in top:
        changes.append(_said(frame, top["year"], str(frame.year)))
    else:
        fields.append(f"{frame.key('outline', 'year')}: {frame.year}")
    if "last" in top:
        changes.append(_said(frame, top["last"], scalar(frame.file)))
    else:
        fields.append(f"{frame.key('outline', 'last')}: {scalar(frame.file)}")
    behind = top.get("year") or top.get("kind") or top.get("drafter")
    changes += [_beside(frame, behind, field) for field in fields]
    at = start(behind[0]) if behind else start(frame.root)
    return Move(DATES, "year", at, {"old": frame.last, "new": frame.year}, tuple(changes))


def _beside(frame: Frame, behind: Pair | None, field: str) -> Change:
    if behind is None and not getattr(frame.root, "flow_style", False):
        return Change(start(frame.root), start(frame.root), f"{field}\n")
    return added(frame.text, frame.root, behind, field)


def _said(frame: Frame, pair: Pair, words: str) -> Change:
    colon = frame.text.index(":", pair[0].end_mark.index) + 1
    return Change(colon, max(colon, end(pair[1])), f" {words}")


def _blank(frame: Frame, table: str, key: str, pair: Pair) -> Iterator[Move]:
    node = pair[1]
    if is_blank(node):
        return
    words = typed(frame, node)
    notes = (Note(end(node), note(day=words)),)
    args: dict[str, str | int] = {"table": table, "key": key, "old": words}
    yield Move(DATES, "blank", start(pair[0]), args, (blanked(frame.text, *pair),), notes)


def typed(frame: Frame, node: Node) -> str:
    """What stands in the file for a node, on one line."""
    return " ".join(frame.text[start(node) : end(node)].split())
