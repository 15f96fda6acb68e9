"""Figures move on: this year's becomes last year's, and a blank takes its place."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from drafter.language import quantities
from drafter.outline import names
from drafter.outline.references import Reference, fold, parse
from drafter.recover.rollover.marks import note
from drafter.recover.rollover.moves import FACTS, Change, Move, Note
from drafter.recover.rollover.nodes import added, blanked, end, is_blank, members, start
from drafter.recover.rollover.outlook import PLANS, parts
from drafter.yaml_files import MappingNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.model import Fact
    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair
    from drafter.yaml_files import Node


def run(frame: Frame) -> Iterator[Move]:
    """A move for each fact that stays."""
    _, facts = members(frame.root, "outline").get("facts", (None, None))
    planned = _planned(frame)
    for key, node in facts.value if isinstance(facts, MappingNode) else ():
        fact = frame.outline.facts.get(key.value)
        if fact and fold(fact.name) not in frame.gone:
            yield _moved(frame, fact, key, node, fold(fact.name) in planned)


def _planned(frame: Frame) -> frozenset[str]:
    """The facts by folded name whose target is one of the coming year's: tasks are measured by it, or name it."""
    found: set[str] = set()
    for part in parts(frame.outline):
        if part.role in PLANS:
            found |= {fold(part.node.measure)} | set(_targets(frame, part.texts))
    named = {fold(part.node.measure) for part in parts(frame.outline)} | found
    only = {name for name, fact in frame.known.items() if fact.target is not None and name not in named}
    typed = {fold(name) for name, keys in _typed(frame) if "value" in keys or "sum" in keys}
    return frozenset(found | (only - typed))


def _typed(frame: Frame) -> Iterator[tuple[str, set[str]]]:
    _, facts = members(frame.root, "outline").get("facts", (None, None))
    for key, node in facts.value if isinstance(facts, MappingNode) else ():
        yield key.value, set(members(node, "fact"))


def _targets(frame: Frame, texts: tuple[str, ...]) -> Iterator[str]:
    for part in (part for text in texts for part in parse(text, "").parts if isinstance(part, Reference)):
        if "target" in {names.canonical("filters", word.text) for word in part.filters}:
            yield frame.fact_of(part)


def _moved(frame: Frame, fact: Fact, key: ScalarNode, node: Node, planned: bool) -> Move:
    if not isinstance(node, MappingNode):
        return Move(FACTS, "kept", start(key), {"name": fact.name})
    typed = members(node, "fact")
    changes = [*_figures(frame, node, typed), *_target(frame, typed, planned), *_counted(frame, fact, typed)]
    figure, target = _said(frame.known[fold(fact.name)], "value"), _said(fact, "target")
    unfilled = "value" in typed and not figure
    words = (
        note(figure=_dated(frame, figure), none="-" * unfilled, target=target, who=fact.source)
        if figure or target or unfilled
        else ""
    )
    notes = (Note(end(typed["value"][1]) if "value" in typed else start(key), words),) if words else ()
    args: dict[str, str | int] = {"name": fact.name, "figure": figure, "target": target if planned else ""}
    return Move(FACTS, "fact", start(key), args, tuple(changes), notes)


def _dated(frame: Frame, figure: str) -> str:
    """A figure with its year, where that is not the year before."""
    return f"{frame.last}年{figure}" if figure and frame.distance > 1 else figure


def _said(fact: Fact, figure: str) -> str:
    """A figure in full, not rounded to 万: 45120人次, 80多条."""
    number = getattr(fact, figure)
    return "" if number is None else quantities.show(number, fact.unit, "", fact.about if figure == "value" else "")


def _figures(frame: Frame, node: MappingNode, typed: dict[str, Pair]) -> Iterator[Change]:
    """``value`` to ``previous``, and a blank ``value``. What was two years ago is nobody's previous."""
    value, previous = typed.get("value"), typed.get("previous")
    known = value is not None and not is_blank(value[1]) and frame.distance == 1
    words = frame.text[start(value[1]) : end(value[1])] if value and known else ""
    if previous and (words or not is_blank(previous[1])):
        yield _replaced(frame.text, previous, words)
    if value and not is_blank(value[1]):
        yield blanked(frame.text, *value)
    if value and words and not previous:
        yield added(frame.text, node, value, f"{frame.key('fact', 'previous')}: {words}")
    if value is None and "sum" not in typed:
        yield added(frame.text, node, None, f"{frame.key('fact', 'value')}: ")


def _replaced(text: str, pair: Pair, words: str) -> Change:
    if not words:
        return blanked(text, *pair)
    if is_blank(pair[1]):
        colon = text.index(":", pair[0].end_mark.index) + 1
        return Change(colon, max(colon, end(pair[1])), f" {words}")
    return Change(start(pair[1]), end(pair[1]), words)


def _target(frame: Frame, typed: dict[str, Pair], planned: bool) -> Iterator[Change]:
    """What was to be reached by now stays; a target that this year's figure was held against does not."""
    target = typed.get("target")
    if target and not planned and not is_blank(target[1]):
        yield blanked(frame.text, *target)


def _counted(frame: Frame, fact: Fact, typed: dict[str, Pair]) -> Iterator[Change]:
    """``as_of`` as many years later; there may be no 29 February then."""
    if "as_of" in typed and fact.as_of:
        node, day = typed["as_of"][1], fact.as_of
        try:
            moved = day.replace(year=day.year + frame.distance)
        except ValueError:
            moved = datetime.date(day.year + frame.distance, day.month, day.day - 1)
        yield Change(start(node), end(node), moved.isoformat())
