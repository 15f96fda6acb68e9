"""Anyone's text, web page or Markdown file, whatever it calls itself, as a manuscript."""

from __future__ import annotations

import re

from drafter import decoding
from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.document.source_lines import shown, split
from drafter.problems import DrafterError, Place, Problem

_HTML, _MARKDOWN = (".html", ".htm", ".xhtml", ".shtml", ".jsp"), (".md", ".markdown")
_BEFORE = r"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>|<%.{0,500}?%>)*+"
_PAGE = re.compile(rf"(?is){_BEFORE}<(?:!doctype html|html|head|body|meta|div|table)\b")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def read(data: bytes, file: str) -> Manuscript:
    """The manuscript in a text's bytes. ``file`` is what the file is called. DrafterError for what is no text."""
    decoded = decoding.decode(data)
    if decoded is None:
        raise DrafterError(Problem("document.not-text", Place(file), {"file": file}))
    text = shown(decoded.text)
    sources = split(text)
    kind = _format("\n".join(sources), file)
    read_lines = {"html": _html, "md": _markdown}.get(kind, _plain)
    return Manuscript(file, kind, read_lines(sources), sources, decoded.encoding)


def _plain(sources: tuple[str, ...]) -> tuple[Line, ...]:
    """Every line of the file is a line, the empty ones too."""
    return tuple(Line(source, (Mark(0, number, 1),)) for number, source in enumerate(sources, 1))


def _html(sources: tuple[str, ...]) -> tuple[Line, ...]:
    from drafter.document.read_html import lines

    return lines("\n".join(sources))


def _markdown(sources: tuple[str, ...]) -> tuple[Line, ...]:
    from drafter.document.read_markdown import lines

    return lines(sources)


def _format(text: str, file: str) -> str:
    """html, md or txt: a page by what it begins with or, where its name says so, by any tag; Markdown by its name."""
    if _PAGE.match(text) or (_named(file, _HTML) and _TAG.search(text)):
        return "html"
    return "md" if _named(file, _MARKDOWN) else "txt"


def _named(file: str, endings: tuple[str, ...]) -> bool:
    return file.lower().endswith(endings)
