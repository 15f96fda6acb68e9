"""Facts that are not asked for again go, and with them the sentences that cannot do without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.sentences import stretches
from drafter.outline.references import fold
from drafter.recover.rollover.marks import note
from drafter.recover.rollover.moves import FACTS, Change, Move, Note
from drafter.recover.rollover.nodes import below, blanked, emptied, end, items, members, start, without, without_lines
from drafter.recover.rollover.scalars import texts
from drafter.yaml_files import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair
    from drafter.recover.rollover.scalars import Said

SENTENCES = ("text", "brief", "lead", "tail", "paragraph")
"""Fields that hold sentences; whatever else names such a fact is left to be written anew."""


def run(frame: Frame) -> Iterator[Move]:
    """The facts, their names in lists of names, and the sentences."""
    if not frame.gone:
        return
    top = members(frame.root, "outline")
    yield from _facts(frame, top["facts"][1])
    if "headline" in top:
        yield from _names(frame, top["headline"][1])
    for typed in below(top["sections"][1] if "sections" in top else None):
        yield from _measure(frame, typed["measure"]) if "measure" in typed else ()
    for each in texts(frame):
        if any(frame.fact_of(reference) in frame.gone for reference in each.references):
            yield from _said(frame, each)


def _facts(frame: Frame, facts: Node) -> Iterator[Move]:
    pairs = facts.value if isinstance(facts, MappingNode) else []
    gone = [key for key, _ in pairs if fold(key.value) in frame.gone]
    for key, change in zip(gone, without(frame.text, facts, gone), strict=True):
        yield Move(FACTS, "once", start(key), {"name": key.value}, (change,))
    for key, node in pairs:
        typed = members(node, "fact") if key not in gone else {}
        yield from (move for name in ("sum", "parts") if name in typed for move in _names(frame, typed[name][1]))


def _names(frame: Frame, node: Node) -> Iterator[Move]:
    """What goes of a list of names."""
    gone = [each for each in items(node) if isinstance(each, ScalarNode) and fold(each.value) in frame.gone]
    lone = not isinstance(node, SequenceNode)
    changes = [Change(start(node), end(node), "[]")] if gone and lone else without(frame.text, node, gone)
    for each, change in zip(gone, changes, strict=True):
        yield Move(FACTS, "named", start(each), {"name": each.value}, (change,))


def _measure(frame: Frame, pair: Pair) -> Iterator[Move]:
    """What was measured by a fact that is gone is measured by none."""
    node = pair[1]
    if isinstance(node, ScalarNode) and fold(node.value) in frame.gone:
        yield Move(FACTS, "named", start(node), {"name": node.value}, (blanked(frame.text, *pair),))


def _said(frame: Frame, said: Said) -> Iterator[Move]:
    spans = list(stretches(said.masked))
    needing = [span for span in spans if _needs(frame, said, span)]
    if said.key not in SENTENCES or len(needing) == len(spans):
        yield _move(frame, said, said.words, [emptied(frame.text, said.node)])
    else:
        changes = [without_lines(frame.text, *said.span(*span)) for span in needing]
        yield _move(frame, said, "".join(said.words[first:last] for first, last in needing), changes)


def _needs(frame: Frame, said: Said, span: tuple[int, int]) -> bool:
    inside = [each for each in said.references if span[0] <= each.offset < span[1]]
    return any(frame.fact_of(each) in frame.gone for each in inside)


def _move(frame: Frame, said: Said, words: str, changes: list[Change]) -> Move:
    printed = frame.printed(words)
    notes = (Note(start(said.node), note(text=printed), above=True),)
    return Move(FACTS, "sentence", start(said.node), {"words": printed}, tuple(changes), notes)
