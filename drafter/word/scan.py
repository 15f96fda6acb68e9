"""The common paragraph in one pass: its text as ``pieces`` has it, and what its runs say of their look.

Written for speed. A paragraph that holds anything but plain runs is left to ``pieces``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.word.pieces import SIGNS
from drafter.word.pieces import TRANSITIONAL as W
from drafter.word.read_styles import RunLook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from drafter.word.read_styles import Styles

_RUN, _TEXT, _PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
_SIGNS = {W + name: sign for name, sign in SIGNS.items()}
_MARKERS = ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd")
_BESIDE = {W + name for name in _MARKERS}
_UNSEEN = {W + name for name in ("lastRenderedPageBreak", "commentReference", "footnoteReference", "endnoteReference")}
_PLAIN = RunLook()


class Scanned(NamedTuple):
    """A paragraph's text, and the looks of its runs that have something to see in them, as they say themselves."""

    text: str
    looks: set[RunLook]


def scan(element: Element, styles: Styles) -> Scanned | None:
    """A ``w:p`` in the transitional namespace; None for one in which more stands than plain runs."""
    words: list[str] = []
    looks: set[RunLook] = set()
    for child in element:
        tag = child.tag
        if tag == _RUN:
            if not _scan_run(child, styles, words, looks):
                return None
        elif tag not in _BESIDE:
            return None
    return Scanned("".join(words), looks)


def _scan_run(run: Element, styles: Styles, words: list[str], looks: set[RunLook]) -> bool:
    look = _PLAIN
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            text = child.text or ""
            words.append(text)
            if text and not text.isspace():
                looks.add(look)
        elif tag == _PROPERTIES:
            look = styles.look(child)
        elif tag in _SIGNS:
            words.append(_SIGNS[str(tag)])
        elif tag not in _UNSEEN:
            return False
    return True
