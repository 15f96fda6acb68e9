"""Figures and days: what a number, a year or a date may look like, and what is wrong with one that does not."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.outline.text import Gap, Text
from drafter.outline.walk import gap

if TYPE_CHECKING:
    from drafter.outline.model import Day
    from drafter.outline.names import Name
    from drafter.outline.walk import Walk
    from drafter.yaml_files import Node

NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?")
_THOUSANDS = r"[+-]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?"
_DAY_LIKE = r"[0-9]{4}\s*[-/.年]\s*[0-9]{1,2}\s*[-/.月]\s*[0-9]{1,2}\s*[日号]?"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER_FIRST = r"[+-]?[0-9]+(?:\.[0-9]+)?\s*[^0-9.,\s]"


def number(walk: Walk, node: Node, pointer: str, _name: Name) -> Decimal | None:
    """An exact, bounded decimal: 4.50 stays 4.50. None where it is empty or (which is told) no number."""
    words = walk.line(node, pointer).strip()
    if NUMBER.fullmatch(words):
        return Decimal(words)
    if words:
        _no_number(walk, node, pointer, words)
    return None


def _no_number(walk: Walk, node: Node, pointer: str, words: str) -> None:
    folded = unicodedata.normalize("NFKC", words).replace(" ", "")
    if NUMBER.fullmatch(folded):
        walk.tell_mend("outline.number-width", node, pointer, folded, number=words)
    elif re.fullmatch(_THOUSANDS, folded):
        walk.tell_mend("outline.thousands", node, pointer, folded.replace(",", ""), number=words)
    elif re.fullmatch(r"[+-]?0[0-9]+(\.[0-9]+)?", folded):
        walk.tell_mend("outline.leading-zero", node, pointer, folded.replace("0", "", 1), number=words)
    else:
        walk.tell(
            "outline.number-and-words" if re.match(_NUMBER_FIRST, folded) else "outline.no-number",
            node,
            pointer,
            number=words,
        )


def year(walk: Walk, node: Node, pointer: str, name: Name) -> int | Gap:
    """A year of four digits, or a gap."""
    words = walk.line(node, pointer).strip()
    if re.fullmatch("[0-9]{4}", words) and words > "0999":
        return int(words)
    digits = unicodedata.normalize("NFKC", words).removesuffix("年")
    if re.fullmatch("[0-9]{4}", digits) and digits != words:
        walk.tell_mend("outline.no-year", node, pointer, digits, year=words)
    elif words:
        walk.tell("outline.no-year", node, pointer, year=words)
    return gap(name, pointer)


def start(walk: Walk, node: Node, pointer: str, _name: Name) -> int:
    """A whole number from 1 that a count begins with; 1 where it is empty or (which is told) no such number."""
    words = walk.line(node, pointer).strip()
    if re.fullmatch("[1-9][0-9]{0,2}", words):
        return int(words)
    if words:
        walk.tell("outline.no-start", node, pointer, number=words)
    return 1


def day(walk: Walk, node: Node, pointer: str, name: Name) -> datetime.date | Gap:
    """A day of the calendar, or a gap: 2026-02-08, 2026年2月8日."""
    found = loose_day(walk, node, pointer, name)
    if isinstance(found, Text):
        walk.tell("outline.no-date", node, pointer, date=str(found))
        return gap(name, pointer)
    return found


def loose_day(walk: Walk, node: Node, pointer: str, name: Name) -> Day:
    """A day of the calendar, another way to say when (6月底前), or a gap."""
    words = walk.line(node, pointer).strip()
    date = _date(words) if words else None
    if date or not words:
        return date or gap(name, pointer)
    if re.fullmatch(_DAY_LIKE, words):
        walk.tell("outline.no-such-day", node, pointer, date=words)
        return gap(name, pointer)
    return walk.text(words, pointer)


def _date(words: str) -> datetime.date | None:
    if _ISO.fullmatch(words):
        try:
            return datetime.date.fromisoformat(words)
        except ValueError:
            return None
    from drafter.language.dates import parse_day

    return parse_day(words)
