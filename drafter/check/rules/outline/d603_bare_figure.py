"""D603: a figure that was typed although a fact holds it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.check.citations import figures
from drafter.check.typed import AHEAD, typed
from drafter.language.quantities import ABOUT_WITHIN, SCALES
from drafter.outline import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import At
    from drafter.check.typed import Typed
    from drafter.check.view import View
    from drafter.language.mentions import Mention
    from drafter.outline.model import Fact

LONGEST = 30
NOW, NEXT = ("value", "previous", "target"), ("target", "value", "previous")


def find(view: View) -> Iterator[At]:
    """Each figure in a text that is this year's, last year's or the target of a fact the words before it name."""
    written = view.once(typed)
    candidates = _candidates(view, written)
    if not candidates:
        return
    from drafter.language.mentions import mentions  # reading figures is not needed for most outlines

    for index in candidates:
        said, start = written.said[index], written.starts[index]
        for mention in mentions(written.line(index)):
            fact, figure = _told(mention, view.once(figures), NEXT if said.role in AHEAD else NOW)
            if fact:
                yield _finding(written, start, mention, fact, figure)


def _candidates(view: View, written: Typed) -> list[int]:
    """The texts in which a number of some fact stands before its unit."""
    found = set()
    for start, end in written.numbers:
        scale = SCALES.get(written.words[end : end + 1], 1)
        beside = _beside(written.words, end + (scale > 1))
        facts = [fact for fact in view.once(figures).values() if fact.unit and fact.unit[0] == beside]
        number = Decimal(written.words[start:end].replace(",", "")) if facts and end - start <= LONGEST else None
        if number is not None and any(_has(fact, number * scale, scale > 1) for fact in facts):
            found.add(written.index(start))
    return sorted(found)


def _beside(words: str, end: int) -> str:
    """The first character of the unit behind a number that ends at ``end``, a 多 or 余 passed over."""
    return words[(start := end + (words[end : end + 1] in ABOUT_WITHIN)) : start + 1]


def _has(fact: Fact, value: Decimal, rounded: bool) -> bool:
    """Whether a figure of ``fact`` comes near enough to a number to be looked at."""
    play = value / 10 if rounded else 0
    return any(
        figure is not None and abs(figure - value) <= play for figure in (fact.value, fact.previous, fact.target)
    )


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
    from drafter.language.mentions import bounds

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
