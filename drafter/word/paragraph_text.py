"""A ``w:p`` of anyone's Word file as a line: its text, and what its styles, its runs and its list say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.document.manuscript import Line, Mark
from drafter.word.pieces import TRANSITIONAL as W
from drafter.word.pieces import pieces
from drafter.word.read_styles import own
from drafter.word.scan import Scanned, scan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from drafter.word.read_numbering import Numbering
    from drafter.word.read_styles import Own, RunLook, Style, Styles
    from drafter.word.stream import Found


class Read(NamedTuple):
    """A paragraph. ``joins_next`` says that its end was deleted while changes were tracked."""

    line: Line
    joins_next: bool


class Reader:
    """Reads paragraphs, given in their order, by the styles and lists of their file."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def read(self, found: Found, number: int, part: str) -> Read:
        """A paragraph as line ``number``, standing in a ``part`` as lines name them."""
        element = found.element
        said = own(_first(element, f"{W}pPr"))
        style = self._styles.style(said.style)
        text, looks = scan(element, self._styles) or self._walked(element)
        bold, font = self._look(looks, style)
        line = Line(
            text.replace("\n", " ").replace("\r", " "),
            (Mark(0, number, 1),),
            style.level if said.level is None else said.level,
            self._label(said, style),
            style.name,
            bold,
            None if part == "box" else found.cell,
            (),
            font,
            part,
            0 if bold or len(looks) < 2 else self._lead(element, style),
        )
        return Read(line, said.joins_next)

    def _walked(self, element: Element) -> Scanned:
        """A paragraph in which anything may stand."""
        stretches = list(pieces(element))
        runs = dict.fromkeys(each.getparent() for words, each in stretches if words.strip())
        looks = {self._styles.look(_first(run, f"{W}rPr")) for run in runs if run is not None}
        return Scanned("".join([words for words, _ in stretches]), looks)

    def _lead(self, element: Element, style: Style) -> int:
        """How many characters at the beginning of a paragraph are bold."""
        length = 0
        for words, each in pieces(element):
            run = each.getparent()
            look = self._styles.look(None if run is None else _first(run, f"{W}rPr"))
            if words.strip() and not self._run_look(look, style)[0]:
                break
            length += len(words)
        return length

    def _label(self, said: Own, style: Style) -> str:
        list_id = style.numbering if said.numbering is None else said.numbering
        depth = style.depth if said.depth is None else said.depth
        return self._numbering.label(list_id, depth, said.style or self._styles.default) if list_id else ""

    def _look(self, looks: Iterable[RunLook], style: Style) -> tuple[bool, str]:
        """Whether all of a paragraph is bold, and the East Asian font of all of it."""
        shown = {self._run_look(look, style) for look in looks}
        if len(shown) == 1:
            return shown.pop()
        fonts = {font for _, font in shown}
        return bool(shown) and all(bold for bold, _ in shown), fonts.pop() if len(fonts) == 1 else ""

    def _run_look(self, look: RunLook, style: Style) -> tuple[bool, str]:
        """What a run says itself counts; then its character style, which turns round the paragraph's bold."""
        base = self._styles.base
        named = self._styles.style(look.style).look if look.style else None
        bold = bool(style.look.bold) != bool(named and named.bold) or bool(base.bold)
        font = look.font or (named.font if named else "") or style.look.font or base.font
        return bold if look.bold is None else look.bold, font


def _first(element: Element, tag: str) -> Element | None:
    """The properties of an element, which stand first in it."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == tag else None
