"""Anyone's Word file as a manuscript: read as a stream, in one pass, within bounds."""

from __future__ import annotations

from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.problems import DrafterError, Place, Problem
from drafter.word.opc import Package, TooLarge


def read(data: bytes, file: str) -> Manuscript:
    """The manuscript in a Word file's bytes. DrafterError for a file that is broken, huge or no Word file."""
    try:
        sources = _paragraphs(Package(data))
    except TooLarge:
        raise DrafterError(Problem("word.too-large", Place(file), {"file": file})) from None
    except Exception:  # a stranger's zip and XML break in any way, and all of them mean the same to the writer
        raise DrafterError(Problem("word.broken", Place(file), {"file": file})) from None
    lines = tuple(Line(source, (Mark(0, number, 1),)) for number, source in enumerate(sources, 1))
    return Manuscript(file, "docx", lines, sources)


def _paragraphs(package: Package) -> tuple[str, ...]:
    main = next(each.target for each in package.relations("") if each.kind == "officeDocument")
    paragraphs = package.tree(main).iter("{*}p")
    return tuple("".join(text.text or "" for text in each.iter("{*}t")) for each in paragraphs)
