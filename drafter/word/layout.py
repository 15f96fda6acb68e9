"""A layout as typed values: the page, its grid, the fonts, and how each kind of paragraph looks.

Measures are in Word's own units: twips (1/20 pt) for lengths, half-points for type sizes; widths that follow the type
are in 字, heights in lines.
"""

from __future__ import annotations

import msgspec

GRID = 0
SINGLE = -1


class Page(msgspec.Struct, frozen=True):
    """The sheet in twips, and the grid that fills its text area: ``lines`` a page, ``characters`` a line."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    lines: int
    characters: int

    @property
    def text_width(self) -> int:
        """The width of the text area in twips."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the text area in twips."""
        return self.height - self.top - self.bottom

    @property
    def pitch(self) -> int:
        """The height of one line in twips, rounded down: a twip more and the last line falls off the page."""
        return self.text_height // self.lines


class Font(msgspec.Struct, frozen=True):
    """A font by the name Word shows, and names that may stand in where a machine lacks it."""

    name: str
    alternatives: tuple[str, ...] = ()


class Look(msgspec.Struct, frozen=True):
    """How a kind of paragraph looks; None is as in the body.

    ``font`` and ``latin`` (letters and digits) are names of the layout's fonts; ``size`` is in half-points. ``line``
    is a height in twips, ``GRID`` or ``SINGLE``. The indents are in 字, ``before`` and ``after`` in lines.
    """

    font: str | None = None
    latin: str | None = None
    size: int | None = None
    bold: bool | None = None
    align: str | None = None
    first_line: float | None = None
    left: float | None = None
    right: float | None = None
    line: int | None = None
    before: float | None = None
    after: float | None = None
    keep_next: bool | None = None
    new_page: bool | None = None


class PageNumber(msgspec.Struct, frozen=True):
    """The page number: ``text`` holds ``{page}``, or is empty for none; ``below`` is from the text area, in twips."""

    text: str
    font: str
    size: int
    below: int
    indent: float
    odd: str
    even: str


class Lines(msgspec.Struct, frozen=True):
    """The tables' rules: their widths in twips."""

    outer: int
    inner: int


class Placeholder(msgspec.Struct, frozen=True):
    """How a gap shows: its colour, and what its comment says and who says it; {name} is missing, {who} has it."""

    highlight: str
    author: str
    comment: str
    comment_with_who: str


class BlankLines(msgspec.Struct, frozen=True):
    """How many lines stay empty where the standard leaves some."""

    after_title: int
    before_attachment_note: int
    before_signature: int
    before_sealed_signature: int
    after_attachment_label: int


class Layout(msgspec.Struct, frozen=True):
    """A whole layout. ``styles`` has a look for every role of ``roles.ROLES`` that has one."""

    page: Page
    fonts: dict[str, Font]
    styles: dict[str, Look]
    page_number: PageNumber
    table_lines: Lines
    placeholder: Placeholder
    blank_lines: BlankLines

    def look(self, role: str) -> Look:
        """The look of a role with nothing left to the body."""
        given = msgspec.structs.asdict(self.styles[role])
        return msgspec.structs.replace(self.styles["body"], **{k: v for k, v in given.items() if v is not None})

    @property
    def tightening(self) -> int:
        """What each body character gives up (or gains) so that a line holds its number, in twips.

        28 characters of 16 pt want 8,960 twips where there are 8,844: each gives up 5.
        """
        return self.page.text_width // self.page.characters - self.body_size * 10

    def character(self, size: int) -> int:
        """The width in twips of one 字 of a size: the grid's cell for the body's own, else the type's."""
        return size * 10 + (self.tightening if size == self.body_size else 0)

    @property
    def body_size(self) -> int:
        """The size of the body's type in half-points."""
        return self.styles["body"].size or 0

    def font_name(self, name: str) -> str:
        """The name Word knows a font by; a font the layout does not list is called by its own name."""
        font = self.fonts.get(name)
        return font.name if font else name
