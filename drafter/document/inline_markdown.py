"""The words of one Markdown paragraph, each with the offset in it where they stand.

markdown-it says what markup there is, not where: its tokens come in the order of the text, so each is looked for behind
the one before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

_TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|(?:\\.|[^\s()\\])*(?:\((?:\\.|[^\s()\\])*\)(?:\\.|[^\s()\\])*)*)"""
    r"""(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)|\[[^\]]*\]"""
)


class Word(NamedTuple):
    """A stretch of a paragraph. ``kind`` is text, sign (``&amp;``), code, link, break or line (a line break)."""

    kind: str
    text: str
    offset: int
    bold: bool = False


def words(content: str, tokens: Iterable[Token]) -> Iterator[Word]:
    """What a reader sees of a paragraph, in order."""
    walk = _Walk(content)
    for token in tokens:
        word = walk.take(token)
        if word:
            yield word


class _Walk:
    """Where in a paragraph the reading is: ``at`` an offset, inside ``bold`` and in a link that shows its target."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.at = self.bold = 0
        self.shown_target = False

    def take(self, token: Token) -> Word | None:
        """Go behind a token; what of it is seen, None for markup."""
        take = _TAKERS.get(token.type)
        return take(self, token) if take else None

    def go(self, text: str) -> int:
        """Go behind the next ``text``; where it begins."""
        found = _find(self.content, text, self.at)
        self.at = found + len(text)
        return found

    def text(self, token: Token) -> Word | None:
        kind = "link" if self.shown_target else "text"
        return Word(kind, token.content, self.go(token.content), self.bold > 0) if token.content else None

    def sign(self, token: Token) -> Word:
        return Word("sign", token.content, self.go(token.markup), self.bold > 0)

    def code(self, token: Token) -> Word:
        self.go(token.markup)
        found = self.go(token.content)
        self.go(token.markup)
        return Word("code", token.content, found, self.bold > 0)

    def line_end(self, token: Token) -> Word:
        return Word("line" if token.type == "hardbreak" else "break", "\n", self.go("\n"))

    def tag(self, token: Token) -> Word | None:
        found = self.go(token.content)
        return Word("line", "", found) if token.content.lower().startswith("<br") else None

    def mark(self, token: Token) -> None:
        self.bold += token.nesting if token.tag == "strong" else 0
        self.go(token.markup)

    def image(self, token: Token) -> None:
        self.go("![")
        self.go(token.content)
        self.target()

    def link(self, token: Token) -> None:
        opens, auto = token.nesting > 0, token.markup == "autolink"
        self.shown_target = opens and auto
        if auto or opens:
            self.go(("<" if opens else ">") if auto else "[")
        else:
            self.target()

    def target(self) -> None:
        """Go behind the ``]`` of a link, and behind the target that follows."""
        self.go("]")
        match = _TARGET.match(self.content, self.at)
        self.at = match.end() if match else self.at


_TAKERS: dict[str, Callable[[_Walk, Token], Word | None]] = {
    "text": _Walk.text,
    "text_special": _Walk.sign,
    "code_inline": _Walk.code,
    "softbreak": _Walk.line_end,
    "hardbreak": _Walk.line_end,
    "html_inline": _Walk.tag,
    "image": _Walk.image,
    "link_open": _Walk.link,
    "link_close": _Walk.link,
    **dict.fromkeys(("em_open", "em_close", "strong_open", "strong_close"), _Walk.mark),
}


def _find(content: str, text: str, at: int) -> int:
    """Where ``text`` begins, from ``at`` on; ``at`` where markdown-it has changed it."""
    found = content.find(text, at)
    return at if found < 0 else found
