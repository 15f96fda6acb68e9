"""D301: one subject with two figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from drafter.check.figures import Figure, figures
from drafter.check.finding import Finding
from drafter.language.mentions import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

SHORTEST = 4
KINDS = ("body", "heading", "title")


def find(view: View) -> Iterator[Finding]:
    """Every figure that contradicts the first of its subject, unit, scope and time."""
    known: dict[tuple[object, ...], Figure] = {}
    asked = [each for each in view.once(figures) if _says_itself(view, each)]
    crowded = _crowded(asked)
    for each in asked:
        first = known.setdefault(_key(each), each)
        if _key(each) not in crowded and _differ(first, each):
            yield _finding(view, first, each)


def _says_itself(view: View, figure: Figure) -> bool:
    """Whether a figure counts what its own words say, here and now, and no plan, member or earlier time."""
    mention = figure.mention
    before = view.normal[mention.subject_start - 1 : mention.subject_start]
    return (
        len(mention.subject) >= SHORTEST
        and not mention.object
        and not (figure.planned or figure.recalled or mention.quantity.about)
        and not mention.subject.startswith(("等", "的", "与", "和", "及"))
        and before not in tuple("”》’、）")
        and view.paragraph(mention.start).source.kind in KINDS
    )


def _key(figure: Figure) -> tuple[object, ...]:
    mention = figure.mention
    told = tuple(word for word in mention.scope if word not in ("共", "已", "全年", "年内", "我馆", "我局"))
    return mention.subject, mention.quantity.unit, told, figure.time, figure.ahead


def _crowded(asked: list[Figure]) -> set[tuple[object, ...]]:
    """What has more than two figures: several things that share a name, each with its own."""
    values = defaultdict(set)
    for each in asked:
        values[_key(each)].add(each.mention.quantity.value)
    return {key for key, found in values.items() if len(found) > 2}


def _differ(first: Figure, other: Figure) -> bool:
    one, another = first.mention.quantity, other.mention.quantity
    low, high = bounds(one)
    least, most = bounds(another)
    return one.value != another.value and (high <= least or most <= low)


def _finding(view: View, first: Figure, other: Figure) -> Finding:
    mention = other.mention
    said = view.text[first.mention.start : first.mention.end]
    return Finding(mention.start, mention.end, {"subject": mention.subject, "other": said})
