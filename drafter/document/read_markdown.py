"""Anyone's Markdown as lines: words without markup, each at its place in the file."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.document import read_html
from drafter.document.gather import Frame, Gatherer, Look
from drafter.document.inline_markdown import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from drafter.document.inline_markdown import Word
    from drafter.document.manuscript import Line

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(?!---|\.\.\.).*\n)*(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_WIDE_BLANKS = "\u3000\u2003\u2002\xa0"


def lines(sources: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a Markdown file, given without their ends. Front matter, comments and pictures are left out.

    CommonMark with tables, but without code by indents, which in Chinese are those of paragraphs.
    """
    from markdown_it import MarkdownIt

    text = "\n".join(sources)
    front = _FRONT_MATTER.match(text)
    if front:
        text = re.sub(r"[^\n]", "", front[0]) + text[front.end() :]
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "text_join"])
    page = _Page(text)
    for token in parser.parse(text):
        page.take(token)
    return tuple(page.gather.lines)


class _Page:
    """Where in a file the reading is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.gather = Gatherer(text)
        self.sources = text.split("\n")
        self.level, self.label = 0, ""
        self.table = self.row = self.column = 0
        self.searched = 0

    def take(self, token: Token) -> None:
        if token.type == "inline":
            self._paragraph(token)
        elif token.type == "fence":
            self._code(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.type == "list_item_open":
            self.label = f"{token.info}{token.markup}" if token.info else ""
        elif token.type in ("heading_open", "heading_close"):
            self.level = int(token.tag[1]) if token.nesting > 0 else 0
        else:
            self._table(token.type)

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self.table, self.row = self.table + 1, 0
        elif kind == "tr_open":
            self.row, self.column, self.searched = self.row + 1, 0, 0
        elif kind in ("th_open", "td_open"):
            self.column += 1
        elif kind == "table_close":
            self.column = self.searched = 0

    def _paragraph(self, token: Token) -> None:
        offsets = self._offsets(token)
        self._indent(offsets[0])
        for word in words(token.content, token.children or ()):
            offset = offsets[min(word.offset, len(offsets) - 1)]
            self._word(word, offset, offsets)
        self._end()

    def _indent(self, offset: int) -> None:
        """The full-width blanks before a paragraph, which markdown-it takes away though CommonMark does not."""
        line = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        wide = line[len(line.rstrip(_WIDE_BLANKS)) :]
        self.gather.add(wide, offset - len(wide), Look())

    def _word(self, word: Word, offset: int, offsets: list[int]) -> None:
        look = Look(word.bold, word.kind in ("code", "link"))
        if word.kind == "line":
            self._end()
        elif word.kind == "sign":
            self.gather.add_sign(word.text, offset, look)
        else:
            for start, end in _stretches(offsets, word):
                self.gather.add(word.text[start:end], offsets[word.offset + start], look)

    def _end(self) -> None:
        cell = (self.table, self.row, self.column) if self.column else None
        if self.gather.end(Frame(self.level, self.label, cell)):
            self.label = ""

    def _offsets(self, token: Token) -> list[int]:
        """Where in the file each character of a paragraph stands, and its end."""
        first = token.map[0] if token.map else 0
        found: list[int] = []
        for number, line in enumerate(token.content.split("\n"), first):
            source = self.sources[number] if number < len(self.sources) else ""
            begin = self._begin(line, source)
            start = self.gather.starts[min(number, len(self.gather.starts) - 1)]
            columns = _columns(line, source, begin)
            found += [start + column for column in columns]
            self.searched = columns[-1] if self.column else 0
        return found

    def _begin(self, line: str, source: str) -> int:
        """Where in a line of the file the words of it stand: behind the last cell, behind #, or at its end."""
        if self.column or self.level:
            return max(self.searched, source.find(line, max(self.searched, self.level if source[:1] == "#" else 0)))
        return max(0, source.rfind(line))

    def _code(self, token: Token) -> None:
        first = token.map[0] + 1 if token.map else 1
        for number, line in enumerate(token.content.split("\n")[:-1], first):
            if number < len(self.sources):
                column = max(0, self.sources[number].rfind(line))
                self.gather.add_exact(line, self.gather.starts[number] + column, Look(literal=True))
                self.gather.end(Frame())

    def _html(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        self.gather.lines += read_html.lines("\n" * first + "\n".join(self.sources[first:last]))


def _columns(words: str, source: str, begin: int) -> list[int]:
    """The column, from 0, of each character, and of what follows the last; characters escaped away are passed over."""
    if source.startswith(words, begin):
        return list(range(begin, begin + len(words) + 1))
    found, at = [], begin
    for char in words:
        next_at = source.find(char, at)
        at = at if next_at < 0 else next_at
        found.append(at)
        at += 1
    return [*found, at]


def _stretches(offsets: list[int], word: Word) -> list[tuple[int, int]]:
    """The parts of a word that stand side by side in the file."""
    here = offsets[word.offset : word.offset + len(word.text)]
    breaks = [at for at, (one, following) in enumerate(pairwise(here), 1) if following != one + 1]
    return list(pairwise([0, *breaks, min(len(word.text), len(here))]))
