"""What templates do to texts; unlike Jinja's own string filters, these keep where each word is from."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from drafter.language import dates, numerals, punctuation
from drafter.outline.text import Gap, Text, joined
from drafter.papers.batches import batches
from drafter.papers.values import Day, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from drafter.outline.model import Node


def join(parts: Iterable[Any], separator: str | None = None) -> Markup:
    """A、B和C, or with any separator between; what is empty is left out."""
    shown = [part for part in parts if isinstance(part, Gap) or str(part)]
    marks = _han_marks([str(part) for part in shown]) if separator is None else [separator] * len(shown)
    return Markup().join(escape(word) for pair in zip(["", *marks], shown, strict=False) for word in pair)


def close(text: Any, mark: str = "。") -> Markup:
    """``text`` with ``mark`` behind it where it has none, nothing where it is empty."""
    words = plain(text)
    added = punctuation.close(words, mark) != words
    return escape(text) + (mark if added else "")


def strip_end(text: Any) -> Any:
    """``text`` without the mark at its end."""
    words = plain(text)
    bare = punctuation.strip_end(words)
    return cut(text, len(bare)) if isinstance(text, Text) else text if words == bare else bare


def cut(text: Text, length: int) -> Text:
    """The first ``length`` characters of a text, facts and gaps kept."""
    pieces = []
    for piece in text.pieces:
        if length > 0:
            pieces.append(type(piece)(piece.text[:length], piece.fact, piece.gap))
        length -= len(piece.text)
    return joined(tuple(pieces), text.pointer)


def brief(node: Node) -> Text | str:
    """The short form of a node: its ``brief``, else the first sentence of its text, else its title, else ""."""
    if isinstance(node.brief, Text):
        return node.brief
    if node.text:
        return cut(node.text[0], len(punctuation.first_sentence(node.text[0])))
    return node.title or ""


def titles(node: Node) -> Markup:
    """The titles of a node's points, without their end marks, as A、B和C."""
    return join([strip_end(point.title) for point in titled(node)])


def titled(node: Node) -> list[Node]:
    """The points that take a number, those of groups included."""
    points = [[point] if point.title else titled(point) for point in node.points]
    return [point for group in points for point in group]


def day(value: Any) -> Any:
    """2026年2月8日 for a day, anything else as it is."""
    return marked(dates.day(value), _pointer(value)) if isinstance(value, datetime.date) else value


def month_day(value: Any) -> Any:
    """2月8日 for a day, anything else as it is."""
    return marked(dates.month_day(value), _pointer(value)) if isinstance(value, datetime.date) else value


def count_han(number: int, measure: str = "") -> str:
    """A count in Han: 两 before a measure word, else 二."""
    return numerals.count_han(number, measure)


def count(items: Sequence[Any]) -> int:
    """How many there are."""
    return len(items)


def _pointer(value: datetime.date) -> str:
    return value.pointer if isinstance(value, Day) else ""


def plain(text: Any) -> str:
    """The words of a text, marked up or not."""
    return text.striptags() if isinstance(text, Markup) else str(text)


def _han_marks(words: list[str]) -> list[str]:
    """The marks that ``join_han`` puts between ``words``."""
    whole, end, marks = punctuation.join_han(words), 0, []
    for before, word in pairwise(words):
        start = whole.index(word, end + len(before))
        marks.append(whole[end + len(before) : start])
        end = start
    return marks


FILTERS: dict[str, Callable[..., Any]] = {
    "batches": batches,
    "brief": brief,
    "close": close,
    "count": count,
    "count_han": count_han,
    "day": day,
    "han": numerals.han,
    "join": join,
    "month_day": month_day,
    "strip_end": strip_end,
    "titles": titles,
}
