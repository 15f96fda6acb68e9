"""From one outline file to its drafts in memory. Runs in worker processes too, so all that goes in or out is data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drafter import library
from drafter.outline import names
from drafter.problems import DrafterError, Place, Problem, Severity

if TYPE_CHECKING:
    from drafter.document.model import Document
    from drafter.outline.model import Outline
    from drafter.word.skeleton import Skeleton

ALL = ("all", "全部")
WORD, PDF = "docx", "pdf"
FORMATS = (WORD, "html", "md", "txt", PDF)
LAYOUT = "gbt9704"
VERBATIM = "verbatim"
"""What says nothing that the other papers do not is made only where it is asked for."""


class Job(msgspec.Struct, frozen=True):
    """What to make of one outline: ``papers`` as the user named them, none for the kind's own."""

    outline: str
    papers: tuple[str, ...] = ()
    layout: str = ""
    to: str = WORD
    strict: bool = False


class Draft(msgspec.Struct, frozen=True):
    """A paper ready to be written. ``data`` is its file, a Word file still where it is to become a PDF."""

    title: str
    paper: str
    data: bytes
    gaps: int = 0


class Drafted(msgspec.Struct, frozen=True):
    """What became of one outline; ``gaps`` are those of all its papers, each once.

    ``found`` is the severity of each thing that checking the outline found.
    """

    outline: str
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Problem, ...] = ()
    found: tuple[Severity, ...] = ()


def draft(job: Job) -> Drafted:
    """Make every draft asked for of one outline; what goes wrong comes back as problems. Never raises."""
    try:
        return _draft(job)
    except DrafterError as error:
        return Drafted(job.outline, problems=error.problems)
    except Exception as error:
        return Drafted(job.outline, problems=(_unexpected(error, job.outline),))


def lost(job: Job) -> Drafted:
    """What became of an outline whose process was killed."""
    return Drafted(job.outline, problems=(Problem("cli.process-died", Place(job.outline)),))


def grave(problems: tuple[Problem, ...]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity == Severity.ERROR for problem in problems)


def _draft(job: Job) -> Drafted:
    from drafter.outline.load import load

    loaded = load(job.outline)
    if loaded.outline is None or grave(loaded.problems):
        return Drafted(job.outline, problems=loaded.problems)
    problems, drafts, gaps = list(loaded.problems), [], {}
    for paper in _papers(job, loaded.outline):
        try:
            document, missing = _composed(job, loaded.outline, paper)
            gaps.update({(gap.place.pointer, gap.args["name"]): gap for gap in missing})
            drafts.append(_made(job, loaded.outline, document, missing))
        except DrafterError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    found = _found(job, loaded.outline) if drafts else ()
    return Drafted(job.outline, tuple(drafts), tuple(problems), tuple(gaps.values()), found)


def _found(job: Job, outline: Outline) -> tuple[Severity, ...]:
    from drafter.cli.aside import found

    return found(job.outline, outline)


def _papers(job: Job, outline: Outline) -> list[str]:
    from drafter.cli.choices import paper_names, papers

    if not job.papers:
        return [outline.own_paper]
    if any(word in ALL for word in job.papers):
        return [paper for paper in paper_names(job.outline) if paper != VERBATIM]
    return papers(job.papers, job.outline)


def _composed(job: Job, outline: Outline, paper: str) -> tuple[Document, list[Problem]]:
    from drafter.papers.compose import compose, gaps

    document = compose(outline, paper, job.outline)
    return document, gaps(document, outline)


def _made(job: Job, outline: Outline, document: Document, gaps: list[Problem]) -> Draft:
    meta = document.meta
    if job.strict and gaps:
        args: dict[str, str | int] = {"paper": names.chinese("papers", meta.paper), "count": len(gaps)}
        raise DrafterError(Problem("cli.strict", Place(job.outline), args))
    return Draft(meta.title, meta.paper, _data(job, outline, document), len(gaps))


def _data(job: Job, outline: Outline, document: Document) -> bytes:
    if job.to in (WORD, PDF):
        from drafter.word.write import write

        return write(document, _skeleton(layout_path(job.layout or outline.layout or LAYOUT, job.outline)))
    return _text(job.to, document).encode()


def _text(to: str, document: Document) -> str:
    if to == "html":
        from drafter.document.write_html import to_html

        return to_html(document)
    if to == "md":
        from drafter.document.markdown import to_markdown

        return to_markdown(document)
    from drafter.document.plain import to_text

    return to_text(document)


def layout_path(name: str, near: str) -> str:
    """The file of a layout: a name in the library, or a path to a layout file or to an office's own Word file."""
    found = library.find("layouts", name, near)
    if found:
        return found
    for path in (Path(name), Path(near).parent / name):
        if path.is_file():
            return str(path)
    known = ", ".join(entry.name for entry in library.entries("layouts", near))
    raise DrafterError(Problem("cli.unknown-layout", args={"layout": name, "known": known}))


@cache
def _skeleton(path: str) -> Skeleton:
    from drafter.word.skeleton import skeleton

    return skeleton(path)


def _unexpected(error: Exception, outline: str) -> Problem:
    from drafter.cli.unexpected import problem_of

    return msgspec.structs.replace(problem_of(error), place=Place(outline))
