"""D616: one figure that is kept under two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import At
from drafter.check.typed import outline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.outline.model import Fact

COUNTING = (
    "总人次",
    "总人数",
    "人次数",
    "总数量",
    "人次",
    "人数",
    "数量",
    "总数",
    "总量",
    "次数",
    "件数",
    "场数",
    "数",
    "量",
)
WHOLE = ("全年", "年度", "累计", "共", "总")


def find(view: View) -> Iterator[At]:
    """Facts with the same figures and unit whose names differ by a 数, an 全年 or the order of their characters."""
    alike: dict[object, list[Fact]] = {}
    for fact in outline_of(view).facts.values():
        if fact.value is not None:
            alike.setdefault((fact.value, fact.unit), []).append(fact)
    for facts in alike.values():
        if len(facts) > 1:
            yield from _of_one_figure(facts)


def _of_one_figure(facts: list[Fact]) -> Iterator[At]:
    seen: dict[object, Fact] = {}
    for fact in facts:
        other = seen.setdefault(_core(fact.name), fact)
        if other is not fact and not _are_related(fact, other):
            yield At(fact.pointer, {"name": fact.name, "other": other.name})


def _core(name: str) -> tuple[str, ...]:
    """The characters of a name without what only says that something is counted, in no order."""
    for start in WHOLE:
        name = name.removeprefix(start)
    ending = next((each for each in COUNTING if name.endswith(each) and len(name) > len(each) + 1), "")
    return tuple(sorted(name.removesuffix(ending)))


def _are_related(one: Fact, other: Fact) -> bool:
    """Whether one is a part of the other, which may be all of it."""
    return one.name in (*other.sum, *other.parts) or other.name in (*one.sum, *one.parts)
