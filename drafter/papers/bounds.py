"""Keeps a template from going round for ever, and from filling the memory: what it makes is weighed as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STEPS = 2_000_000
CHARACTERS_A_STEP = 50
ITEMS_A_STEP = 10
SLICES = 1000


class Endless(Exception):  # noqa: N818
    """A template goes round more often, or makes more, than any paper needs."""


class Patience:
    """Counts what a template does, for one paper."""

    def __init__(self) -> None:
        self.steps = 0

    def step(self, count: int) -> None:
        """Count towards the end of a paper's patience; raises Endless there."""
        self.steps += count
        if self.steps > STEPS:
            raise Endless

    def weighed(self, value: Any) -> Any:
        """``value``, its length counted; every filter, + and ~ of a template is followed by this filter."""
        if hasattr(value, "__len__"):
            self.step(len(value) // (CHARACTERS_A_STEP if isinstance(value, str) else ITEMS_A_STEP))
        return value

    def joined(self, parts: Iterable[str]) -> str:
        """What a macro or a block has written, weighed."""
        words = "".join(parts)
        self.step(len(words) // CHARACTERS_A_STEP)
        return words


class Weigh(NodeTransformer):
    """Puts the filter ``weighed`` behind whatever can make a long value of short ones."""

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 (NodeTransformer looks for the name)
        """Every filter but those that are put in for counting."""
        self.generic_visit(node)
        return node if node.name == "rounds" else filtered(node, "weighed")

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """``a ~ b``."""
        self.generic_visit(node)
        return filtered(node, "weighed")

    def visit_Add(self, node: nodes.Add) -> nodes.Node:  # noqa: N802
        """``a + b``."""
        self.generic_visit(node)
        return filtered(node, "weighed")


def filtered(node: nodes.Node, name: str) -> nodes.Filter:
    """``node | name``."""
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def few(cut: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that cuts into pieces, of which there may not be more than any table has cells."""

    def counted(value: Any, count: int, fill_with: Any = None) -> Any:
        if count > SLICES:
            raise Endless
        return cut(value, count, fill_with)

    return counted
