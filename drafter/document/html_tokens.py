"""HTML as it is found, cut into tags and text, each with its place; nothing in it is an error.

Not by ``html.parser``: of Python 3.11's, forty thousand unclosed ``<a`` take a minute and ``<![<`` an exception.
Here every character is looked at a bounded number of times.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A start tag, an end tag or text. ``kind`` is start, end, text or reference; ``start`` its offset in the file.

    ``text`` is the tag's name in small letters, a text, or the characters that a reference (``&amp;``) stands for.
    """

    kind: str
    start: int
    text: str
    attributes: dict[str, str] = {}  # noqa: RUF012 (never changed)


_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
"""Elements in which nothing is a tag but their own end."""
_UNSEEN = ("select", "datalist", "template", "noscript", "svg", "canvas", "audio", "video")
"""Elements nothing of which a reader sees as text; one that is never closed hides nothing."""
_DROPPED = frozenset((*_RAW, *_UNSEEN))
_WANTED = ("start", "value", "type", "colspan", "rowspan", "reversed")
_LONGEST_SCRIPTLET = 5000


def tokens(text: str) -> Iterator[Token]:
    """The tags and text of a page, in order; comments, declarations and what servers run are left out."""
    at = 0
    endless: set[str] = set()
    while at < len(text):
        opens = text.find("<", at)
        end = len(text) if opens < 0 else opens
        yield from _words(text, at, end)
        if opens < 0:
            return
        token, at = _markup(text, end)
        if token is not None:
            yield token
            if token.kind == "start" and token.text in _DROPPED and token.text not in endless:
                at = _end(text, at, token.text, endless)


def _markup(text: str, at: int) -> tuple[Token | None, int]:
    """What begins with ``<`` at an offset, None for what is left out, and where it ends."""
    following = text[at + 1 : at + 2]
    if text.startswith("<!--", at):
        return None, _behind(text, "-->", at + 4)
    if following == "%":
        end = text.find("%>", at, at + _LONGEST_SCRIPTLET)
        return (None, end + 2) if end >= 0 else (Token("text", at, "<"), at + 1)
    if following in ("!", "?") or (following == "/" and not text[at + 2 : at + 3].isalpha()):
        return None, _behind(text, ">", at + 2)
    return _tag(text, at)


def _tag(text: str, at: int) -> tuple[Token | None, int]:
    match = _TAG.match(text, at)
    if match is None:
        return _unfinished(text, at)
    kind = "end" if match[1] else "start"
    return Token(kind, at, match[2].lower(), _attributes(match[3]) if match[3] else {}), match.end()


def _unfinished(text: str, at: int) -> tuple[Token | None, int]:
    """``<`` that is text where no name follows it; else a tag that the file ends in."""
    following = text[at + 1 : at + 3].lstrip("/")[:1]
    is_tag = following.isascii() and following.isalpha()
    return (None, len(text)) if is_tag else (Token("text", at, "<"), at + 1)


def _attributes(text: str) -> dict[str, str]:
    found = ((match[1].lower(), match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(text))
    return {name: value for name, value in found if name in _WANTED}


def _end(text: str, at: int, name: str, endless: set[str]) -> int:
    """Where the end tag of an element that is dropped begins; where there is none, it is noted as endless."""
    found = re.compile(rf"(?i)</{name}(?=[\s/>])").search(text, at)
    if found:
        return found.start()
    endless.add(name)
    return at if name in _UNSEEN else len(text)


def _behind(text: str, sign: str, at: int) -> int:
    found = text.find(sign, at)
    return len(text) if found < 0 else found + len(sign)


def _words(text: str, at: int, end: int) -> Iterator[Token]:
    """Text and references between two tags."""
    while at < end:
        match = _REFERENCE.search(text, at, end)
        sign = html.unescape(match[0]) if match else ""
        if match is None or sign == match[0]:
            upto = match.end() if match else end
            yield Token("text", at, text[at:upto])
        else:
            upto = match.end()
            if match.start() > at:
                yield Token("text", at, text[at : match.start()])
            yield Token("reference", match.start(), sign)
        at = upto
