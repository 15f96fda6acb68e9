"""Blocks that are not running text: title, table, and what closes a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document import model
from drafter.document.inline import PLAIN, Line, fill, rest, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


def runs(element: Element | None) -> model.Runs:
    """All that an element holds; nothing where there is no element."""
    line = Line()
    if element is not None:
        fill(line, element)
    return line.runs()


def title(element: Element) -> Iterator[model.Title]:
    """A title of as many lines as ``br`` parts; none where it has no words."""
    lines = [Line()]
    words(lines[0], element.text, PLAIN)
    for child in element:
        if child.tag == "br":
            lines.append(Line())
            words(lines[-1], child.tail, PLAIN)
        else:
            rest(lines[-1], [child])
    shown = tuple(line.runs() for line in lines if line)
    if shown:
        yield model.Title(shown)


def table(element: Element) -> Iterator[model.Table]:
    """A table, its short rows filled up with empty cells; none where there are no cells."""
    header = _cells(element.find("thead/tr"))
    rows = [_cells(row) for row in element.iterfind("tbody/tr")]
    width = max(map(len, (header, *rows)))
    squared = tuple(row + ((),) * (width - len(row)) for row in rows)
    if width:
        filled = header + ((),) * (width - len(header)) if header else ()
        yield model.Table(filled, squared, runs(element.find("caption")))


def attachment_note(element: Element) -> Iterator[model.AttachmentNote]:
    """附件说明; none where nothing is attached."""
    titles = _several(element)
    if titles:
        yield model.AttachmentNote(titles)


def signature(element: Element, parent: Element) -> Iterator[model.Signature]:
    """A ``p.signature`` in ``parent`` with the ``p.date`` behind it, or a date alone."""
    index = list(parent).index(element)
    before, following = parent[:index][-1:], parent[index + 1 : index + 2]
    if element.get("class") == "signature":
        date = runs(following[0]) if _has_class(following, "date") else ()
        yield model.Signature(_several(element), date, element.get("data-sealed") == "true")
    elif not _has_class(before, "signature"):
        yield model.Signature((), runs(element))


def _has_class(elements: list[Element], name: str) -> bool:
    return any(element.get("class") == name for element in elements)


def _several(element: Element) -> tuple[model.Runs, ...]:
    """What each ``span`` holds; the whole as one where there is text or anything else beside them."""
    loose = (element.text or "").strip() or any((child.tail or "").strip() or child.tag != "span" for child in element)
    found = [runs(element)] if loose else [_whole(child) for child in element]
    return tuple(filter(None, found))


def _whole(element: Element) -> model.Runs:
    line = Line()
    rest(line, [element])
    return line.runs()


def _cells(row: Element | None) -> tuple[model.Runs, ...]:
    return tuple(runs(cell) for cell in row) if row is not None else ()
