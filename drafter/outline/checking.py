"""What an office says of checks: how grave, which not, and its own words."""

from __future__ import annotations

import datetime

import msgspec

from drafter.problems import Place, Severity


class Word(msgspec.Struct, frozen=True):
    """An entry of a word list. ``context`` is a pattern that the text around must match; "" for any.

    ``certainty`` is sure, likely or possible. ``since`` is the day from which on ``right`` is the wording; None where
    it always was.
    """

    wrong: str
    right: str = ""
    context: str = ""
    certainty: str = "likely"
    reason: str = ""
    since: datetime.date | None = None


class Checking(msgspec.Struct, frozen=True):
    """The settings of checks. Rules are named as they were typed, by code or by name: only checks know them.

    ``lists`` are the paths of files with more words; ``places`` says where each rule was named, by what was typed.
    """

    severities: dict[str, Severity] = {}
    ignored: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    lists: tuple[str, ...] = ()
    places: dict[str, Place] = {}
