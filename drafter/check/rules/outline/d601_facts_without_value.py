"""D601: figures that the papers print and that nobody has filled in yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.citations import citations, facts_by_name
from drafter.check.finding import At
from drafter.check.typed import outline_of
from drafter.outline import names
from drafter.outline.references import fold
from drafter.outline.sums import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Fact

TAKES = {
    "growth": ("value", "previous"),
    "completion": ("value", "target"),
    "previous": ("previous",),
    "target": ("target",),
    "unit": (),
    "source": (),
    "as_of": (),
}


def find(view: View) -> Iterator[At]:
    """Each such fact once, at the first figure that is wanted of it."""
    facts = view.once(facts_by_name)
    missing = _missing(view, facts)
    for name, fact in facts.items():
        if name in missing:
            yield _finding(fact, [figure for figure in FIGURES if figure in missing[name]])


def _missing(view: View, facts: dict[str, Fact]) -> dict[str, set[str]]:
    """The figures that are read and not there, by the fact's folded name: of a sum those of all that it adds up."""
    asked = [(cited.name, _taken(cited.takes)) for cited in view.once(citations)]
    asked += [(fold(name), ("value",)) for name in outline_of(view).headline]
    missing: dict[str, set[str]] = {}
    while asked:
        name, figures = asked.pop()
        fact = facts.get(name)
        lacking = tuple([figure for figure in figures if getattr(fact, figure) is None]) if fact else ()
        if fact and not missing.get(name, set()).issuperset(lacking):
            missing.setdefault(name, set()).update(lacking)
            asked += [(fold(part), lacking) for part in fact.sum]
    return {name: figures for name, figures in missing.items() if not facts[name].sum}


def _taken(takes: tuple[str, ...]) -> tuple[str, ...]:
    return TAKES.get(takes[0], ("value",)) if takes else ("value",)


def _finding(fact: Fact, wanted: list[str]) -> At:
    zh = "、".join(names.chinese("fact", figure) for figure in wanted)
    args = {"name": fact.name, "who": fact.source, "figures_en": ", ".join(wanted), "figures_zh": zh}
    return At(f"{fact.pointer}/{wanted[0]}", {**args}, "says" if fact.source else "unasked")
