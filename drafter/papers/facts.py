"""Facts as templates print them, each figure marked with its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline.references import parse
from drafter.outline.resolve import NOT_HAPPENED, resolve
from drafter.outline.scope import scope_of
from drafter.outline.text import Piece, Text, joined

if TYPE_CHECKING:
    from drafter.outline.model import Fact, Outline


def fact(outline: Outline, name: str) -> Text:
    """The value of a fact with its unit; a placeholder where nobody knows it. Raises KeyError for an unknown name."""
    return _printed(outline, outline.facts[name], "")


def target(outline: Outline, name: str) -> Text:
    """What a fact should have come to; a placeholder where that is not said. Raises KeyError for an unknown name."""
    return _printed(outline, outline.facts[name], " | target")


def figure(outline: Outline, name: str) -> Text:
    """A fact with its name: 接待游客4.5万人次, 未发生安全事故. Raises KeyError for an unknown name."""
    value = fact(outline, name)
    pieces = (Piece(outline.facts[name].name), *value.pieces)
    return joined(tuple(reversed(pieces)) if value == NOT_HAPPENED else pieces, value.pointer)


def figures(outline: Outline) -> Text | str:
    """The headline figures in a row; "" where the outline names none."""
    found = [figure(outline, name) for name in outline.headline if name in outline.facts]
    if not found:
        return ""
    comma = Piece("，")
    pieces = [piece for each in found for piece in (comma, *each.pieces)]
    return joined(tuple(pieces[1:]), "/headline")


def _printed(outline: Outline, fact: Fact, filters: str) -> Text:
    return resolve(parse(f"{{{{ {fact.name}{filters} }}}}", fact.pointer), scope_of(outline))
