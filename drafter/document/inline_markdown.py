"""The words of one Markdown paragraph, each with the offset in it where they stand.

markdown-it says what markup there is, not where: its tokens come in the order of the text, so each is looked for behind
the one before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

_TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|(?:\\.|[^\s()\\])*(?:\((?:\\.|[^\s()\\])*\)(?:\\.|[^\s()\\])*)*)"""
    r"""(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)|\[[^\]]*\]"""
)
_DROPPED = ("html_inline", "em_open", "em_close", "strong_open", "strong_close")


class Word(NamedTuple):
    """A stretch of a paragraph. ``kind`` is text, sign (``&amp;``), code, link, break or line (a line break)."""

    kind: str
    text: str
    offset: int
    bold: bool = False


def words(content: str, tokens: Iterable[Token]) -> Iterator[Word]:
    """What a reader sees of a paragraph, in order."""
    at, bold, auto = 0, 0, False
    for token in tokens:
        kind = token.type
        bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
        if kind == "text" and token.content:
            found = _find(content, token.content, at)
            at = found + len(token.content)
            yield Word("link" if auto else "text", token.content, found, bold > 0)
        elif kind == "text_special":
            found = _find(content, token.markup, at)
            at = found + len(token.markup)
            yield Word("sign", token.content, found, bold > 0)
        elif kind == "code_inline":
            found = _find(content, token.content, _find(content, token.markup, at) + len(token.markup))
            at = _find(content, token.markup, found + len(token.content)) + len(token.markup)
            yield Word("code", token.content, found, bold > 0)
        elif kind in ("softbreak", "hardbreak"):
            found = _find(content, "\n", at)
            at = found + 1
            yield Word("line" if kind == "hardbreak" else "break", "\n", found)
        elif kind == "image":
            at = _behind_target(
                content, _find(content, token.content, _find(content, "![", at) + 2) + len(token.content)
            )
        elif kind in ("link_open", "link_close"):
            auto = kind == "link_open" and token.markup == "autolink"
            at = _behind_link(content, token, at)
        elif kind in _DROPPED:
            sign = token.content or token.markup
            found = _find(content, sign, at)
            at = found + len(sign)
            if sign.lower().startswith("<br"):
                yield Word("line", "", found)


def _behind_link(content: str, token: Token, at: int) -> int:
    if token.markup == "autolink":
        return _find(content, "<" if token.type == "link_open" else ">", at) + 1
    return _find(content, "[", at) + 1 if token.type == "link_open" else _behind_target(content, at)


def _behind_target(content: str, at: int) -> int:
    """Behind a link's text, from its ``]`` on, and behind the target that follows."""
    closing = _find(content, "]", at) + 1
    match = _TARGET.match(content, closing)
    return match.end() if match else closing


def _find(content: str, text: str, at: int) -> int:
    """Where ``text`` begins, from ``at`` on; ``at`` where markdown-it has changed it."""
    found = content.find(text, at)
    return at if found < 0 else found
