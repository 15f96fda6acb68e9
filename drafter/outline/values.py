"""What references come to on their way from a name, through filters, to print."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from drafter.outline.references import Word

KIND_NAMES = {
    "fact": ("a fact", "数据"),
    "amount": ("a figure", "数"),
    "list": ("a list", "名单"),
    "points": ("points", "要点"),
    "agenda": ("the agenda", "议程"),
    "year": ("a year", "年份"),
    "day": ("a date", "日期"),
    "text": ("words", "文字"),
    "person": ("a person", "人员"),
    "organization": ("the organization", "单位"),
    "meeting": ("the meeting", "会议"),
    "campaign": ("the campaign", "活动"),
}


class Value(msgspec.Struct, frozen=True):
    """What a name, or a name and some filters, comes to.

    ``kind`` says what ``content`` is: ``fact`` (a Fact), ``amount`` (an Amount), ``list`` (texts), ``points`` (nodes
    that take a number), ``agenda`` (its items), ``year`` (an int), ``day`` (a date, or a Text that says when), ``text``
    (a str or Text), or a record, called like the table of its fields: ``organization``, ``meeting``, ``campaign``,
    ``person``. A ``Gap`` may stand in for any content. ``fact`` is the fact it comes from, "" for none.
    """

    kind: str
    content: Any
    fact: str = ""


class Amount(msgspec.Struct, frozen=True):
    """A figure to print: ``scale`` is 万, 亿 or "", ``about`` 多, 余, 约, 近, 以上 or ""."""

    number: Decimal
    unit: str = ""
    scale: str = ""
    about: str = ""


class Misuse(Exception):  # noqa: N818
    """A reference that cannot be followed: ``id`` names the message, ``slots`` fill it, ``word`` is what is at fault.

    ``remedy`` is as in a Problem; ``near`` is what was probably meant, "" where nobody knows.
    """

    def __init__(self, id: str, word: Word, remedy: str = "", near: str = "", **args: str | int) -> None:
        super().__init__(id)
        self.id, self.word, self.remedy, self.near = id, word, remedy, near
        self.slots: dict[str, str | int] = {"near": near, **args}
