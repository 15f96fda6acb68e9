"""Paragraphs as WordprocessingML: a style, and direct formatting only where the words themselves decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.runs import runs_xml

if TYPE_CHECKING:
    from drafter.document.model import Runs
    from drafter.word.runs import Body


def paragraph(body: Body, role: str, runs: Runs, keep: bool = False, indents: str = "") -> str:
    """A paragraph in the style of a role; ``keep`` holds it on the page of the next one."""
    style = body.skeleton.styles[role]
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if keep:
        inside += "<w:keepNext/>"
    inside += indents
    properties = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    return f"<w:p>{properties}{runs_xml(body, runs)}</w:p>"


def blank(body: Body, count: int, keep: bool = False) -> str:
    """Empty lines of the body, as offices leave them."""
    return paragraph(body, "body", (), keep) * count


def indent(side: str, count: float, character: int) -> str:
    """The attributes of an indent of ``count`` 字: in characters, and in twips for programs that know no characters."""
    return f' w:{side}Chars="{round(count * 100)}" w:{side}="{round(count * character)}"'
