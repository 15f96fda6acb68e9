"""D204: a level left out that the document has elsewhere, or two left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.headings import headings
from drafter.language.numbering import LEVELS, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.headings import Heading
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Each first heading under one that is two levels or more above."""
    found = view.once(headings)
    used = {each.label.style for each in found if each.label}
    above: list[Heading] = []
    for heading in found:
        above = [each for each in above if each.level < heading.level]
        if above:
            yield from _jump(heading, above[-1], used, view)
        above.append(heading)


def _jump(heading: Heading, above: Heading, used: set[str], view: View) -> Iterator[Finding]:
    own, other = (view.paragraphs[each.paragraph].source.level for each in (heading, above))
    if own and other and own > other + 1 and view.outline is None:
        yield Finding(heading.start, heading.end, {"level": own, "above": other}, "styled")
    elif heading.label and above.label and heading.label.number == 1 and not heading.automatic:
        between = _between(above.label.style, heading.label.style)
        if len(between) > 1 or not used.isdisjoint(between):
            args = {"above": label(above.label.style, above.label.number), "between": label(between[0], 1)}
            yield Finding(heading.start, heading.words, {**args})


def _between(above: str, below: str) -> tuple[str, ...]:
    """The standard's styles between two of them; none where one is no style of the standard."""
    if above not in LEVELS or below not in LEVELS:
        return ()
    return LEVELS[LEVELS.index(above) + 1 : LEVELS.index(below)]
