"""Anyone's Word file as a manuscript: read as a stream, in one pass, within bounds.

Lines are the paragraphs of the body in the order they begin, those in table cells and text boxes too, then those of
footnotes and endnotes; headers, footers and comments are none. Their numbers count every ``w:p``, as
``pieces.paragraphs`` does: one in a text box comes after the paragraph it is anchored in. What was inserted while
changes were tracked is text, what was deleted is not; a paragraph whose end was deleted is one with the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.problems import DrafterError, Place, Problem
from drafter.word.opc import Package, TooLarge, parse
from drafter.word.paragraph_text import Reader
from drafter.word.read_numbering import Numbering
from drafter.word.read_styles import Styles
from drafter.word.stream import Transitional, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from drafter.word.paragraph_text import Read

LARGEST = 100_000_000
MOST_CHARACTERS = 5_000_000
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def read(data: bytes, file: str) -> Manuscript:
    """The manuscript in a Word file's bytes. DrafterError for a file that is broken, huge or no Word file."""
    try:
        found = list(_all(Package(data)))
    except TooLarge:
        raise DrafterError(Problem("word.too-large", Place(file), {"file": file})) from None
    except Exception:  # a stranger's zip and XML break in any way, and all of them mean the same to the writer
        raise DrafterError(Problem("word.broken", Place(file), {"file": file})) from None
    sources = tuple(each.line.text if each else "" for each in found)
    return Manuscript(file, "docx", tuple(_lines(found)), sources)


def _all(package: Package) -> Iterator[Read | None]:
    """Every paragraph by its number; None for one that stands in the file a second time."""
    main = next((each.target for each in package.relations("") if each.kind == "officeDocument"), "word/document.xml")
    named = {each.kind: each.target for each in package.relations(main) if not each.external}
    styles = Styles(*(_tree(package, named.get(kind)) for kind in ("styles", "theme")))
    reader = Reader(styles, Numbering(_tree(package, named.get("numbering")), styles))
    first = 1
    for name, part in ((main, ""), *((named[kind], part) for kind, part in _NOTES.items() if kind in named)):
        found = _of_part(package, name, part, first, reader)
        first += len(found)
        yield from found


def _of_part(package: Package, name: str, part: str, first: int, reader: Reader) -> list[Read | None]:
    """The paragraphs of a part, each at its number; the first of them has the number ``first``."""
    found: list[Read | None] = []
    characters = 0
    with package.stream(name, LARGEST) as stream:
        for each in paragraphs(stream):
            found += [None] * (each.number - len(found))
            if not each.copy:
                read = reader.read(each, first + each.number - 1, "box" if each.box else part)
                found[each.number - 1] = read
                characters += len(read.line.text)
            if characters > MOST_CHARACTERS:
                raise TooLarge
    return found


def _lines(found: Iterable[Read | None]) -> Iterator[Line]:
    """The lines, those whose ends were deleted joined with the next."""
    held: Line | None = None
    for each in found:
        if each is None:
            continue
        line = _joined(held, each.line) if held else each.line
        held = line if each.joins_next else None
        if not held:
            yield line
    if held:
        yield held


def _joined(line: Line, following: Line) -> Line:
    """Two paragraphs as one, which is what the second is: the end that is left is its own."""
    from msgspec.structs import replace

    moved = (Mark(mark.offset + len(line.text), mark.line, mark.column) for mark in following.marks)
    marks = (*line.marks, *moved) if line.text else following.marks
    return replace(following, text=line.text + following.text, marks=marks)


def _tree(package: Package, name: str | None) -> Element | None:
    """A part as XML; None where there is none, or it is broken, which takes looks away and no text."""
    try:
        return parse(Transitional.of(package.part(name))) if name else None
    except Exception:  # broken in any way
        return None
