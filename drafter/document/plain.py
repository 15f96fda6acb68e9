"""A document as plain text: one paragraph a line, the tables' cells parted by tabs."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from drafter.document import model
from drafter.document.text import ATTACHED, attachment_label, join_runs, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDENT = "\u3000\u3000"


def to_text(document: model.Document) -> str:
    """The document as text: body paragraphs begin with two 字, titles and signatures are not centred."""
    return "\n".join(_lines(document.blocks)) + "\n"


def _lines(blocks: Iterable[model.Block]) -> Iterator[str]:
    return chain.from_iterable(map(_block, blocks))


def _parted(lines: Iterable[str]) -> Iterator[str]:
    """``lines`` below one blank line, which may be their own."""
    lines = list(lines)
    yield from lines if lines[:1] == [""] else ("", *lines)


def _block(block: model.Block) -> Iterator[str]:
    match block:
        case model.Heading() | model.Paragraph() | model.Credits():
            yield INDENT + text_of(block)
        case model.Salutation():
            yield from ("", text_of(block))
        case model.AttachmentNote():
            yield from ("", *note_lines(block))
        case model.Attachment():
            yield from ("", attachment_label(block.number), join_runs(block.title), *_parted(_lines(block.blocks)))
        case model.Table() | model.Signature():
            yield from ("", text_of(block))
        case _:
            yield text_of(block)


def note_lines(note: model.AttachmentNote) -> list[str]:
    """附件：题目; with 1. 2. before each where there are several (GB/T 9704-2012 7.3.4)."""
    titles = [join_runs(title) for title in note.titles]
    numbered = titles if len(titles) == 1 else [f"{number}.{title}" for number, title in enumerate(titles, 1)]
    return [INDENT + (ATTACHED if not index else INDENT[:1] * 3) + title for index, title in enumerate(numbered)]
