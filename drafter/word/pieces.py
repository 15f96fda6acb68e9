"""The text of a paragraph of a Word file, piece by piece: what is read and what is mended count by it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The namespaces of ECMA-376 that a main part may be in, as tags begin with them."""

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "\u2011"}
PASSED = {
    *("p", "pPr", "rPr", "sdtPr", "del", "moveFrom", "delText", "instrText", "rt", "Fallback"),
    *("drawing", "pict", "object", "oMath", "oMathPara"),
}
"""What holds no text of the paragraph: others nested in it, properties, what was deleted, glosses, a second copy."""


def paragraphs(document: Element) -> Iterator[Element]:
    """Every ``w:p`` of a main part's body, in document order, nested ones (text boxes, their second copies) too.

    The first is number 1 wherever paragraphs are counted.
    """
    body = next((child for child in document if local(child) == "body"), document)
    return body.iter(TRANSITIONAL + "p", STRICT + "p")


def pieces(element: Element) -> Iterator[tuple[str, Element]]:
    """The stretches of a paragraph's text, each with the ``w:t`` (or tab, break, hyphen) that it stands in.

    Tracked insertions are text, deletions are none. A break is ``\\v``, a tab ``\\t``.
    """
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or "", child
        elif name in SIGNS:
            yield SIGNS[name], child
        elif name == "sym":
            yield _symbol(child), child
        elif name not in PASSED:
            yield from pieces(child)


def _symbol(element: Element) -> str:
    """The character of ``w:sym``, which fonts of symbols have among the private ones."""
    code = next((str(value) for key, value in element.items() if str(key).endswith("}char")), "")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() or category(sign) == "Co" else ""


def local(element: Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
