"""The five-year plans of the PRC: their names and their years, both ways."""

from __future__ import annotations

import msgspec

from drafter.language.numerals import han, parse_han

SIXTH = 6
BEGAN = 1981
LENGTH = 5
NUMERAL = "十[一二三四五六七八]?|[六七八九]"
"""A plan's number as its name has it: the 十四 of “十四五”."""


class Plan(msgspec.Struct, frozen=True):
    """A five-year plan: the fourteenth is “十四五”, 2021 to 2025. The sixth was the first of the reckoning."""

    number: int

    @property
    def name(self) -> str:
        """十四五."""
        return f"{han(self.number)}五"

    @property
    def first(self) -> int:
        """The year it opens in."""
        return BEGAN + LENGTH * (self.number - SIXTH)

    @property
    def last(self) -> int:
        """The year it closes in."""
        return self.first + LENGTH - 1


def plan(numeral: str) -> Plan:
    """The plan that a numeral names: 十四 of “十四五”."""
    return Plan(parse_han(numeral) or SIXTH)


def plan_of(year: int) -> Plan:
    """The plan whose years a year is one of."""
    return Plan(SIXTH + (year - BEGAN) // LENGTH)
