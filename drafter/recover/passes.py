"""The passes, in their order; each is a module with ``run(old) -> Old`` that can be read and tested alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from drafter.recover.model import Old, Part

if TYPE_CHECKING:
    from drafter.document.manuscript import Line, Manuscript
    from drafter.recover.facts import Which

PASSES = ("clean", "join", "structure", "enumerations", "roles", "fields")
"""All but the last, which finds the facts and is told which of them are wanted."""


def recover(manuscript: Manuscript, which: Which = "all") -> Old:
    """An old document understood, as far as it can be; ``which`` figures become facts is asked for."""
    from drafter.recover import facts

    old = begin(manuscript)
    for name in PASSES:
        old = import_module(f"drafter.recover.{name}").run(old)
    return facts.run(old, which)


def begin(manuscript: Manuscript) -> Old:
    """The document before anything is understood: every line that is not blank is a part."""
    return Old(manuscript, tuple(_part(line) for line in manuscript.lines if line.text.strip() or line.label))


def _part(line: Line) -> Part:
    return Part(
        line.text,
        line.marks[0].line,
        "table" if line.cell else "text",
        label=line.label,
        bold=line.bold,
        font=line.font,
        style_level=line.level,
        named=line.style,
        cell=line.cell,
        beside=line.part,
        lead=line.text[: line.lead].strip(),
    )
