"""How a template gets the fields of our own structs and of loops: without the sandbox's questions.

A template of a long paper asks for thousands of attributes. What is ``node.role`` in it is compiled to a call of the
getter for the type at hand.
"""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, optimizeconst
from jinja2.runtime import LoopContext

from drafter.papers import values
from drafter.papers.batches import Batch

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.compiler import Frame

    from drafter.papers.values import Getter

LOOP = "index index0 first last length revindex revindex0 depth depth0 previtem nextitem changed cycle"
GETTERS: dict[type, dict[str, Getter]] = {
    **values.GETTERS,
    Batch: {name: attrgetter(name) for name in Batch.__struct_fields__},
    LoopContext: {name: attrgetter(name) for name in LOOP.split()},
}


class Code(CodeGenerator):
    """Compiles ``node.role`` so that the getter for the type of ``node`` is called, with nothing of Python between."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (the visitor looks for the name)
        """An attribute of a name; what is worked out first, Jinja's own way works out once only."""
        if not isinstance(node.node, nodes.Name):
            super().visit_Getattr(node, frame)
            return
        self.write(f"getters[{node.attr!r}][type(")
        self.visit(node.node, frame)
        self.write(")](")
        self.visit(node.node, frame)
        self.write(")")


class Getters(dict[str, "OfTypes"]):
    """The ways to get attributes, by name."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __missing__(self, attribute: str) -> OfTypes:
        self[attribute] = OfTypes(self._environment, attribute)
        return self[attribute]


class OfTypes(dict[type, "Getter"]):
    """The ways to get one attribute, by type: straight from our own structs and loops, else as the sandbox allows."""

    def __init__(self, environment: Environment, attribute: str) -> None:
        self._environment, self._attribute = environment, attribute

    def __missing__(self, kind: type) -> Getter:
        ask: Getter = partial(_ask, self._environment, self._attribute)
        self[kind] = GETTERS.get(kind, {}).get(self._attribute, ask)
        return self[kind]


def _ask(environment: Environment, attribute: str, owner: Any) -> Any:
    return environment.getattr(owner, attribute)
