"""D602: facts and lists that no paper can print."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from drafter.check.citations import citations
from drafter.check.finding import At
from drafter.check.typed import outline_of, typed
from drafter.outline.references import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[At]:
    """Those that nothing names; in an outline without sections nothing is used yet."""
    outline = outline_of(view)
    if not outline.sections:
        return
    used = {cited.name for cited in view.once(citations)} | _named(view)
    for fact in outline.facts.values():
        if fold(fact.name) not in used:
            yield At(fact.pointer, {"name": fact.name})
    for name in outline.lists:
        if fold(name) not in used:
            yield At("/lists/" + name.replace("~", "~0").replace("/", "~1"), {"name": name}, "list")


def _named(view: View) -> set[str]:
    """The facts that are named outside of texts: sums, parts, headline, measures."""
    outline = outline_of(view)
    members = chain.from_iterable((*fact.sum, *fact.parts) for fact in outline.facts.values())
    measures = (said.node.measure for said in view.once(typed).said if said.node and said.node.measure)
    return {fold(name) for name in chain(members, measures, outline.headline)}
