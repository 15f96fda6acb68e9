"""What the styles of a Word file say: their names, and what each inherits from the one it is based on."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from drafter.word.pieces import TRANSITIONAL as W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_VAL, _EAST, _EAST_THEME = f"{W}val", f"{W}eastAsia", f"{W}eastAsiaTheme"
_FONTS, _BOLD, _RUN_STYLE = f"{W}rFonts", f"{W}b", f"{W}rStyle"
_STYLE, _LEVEL, _NUMBERING, _RUN_LOOK = f"{W}pStyle", f"{W}outlineLvl", f"{W}numPr", f"{W}rPr"
_HEADING = re.compile(r"(?i)(?:heading|标题) ?([1-9])")
_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HIGHEST_LEVEL = 9


class RunLook(NamedTuple):
    """What a run says of its look; None and "" where it says nothing. ``style`` is the id of a character style."""

    bold: bool | None = None
    font: str = ""
    style: str = ""


class Own(NamedTuple):
    """What a paragraph, or a style of its own, says: its style, heading level from 1 (0 is body) and numbering."""

    style: str | None = None
    level: int | None = None
    numbering: str | None = None
    depth: int | None = None
    joins_next: bool = False


class Style(NamedTuple):
    """A style with all it inherits. ``numbering`` is the id of a list, "" or 0 for none, ``depth`` the level in it."""

    name: str = ""
    level: int = 0
    numbering: str = ""
    depth: int | None = None
    look: RunLook = RunLook()


class Styles:
    """The styles of a file by id; what a file does not have has no name and no look."""

    def __init__(self, tree: Element | None, theme: Element | None) -> None:
        elements = tree.iterfind(f"{W}style") if tree is not None else ()
        self._elements = {each.get(f"{W}styleId", ""): each for each in elements}
        self._defaults = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if tree is not None else None
        self._theme = theme
        self._known: dict[str, Style] = {}

    def style(self, id: str | None) -> Style:
        """A style by its id; the default paragraph style for None."""
        wanted = self.default if id is None else id
        if wanted not in self._known:
            self._known[wanted] = self._resolved(wanted)
        return self._known[wanted]

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        given = (
            name
            for name, each in self._elements.items()
            if each.get(f"{W}type") == "paragraph" and on(each.get(f"{W}default", "0"))
        )
        return next(given, "")

    @cached_property
    def base(self) -> RunLook:
        """The look of text that no style and nobody sets."""
        return self.look(self._defaults)

    def look(self, properties: Element | None) -> RunLook:
        """What ``w:rPr`` says."""
        if properties is None:
            return RunLook()
        bold, font, style = None, "", ""
        for child in properties:
            tag = child.tag
            if tag == _FONTS:
                font = self.fonts.get(child.get(_EAST_THEME, ""), "") or child.get(_EAST, "")
            elif tag == _BOLD:
                bold = on(child.get(_VAL, "1"))
            elif tag == _RUN_STYLE:
                style = child.get(_VAL, "")
        return RunLook(bold, font, style)

    @cached_property
    def fonts(self) -> dict[str, str]:
        """The theme's fonts for Chinese: majorEastAsia, minorEastAsia."""
        if self._theme is None:
            return {}
        kinds = ("major", "minor")
        return {f"{kind}EastAsia": _theme_font(self._theme.find(f".//{_THEME}{kind}Font")) for kind in kinds}

    def _resolved(self, id: str) -> Style:
        chain = list(self._chain(id))
        if not chain:
            return Style(level=_level_of(id))
        owns, looks = [own(each.find(f"{W}pPr")) for each in chain], [self.look(each.find(f"{W}rPr")) for each in chain]
        name = _value(chain[0], "name")
        level = next((each.level for each in owns if each.level is not None), None)
        return Style(
            name=name,
            level=_level_of(name) if level is None else level,
            numbering=next((each.numbering for each in owns if each.numbering is not None), ""),
            depth=next((each.depth for each in owns if each.depth is not None), None),
            look=RunLook(
                next((look.bold for look in looks if look.bold is not None), None),
                next((look.font for look in looks if look.font), ""),
            ),
        )

    def _chain(self, id: str) -> Iterator[Element]:
        """A style, the one it is based on, and so on, each once."""
        seen: set[str] = set()
        wanted = id
        while wanted in self._elements and wanted not in seen:
            seen.add(wanted)
            yield self._elements[wanted]
            wanted = _value(self._elements[wanted], "basedOn")


def own(properties: Element | None) -> Own:
    """What ``w:pPr`` says."""
    if properties is None:
        return Own()
    style = level = numbering = depth = None
    joins = False
    for child in properties:
        if child.tag == _STYLE:
            style = child.get(_VAL)
        elif child.tag == _LEVEL:
            level = (whole(child.get(_VAL), _HIGHEST_LEVEL) + 1) % (_HIGHEST_LEVEL + 1)
        elif child.tag == _NUMBERING:
            numbering, depth = _value(child, "numId") or None, _value(child, "ilvl")
        elif child.tag == _RUN_LOOK:
            joins = child.find(f"{W}del") is not None
    return Own(style, level, numbering, whole(depth, 0) if depth else None, joins)


def whole(text: str | None, default: int, most: int = 9) -> int:
    """A small whole number out of an attribute."""
    return min(int(text), most) if text and text.isdecimal() and len(text) < 10 else default


def _level_of(name: str) -> int:
    """The level of a built-in heading style that says nothing of its own level."""
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0


def _theme_font(fonts: Element | None) -> str:
    if fonts is None:
        return ""
    east = fonts.find(f"{_THEME}ea")
    named = east.get("typeface", "") if east is not None else ""
    simplified = (each.get("typeface", "") for each in fonts if each.get("script") == "Hans")
    return named or next(simplified, "")


def _value(element: Element, name: str) -> str:
    found = element.find(W + name)
    return found.get(_VAL, "") if found is not None else ""


def on(value: str) -> bool:
    """Whether a switch (ST_OnOff) is on."""
    return value in ("1", "true", "on")
