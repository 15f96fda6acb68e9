"""What every step of a rollover knows: last year's outline as text, as nodes and as values, and the two years."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from drafter.outline import names
from drafter.outline.comments import matches
from drafter.outline.model import Outline
from drafter.outline.references import fold, parse
from drafter.outline.resolve import resolve
from drafter.outline.scope import Scope, scope_of
from drafter.outline.tour import tour
from drafter.recover.rollover.moves import MARKS
from drafter.yaml_files import Node

if TYPE_CHECKING:
    import re

    from drafter.outline.model import Fact
    from drafter.outline.references import Reference


class Frame(msgspec.Struct, frozen=True, dict=True):
    """Last year's outline. ``last`` is its year, ``year`` the new one's; ``file`` is what the new one calls it."""

    text: str
    root: Node
    outline: Outline
    last: int
    year: int
    file: str

    @property
    def distance(self) -> int:
        """How many years it moves on."""
        return self.year - self.last

    @cached_property
    def lang(self) -> str:
        """The language most keys of the outline are in."""
        keys = [node.value for node, table, _ in tour(self.root) if table and table != "papers"]
        return "zh" if sum(not key.isascii() for key in keys) * 2 > len(keys) else "en"

    def key(self, table: str, name: str) -> str:
        """A key as this outline writes it; of a reference with a field, both."""
        head, dot, field = name.partition(".")
        if self.lang != "zh":
            return name
        return names.chinese(table, head) + dot + (names.chinese(head, field) if dot else "")

    @cached_property
    def comments(self) -> tuple[re.Match[str], ...]:
        """The comments of the outline, those of an earlier rollover left out."""
        return tuple(match for match in matches(self.text, self.root) if not is_ours(match[0]))

    @cached_property
    def gone(self) -> frozenset[str]:
        """The facts, by folded name, that are not asked for again."""
        return frozenset(fold(fact.name) for fact in self.outline.facts.values() if fact.once)

    @cached_property
    def known(self) -> dict[str, Fact]:
        """The facts by folded name, sums worked out."""
        return self._scope.facts

    @cached_property
    def _scope(self) -> Scope:
        return scope_of(self.outline)

    def printed(self, words: str) -> str:
        """``words`` as last year's papers printed them."""
        return " ".join(str(resolve(parse(words, ""), self._scope)).split())

    def fact_of(self, reference: Reference) -> str:
        """The folded name of the fact a reference is to, or of one whose field it names; "" for anything else."""
        name = fold(reference.name.text)
        while name and name not in self.known:
            name = name.rpartition(".")[0].strip()
        return name


def is_ours(comment: str) -> bool:
    """Whether a rollover wrote a comment."""
    return comment.lstrip("# ").startswith(MARKS)
