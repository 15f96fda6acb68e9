"""D605: a typed change that the two years' figures of the fact beside it do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.citations import citations, figures
from drafter.check.spans import MASK
from drafter.check.typed import typed
from drafter.language import quantities
from drafter.language.quantities import PERCENT
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.check.finding import At
    from drafter.check.typed import Typed
    from drafter.check.view import View
    from drafter.language.mentions import Change
    from drafter.outline.model import Fact

NEAR = 4
FAR = 24
_JOINTS = "，、（( ："
_VERB_ENDS = frozenset("增升降减高低长落涨跌少加滑缩窄大")
_MORE = "了约超近过逾"
_SEAMS = "，。；、（）\n" + MASK


def find(view: View) -> Iterator[At]:
    """Each change in figures beside a fact that was another, and each rise of what fell or fall of what rose."""
    facts = {name: fact for name, fact in view.once(figures).items() if fact.previous is not None}
    facts = {name: fact for name, fact in facts.items() if fact.value is not None}
    if facts:
        yield from _in_figures(view, facts)
        yield from _in_words(view, facts)


def _in_figures(view: View, facts: dict[str, Fact]) -> Iterator[At]:
    written = view.once(typed)
    cited = {each.end: each.name for each in view.once(citations)}
    after_verb = [start for start, _ in written.numbers if _follows_verb(written.words[max(0, start - NEAR) : start])]
    if not after_verb:
        return
    from drafter.language.mentions import changes  # reading changes is not needed for most outlines

    for index in sorted({written.index(start) for start in after_verb}):
        start = written.starts[index]
        for change in changes(written.line(index)):
            fact = _beside(written.words, start + change.start, cited, facts)
            if fact and not _agrees(change, fact):
                yield _finding(written, start + change.start, start + change.end, fact)


def _follows_verb(before: str) -> bool:
    return before.rstrip(_MORE)[-1:] in _VERB_ENDS


def _beside(words: str, start: int, cited: dict[int, str], facts: dict[str, Fact]) -> Fact | None:
    """The fact that stands right before a change: a reference to it, its name, or its name and figure."""
    start = _end(words, start)
    if words[start - 1 : start] == MASK:
        return facts.get(cited.get(start, ""))
    told = (fact for fact in facts.values() if words.endswith(fact.name, 0, _before_figure(words, start, fact)))
    return next(told, None)


def _end(words: str, start: int) -> int:
    while start and words[start - 1] in _JOINTS:
        start -= 1
    return start


def _before_figure(words: str, start: int, fact: Fact) -> int:
    """Where the figure of ``fact`` that ends at ``start`` begins; ``start`` where none ends there."""
    if not fact.unit or not words.endswith(fact.unit, 0, start):
        return start
    start -= len(fact.unit)
    while words[start - 1] in "0123456789.,万亿多余约近达共":
        start -= 1
    return start


def _agrees(change: Change, fact: Fact) -> bool:
    """Whether a change is the fact's, within the rounding of what was typed; one on last month is not looked at."""
    from drafter.language.growths import stated

    if any(word in change.base for word in ("环比", "月", "季")):
        return True
    low, high = stated(change)
    return any(low <= size <= high for size in _sizes(fact, change.quantity.unit))


def _sizes(fact: Fact, unit: str) -> Iterator[Decimal]:
    """What the change of a fact could be given as in ``unit``, positive for the better of ranks."""
    value, previous = _both(fact)
    difference = previous - value if fact.rank else value - previous
    if unit not in PERCENT or fact.unit in PERCENT:
        yield difference
    if previous > 0 and unit in (*PERCENT, "倍"):
        yield difference / previous * (1 if unit == "倍" else 100)


def _in_words(view: View, facts: dict[str, Fact]) -> Iterator[At]:
    """比上年有所增长, typed behind a fact that fell."""
    written, bases = view.once(typed), words("bases")
    for cited in view.once(citations):
        if cited.name in facts and not cited.takes:
            behind = written.words[cited.end : cited.end + NEAR]
            start = cited.end + len(behind) - len(behind.lstrip(_JOINTS))
            if written.words.startswith(bases, start):
                yield from _of_clause(written, start, facts[cited.name])


def _of_clause(written: Typed, start: int, fact: Fact) -> Iterator[At]:
    clause = written.words[start : start + FAR]
    clause = clause[: min([at for mark in _SEAMS if (at := clause.find(mark)) >= 0], default=FAR)]
    fell = _last(clause, words("falls"))
    rose = _last(clause, words("rises"))
    if fell == rose or any(char.isdigit() for char in clause):
        return
    value, previous = _both(fact)
    if value == previous or (fell > rose) != ((value < previous) != fact.rank):
        yield _finding(written, start, start + len(clause), fact)


def _last(clause: str, verbs: tuple[str, ...]) -> int:
    """Where the last of some verbs of two characters stands; -1 where none does."""
    return max([clause.rfind(verb) for verb in verbs if len(verb) > 1], default=-1)


def _both(fact: Fact) -> tuple[Decimal, Decimal]:
    """This year's figure and last year's, which ``find`` has made sure of."""
    assert fact.value is not None  # noqa: S101
    assert fact.previous is not None  # noqa: S101
    return fact.value, fact.previous


def _finding(written: Typed, start: int, end: int, fact: Fact) -> At:
    growth = quantities.growth(*_both(fact), fact.unit, fact.rank)
    return written.at(start, end, name=fact.name, growth=quantities.against("上年", growth))
