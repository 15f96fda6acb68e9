"""Anyone's text, web page or Markdown file, whatever it calls itself, as a manuscript."""

from __future__ import annotations

from drafter import decoding
from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.document.source_lines import shown, split
from drafter.problems import DrafterError, Place, Problem


def read(data: bytes, file: str) -> Manuscript:
    """The manuscript in a text's bytes. ``file`` is what the file is called. DrafterError for what is no text."""
    decoded = decoding.decode(data)
    if decoded is None:
        raise DrafterError(Problem("document.not-text", Place(file), {"file": file}))
    return _plain(file, shown(decoded.text), decoded.encoding)


def _plain(file: str, text: str, encoding: str) -> Manuscript:
    """Every line of the file is a line, the empty ones too."""
    sources = split(text)
    lines = tuple(Line(source, (Mark(0, number, 1),)) for number, source in enumerate(sources, 1))
    return Manuscript(file, "txt", lines, sources, encoding)
