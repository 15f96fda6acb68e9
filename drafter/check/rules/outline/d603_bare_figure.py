"""D603: a figure that was typed although a fact holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.citations import figures
from drafter.check.typed import outline_of, typed
from drafter.language.mentions import bounds, mentions
from drafter.outline import names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.check.finding import At
    from drafter.check.typed import Typed
    from drafter.check.view import View
    from drafter.language.mentions import Mention
    from drafter.outline.model import Fact

AHEAD = ("goals", "requirements", "tasks", "safeguards")
NOW, NEXT = ("value", "previous", "target"), ("target", "value", "previous")


def find(view: View) -> Iterator[At]:
    """Each figure in a text that is this year's, last year's or the target of a fact the words before it name."""
    written = view.once(typed)
    for index in _candidates(view, written):
        said, start = written.said[index], written.starts[index]
        for mention in mentions(written.line(index)):
            fact, figure = _told(mention, view.once(figures), NEXT if said.role in AHEAD else NOW)
            if fact:
                yield _finding(written, start, mention, fact, figure)


def _candidates(view: View, written: Typed) -> list[int]:
    """The texts in which a number stands before the unit of a fact: most outlines have none."""
    units = {fact.unit[0] for fact in outline_of(view).facts.values() if fact.unit}
    ends = ((start, end + (written.words[end : end + 1] in ("万", "亿"))) for start, end in written.numbers)
    beside = [start for start, end in ends if _unit_at(written.words, end) in units]
    return sorted({written.index(start) for start in beside})


def _unit_at(words: str, end: int) -> str:
    return words[end + (words[end : end + 1] in ("多", "余")) :][:1] if end < len(words) else ""


def _told(mention: Mention, facts: dict[str, Fact], order: tuple[str, ...]) -> tuple[Fact | None, str]:
    """The fact that a figure repeats, and which of its figures."""
    for fact in facts.values():
        if fact.unit and fact.unit == mention.quantity.unit and is_about(fact.name, mention):
            for figure in order:
                if _is(getattr(fact, figure), mention):
                    return fact, figure
    return None, ""


def is_about(name: str, mention: Mention) -> bool:
    """Whether the words before a figure name the fact: all of its name, or its pieces in order (接待国内外游客)."""
    before = "".join(mention.scope) + mention.subject
    pieces = [name] if len(name) < 4 else [name[at : at + 2] for at in range(0, len(name), 2)]
    at = 0
    for piece in pieces:
        at = before.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _is(value: Decimal | None, mention: Mention) -> bool:
    """Whether a figure is what was typed: exactly, or rounded as it was typed."""
    if value is None:
        return False
    quantity = mention.quantity
    low, high = bounds(quantity) if quantity.scale else (quantity.value, quantity.value)
    return low <= value <= high


def _finding(written: Typed, start: int, mention: Mention, fact: Fact, figure: str) -> At:
    en, zh = fact.name, fact.name
    if figure != "value":
        en, zh = f"{fact.name} | {figure}", f"{fact.name} | {names.chinese('filters', figure)}"
    says = "says" if figure == "value" else figure
    first, end = start + mention.start, start + mention.end
    return written.at(first, end, says, name=fact.name, reference_en=f"{{{{ {en} }}}}", reference_zh=f"{{{{ {zh} }}}}")
