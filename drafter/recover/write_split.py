"""Which of the runs below a heading are its text, its points, its tail and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover.tree import NODES
from drafter.recover.tree_lists import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.tree import Twig


def main_list(found: Sequence[Run], kinds: Sequence[str] = NODES) -> Run | None:
    """The list whose points are a node's own: the longest that does not run on, over all that interrupts it.

    Its points are of one of ``kinds``.
    """
    lists: list[Run] = []
    latest: dict[tuple[str, str], Run] = {}
    for run in found:
        if run.sort != "list" or run.form == "inline" or run.twigs[0].part.kind not in kinds:
            continue
        known = latest.get((run.style, run.form))
        if known is not None and _goes_on(known, run):
            known.twigs += run.twigs
        else:
            latest[run.style, run.form] = Run("list", list(run.twigs), run.style, run.forms, run.start)
            lists.append(latest[run.style, run.form])
    return max(lists, key=lambda run: len(run.twigs), default=None)


def leading(found: list[Run]) -> tuple[list[Twig], list[Run]]:
    """The texts that stand before anything else, and the rest."""
    at = next((at for at, run in enumerate(found) if run.sort != "text"), len(found))
    return _twigs(found[:at]), found[at:]


def closing(found: list[Run]) -> tuple[list[Twig], list[Run]]:
    """The texts that stand last, and what is before them."""
    end = next((at + 1 for at in range(len(found) - 1, -1, -1) if found[at].sort != "text"), 0)
    return _twigs(found[end:]), found[:end]


def closing_table(found: list[Run]) -> tuple[Twig | None, list[Run]]:
    """The table that stands last, and what is before it."""
    if not found or found[-1].sort != "table":
        return None, found
    *others, last = found[-1].twigs
    return last, [*found[:-1], *([Run("table", others)] if others else [])]


def with_its_own(before: list[Twig], found: list[Run]) -> tuple[list[Twig], list[Run]]:
    """Texts before the points of a node, but for the last where a list goes on in its paragraph: that is the list's."""
    if found and before and _goes_on_in(found[0]):
        at = _last_paragraph(before)
        return before[:at], [Run("text", before[at:]), *found]
    return before, found


def own_from(texts: list[Twig], run: Run, top: bool) -> int:
    """From which of the ``texts`` before a list on they stand in its node: the paragraph that it goes on in.

    At the top all of one role do, which an enumeration follows.
    """
    if top and texts and run.sort == "list" and (_goes_on_in(run) or _is_enumeration(run)):
        return same_role(texts)
    return _last_paragraph(texts) if _goes_on_in(run) else len(texts)


def same_role(texts: Sequence[Twig]) -> int:
    """From which on all ``texts``, of which there are some, have the role of the last; no paragraph is cut."""
    at = len(texts) - 1
    while at and (texts[at].runs_in or texts[at - 1].part.role == texts[-1].part.role):
        at -= 1
    return at


def _goes_on(before: Run, run: Run) -> bool:
    return run.style == "none" or (run.style != "first" and run.start == before.following)


def _goes_on_in(run: Run) -> bool:
    return run.sort == "list" and run.twigs[0].runs_in


def _is_enumeration(run: Run) -> bool:
    return run.form != "inline" and run.twigs[0].part.kind == "point"


def _last_paragraph(texts: Sequence[Twig]) -> int:
    """Where the last paragraph of ``texts`` begins among them."""
    at = len(texts)
    while at and texts[at - 1].paragraph == texts[-1].paragraph:
        at -= 1
    return at


def _twigs(found: Sequence[Run]) -> list[Twig]:
    return [twig for run in found for twig in run.twigs]
