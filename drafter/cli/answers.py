"""What a user tells ``drafter new``: words from options or from the keyboard, checked and made values."""

from __future__ import annotations

import re
import unicodedata

from drafter.language.dates import parse_day
from drafter.outline import names
from drafter.outline.references import quote
from drafter.problems import DrafterError, Problem
from drafter.yaml_files import FORBIDDEN

Value = str | list[str]

POINTERS = {
    "organization": "/organization/name",
    "led-by": "/organization/led_by",
    "meeting": "/meeting/name",
    "date": "/meeting/date",
    "year": "/year",
}
"""Where each answer goes in an outline."""


def read(words: dict[str, str]) -> dict[str, Value]:
    """All answers as values, "" for none. Raises DrafterError with every one that makes no sense."""
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, word in words.items():
        try:
            values[name] = value(name, word)
        except DrafterError as error:
            problems += error.problems
    if problems:
        raise DrafterError(*problems)
    return values


def value(name: str, word: str) -> Value:
    """One answer as a value: a day as 2026-02-08, several leaders (between commas) as a list. Raises DrafterError."""
    text = word.strip()
    if not text:
        return ""
    if FORBIDDEN.search(text) or not {"\n", "\t"}.isdisjoint(text):
        raise DrafterError(Problem("cli.not-one-line", args={"word": text}))
    if name == "led-by":
        return [quote(part.strip()) for part in re.split("[,，;；]", text) if part.strip()]
    if name == "date":
        return _day(text)
    return _year(text) if name == "year" else quote(text)


def consent(word: str) -> bool:
    """Yes or no, in either language; Enter is a yes. Raises DrafterError for what is neither."""
    found = names.canonical("truth", {"": "yes", "y": "yes", "n": "no"}.get(names.fold(word), names.fold(word)))
    if found is None:
        raise DrafterError(Problem("fixing.neither", args={"word": word}))
    return found == "true"


def _day(text: str) -> str:
    day = parse_day(text)
    if day is None:
        raise DrafterError(Problem("cli.not-a-day", args={"word": text}))
    return day.isoformat()


def _year(text: str) -> str:
    match = re.fullmatch("([12][0-9]{3})年?", unicodedata.normalize("NFKC", text))
    if match is None:
        raise DrafterError(Problem("cli.not-a-year", args={"word": text}))
    return match[1]
