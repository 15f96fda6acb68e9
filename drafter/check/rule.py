"""A rule: ``rules/<area>/d203_enumerations.toml`` says what it is, a Python file of the same name finds it.

A rule that is a mere pattern has no Python: the TOML's ``pattern`` is looked for, ``fix`` (a template for
``re.Match.expand``) mends it. Nothing is read before it is needed.
"""

from __future__ import annotations

import os
import re
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.check.finding import At, Finding, Fix
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from drafter.check.view import View

FOLDER = Path(__file__).parent / "rules"
AREAS = ("punctuation", "numbering", "figures", "words", "genre", "outline")


class Rule:
    """One rule; ``code`` (D203) is stable, ``name`` (d203_enumerations) that of its files."""

    def __init__(self, area: str, name: str) -> None:
        self.area = area
        self.name = name
        self.code = name.partition("_")[0].upper()

    @cached_property
    def head(self) -> dict[str, Any]:
        """What the rule's file says."""
        import tomllib

        return tomllib.loads((FOLDER / self.area / f"{self.name}.toml").read_text("utf-8"))

    @property
    def severity(self) -> Severity:
        """How grave its findings are where nobody says otherwise."""
        return Severity(self.head["severity"])

    def message(self, says: str) -> str:
        """The id of one of its messages."""
        return f"check/rules/{self.area}/{self.name}.{says}"

    @cached_property
    def find(self) -> Callable[[View], Iterable[Finding | At]]:
        """The function that looks for it in a view."""
        if not (FOLDER / self.area / f"{self.name}.py").is_file():
            return self._matches
        find: Callable[[View], Iterable[Finding | At]] = import_module(
            f"drafter.check.rules.{self.area}.{self.name}"
        ).find
        return find

    def _matches(self, view: View) -> Iterator[Finding]:
        fix = self.head.get("fix")
        for match in self._pattern.finditer(view.prose):
            fixes = () if fix is None else (Fix(match.start(), match.end(), match.expand(fix)),)
            yield Finding(match.start(), match.end(), fixes=fixes)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.head["pattern"])


@cache
def rules(area: str) -> tuple[Rule, ...]:
    """The rules of an area, by code."""
    names = (entry.name.removesuffix(".toml") for entry in os.scandir(FOLDER / area) if entry.name.endswith(".toml"))
    return tuple(Rule(area, name) for name in sorted(names))


def every() -> tuple[Rule, ...]:
    """All rules, area by area, by code."""
    return tuple(rule for area in AREAS for rule in rules(area))
