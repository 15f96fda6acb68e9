"""Anyone's web page as lines: what a reader of the page sees as one, a line break included, is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.document.gather import Frame, Gatherer, Look
from drafter.document.html_grid import Grid, layout_tables
from drafter.document.html_tokens import tokens
from drafter.language.number_formats import numeral

if TYPE_CHECKING:
    from drafter.document.html_tokens import Token
    from drafter.document.manuscript import Line

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html"),
        *("legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD, _LITERAL = ("b", "strong"), ("code", "kbd", "samp", "tt")
_LISTS = ("ol", "ul", "menu", "dir")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIGHEST = 1_000_000


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a page, empty ones left out. ``text`` has ``\\n`` for every line end.

    A table that only arranges the page makes no cells.
    """
    page = _Page(text)
    for token in tokens(text):
        page.take(token)
    page.close()
    layout = layout_tables(page.gather.lines)
    return tuple(
        replace(line, cell=None) if line.cell and line.cell[0] in layout else line for line in page.gather.lines
    )


class _Page:
    """Where in a page the reading is."""

    def __init__(self, text: str) -> None:
        self.gather = Gatherer(text)
        self.grid = Grid()
        self.level = 0
        self.label = ""
        self.open = dict.fromkeys((*_BOLD, *_LITERAL, "pre"), 0)
        self.lists: list[_Numbers] = []

    def take(self, token: Token) -> None:
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.text)
        elif token.kind == "reference":
            self.gather.add_sign(token.text, token.start, self._look())
        elif self.open["pre"]:
            self._lines(token)
        else:
            self.gather.add(token.text, token.start, self._look())

    def close(self) -> None:
        """End the line, if one has begun; a number stands before the first line of its item only."""
        if self.gather.end(Frame(self.level, self.label, self.grid.cell)):
            self.label = ""

    def _start(self, token: Token) -> None:
        name = token.text
        if name in _BLOCKS:
            self._start_block(token)
        elif name == "br":
            self.close()
        if name in self.open:
            self.open[name] += 1

    def _start_block(self, token: Token) -> None:
        name = token.text
        if self.gather:
            self.close()
            self.level = 0
        self.close()
        if name in _HEADINGS:
            self.level = _HEADINGS[name]
        elif name in _LISTS:
            self.lists.append(_Numbers(name, token.attributes))
        elif name == "li":
            self.label = self.lists[-1].next(token.attributes) if self.lists else ""
        else:
            self.grid.start(name, token.attributes)

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self.close()
            self.level = 0
        if name in _LISTS and self.lists:
            self.lists.pop()
        elif name == "li":
            self.label = ""
        elif name in self.open:
            self.open[name] = max(0, self.open[name] - 1)
        else:
            self.grid.end(name)

    def _look(self) -> Look:
        return Look(any(self.open[name] for name in _BOLD), any(self.open[name] for name in _LITERAL))

    def _lines(self, token: Token) -> None:
        """Text whose line ends count."""
        offset = token.start
        for number, line in enumerate(token.text.split("\n")):
            if number:
                self.close()
            self.gather.add_exact(line, offset, self._look())
            offset += len(line) + 1


class _Numbers:
    """The numbers of a list's items."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self._counts = name == "ol"
        self._format = _FORMATS.get(attributes.get("type", ""), "decimal")
        self._last = _whole(attributes.get("start", ""), 1) - 1

    def next(self, attributes: dict[str, str]) -> str:
        """The label of the next item; "" where a bullet stands before it."""
        self._last = _whole(attributes.get("value", ""), self._last + 1)
        return f"{numeral(self._last, self._format)}." if self._counts else ""


def _whole(text: str, default: int) -> int:
    return min(int(text), _HIGHEST) if text.isdecimal() and len(text) < 10 else default
