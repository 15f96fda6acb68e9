"""Text of a main part that Word makes itself and would make again: what is typed there is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.pieces import STRICT, TRANSITIONAL, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_WATCHED = tuple(space + name for space in (TRANSITIONAL, STRICT) for name in ("fldChar", "t"))


def made_by_word(document: Element) -> set[Element]:
    """Every ``w:t`` in a field's result or in a control bound to data; a field may go over many paragraphs."""
    return {*_in_fields(document), *(text for outer in _holders(document) for text in _texts(outer))}


def _in_fields(document: Element) -> Iterator[Element]:
    open_fields = 0
    for element in document.iter(*_WATCHED):
        if local(element) == "t":
            if open_fields:
                yield element
        else:
            sort = next((str(value) for key, value in element.items() if str(key).endswith("fldCharType")), "")
            open_fields = max(0, open_fields + {"begin": 1, "end": -1}.get(sort, 0))


def _holders(document: Element) -> Iterator[Element]:
    for space in (TRANSITIONAL, STRICT):
        yield from document.iter(space + "fldSimple")
        for binding in document.iter(space + "dataBinding"):
            holder = next(binding.iterancestors(space + "sdt"), None)
            if holder is not None:
                yield holder


def _texts(holder: Element) -> Iterator[Element]:
    return holder.iter(TRANSITIONAL + "t", STRICT + "t")
