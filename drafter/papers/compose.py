"""An outline and a paper's template become a document."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from drafter import library
from drafter.document.html import read
from drafter.document.model import Document, Meta, Title
from drafter.document.text import all_runs, join_runs
from drafter.outline import facts
from drafter.outline.narrow import narrow
from drafter.papers.environment import environment, write
from drafter.papers.names import names
from drafter.papers.phrases import phrases
from drafter.papers.wording import Wording
from drafter.problems import DrafterError, Problem, Severity

if TYPE_CHECKING:
    from drafter.document.model import Block, Gap
    from drafter.outline.model import Outline
    from drafter.papers.wording import Offer


def compose(outline: Outline, paper: str, near: str | None = None) -> Document:
    """The paper of an outline. ``near`` is the outline's file or folder, where templates are looked for first.

    Raises DrafterError for a paper without a template and for whatever is wrong in it, with the template's lines.
    """
    path = library.find("papers", paper, near)
    if path is None:
        known = ", ".join(entry.name for entry in library.entries("papers", near))
        raise DrafterError(Problem("papers.no-paper", args={"paper": paper, "known": known}))
    narrowed = narrow(outline, paper)
    try:
        blocks = _blocks(narrowed, paper, near)
    except DrafterError as error:
        from drafter.papers import errors

        raise DrafterError(*(errors.placed(problem, path) for problem in error.problems)) from None
    return Document(_meta(blocks, narrowed, paper), blocks)


def gaps(document: Document, outline: Outline) -> list[Problem]:
    """A warning for every field that a document lacks, once each, with its line and who has it.

    A placeholder of a sum lacks the parts that nobody has filled in.
    """
    empty = {(run.source, run.gap): None for run in all_runs(document.blocks) if run.gap is not None}
    asked = [each for pointer, gap in empty for each in _asked(pointer, gap, outline)]
    return [_gap(pointer, name, who, outline) for pointer, name, who in dict.fromkeys(asked)]


def offers(outline: Outline, paper: str, near: str | None = None) -> list[Offer]:
    """The phrases for a paper that assert something, which a writer may choose to put into the outline."""
    return Wording(phrases(paper, near), narrow(outline, paper)).offers()


def _asked(pointer: str, gap: Gap, outline: Outline) -> list[tuple[str, str, str]]:
    """Pointer, name and holder of each field to ask for so that a placeholder goes away."""
    parts = facts.wanted(pointer, outline.facts)
    return [(part.pointer, part.label, part.who) for part in parts] or [(pointer, gap.name, gap.who)]


def _gap(pointer: str, name: str, who: str, outline: Outline) -> Problem:
    args: dict[str, str | int] = {"name": name, "who": who}
    message = "papers.gap-held" if who else "papers.gap"
    return Problem(message, outline.places.find(pointer), args, Severity.WARNING)


def _blocks(narrowed: Outline, paper: str, near: str | None) -> tuple[Block, ...]:
    html = _html(narrowed, paper, near)
    try:
        return read(html)
    except DrafterError as error:
        raise _traced(error, narrowed, paper, near) from None


def _html(narrowed: Outline, paper: str, near: str | None, traced: bool = False) -> str:
    """What the template writes; where it is ``traced``, each of its tags is preceded by its place."""
    made = environment(_folder(near), os.getcwd(), traced)  # noqa: PTH109
    given = names(narrowed, paper, Wording(phrases(paper, near), narrowed))
    try:
        return write(made, paper, given)
    except DrafterError:
        raise
    except Exception as error:
        from drafter.papers import errors

        raise DrafterError(errors.problem_of(error, made, given)) from error


def _traced(error: DrafterError, narrowed: Outline, paper: str, near: str | None) -> DrafterError:
    """``error`` with the places of what it tells; a template that writes something else each time keeps it as it is."""
    try:
        read(_html(narrowed, paper, near, traced=True))
    except DrafterError as located:
        return located
    return error


def _folder(near: str | None) -> str | None:
    """The folder of an outline, so that outlines side by side share their templates."""
    return near if near is None or os.path.isdir(near) else os.path.dirname(near)  # noqa: PTH112, PTH120


def _meta(blocks: tuple[Block, ...], outline: Outline, paper: str) -> Meta:
    title = next(("".join(map(join_runs, block.lines)) for block in blocks if isinstance(block, Title)), "")
    date = outline.date if isinstance(outline.date, datetime.date) else None
    return Meta(title or "".join(outline.title), str(outline.organization.name or ""), date, paper)
