"""An office's own page: the section and the settings of its file, without what belongs to the old text."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.word.build import page_xml

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element

    from drafter.word.layout import Layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OF_THE_OLD_TEXT = (f"{W}printerSettings", f"{W}sectPrChange", f"{W}footnotePr", f"{W}endnotePr")
_SETTINGS = (
    *("mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "defaultTabStop", "evenAndOddHeaders", "drawingGridHorizontalSpacing"),
    *("drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
    *("characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang"),
    *("clrSchemeMapping", "decimalSymbol", "listSeparator"),
)


def section(document: Element, references: Collection[str], standard: Layout) -> Element:
    """The file's last section, where Word adds text; the standard's page where it has none.

    ``references`` are the ids of the headers and footers that are there.
    """
    found = document.find(f"{W}body/{W}sectPr")
    if found is None:
        return etree.fromstring(f'<w:sectPr xmlns:w="{W[1:-1]}">{page_xml(standard)}</w:sectPr>')
    page = deepcopy(found)
    page.attrib.clear()
    for child in list(page):
        reference = child.get(f"{R}id")
        dangling = reference is not None and reference not in references
        if dangling or not str(child.tag).startswith(W) or child.tag in _OF_THE_OLD_TEXT:
            page.remove(child)
    etree.cleanup_namespaces(page)
    return page


def text_width(section: Element) -> int:
    """The width of a section's text area in twips. ValueError where it leaves no room."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        raise ValueError
    width = int(size.get(f"{W}w", "")) - sum(
        int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter")
    )
    if width < 1000:
        raise ValueError
    return width


def settings(tree: Element) -> Element:
    """The settings of a file that say how it is set."""
    kept = etree.Element(f"{W}settings", nsmap={"w": W[1:-1]})
    kept.extend(child for child in list(tree) if child.tag in {W + name for name in _SETTINGS})
    etree.cleanup_namespaces(kept)
    return kept
