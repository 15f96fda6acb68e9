"""A document as Markdown (CommonMark with GitHub's tables), every character kept from being taken for markup.

Bold stands in ``<b>``: ``**一是抓学习。**全年`` is no bold in CommonMark, where a full stop before the stars and Han
behind them keep them from closing.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from drafter.document import model
from drafter.document.text import ATTACHED, attachment_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$^#]")
_START = re.compile(r"(\d{1,9}(?=[.)](?: |$)))|[-+=]")
_WHITE = re.compile(r"^\s|\s(?=\s)|\s$|[^\S \u3000]")
BREAK = "\\\n"


def to_markdown(document: model.Document) -> str:
    """The document as Markdown; numbers of headings are part of their text."""
    return "\n\n".join(_blocks(document.blocks)) + "\n"


def escape(words: str) -> str:
    """``words`` so that a reader of Markdown sees just them, anywhere but at the start of a line."""
    return _WHITE.sub(lambda white: f"&#{ord(white[0])};", _MARKUP.sub(r"\\\g<0>", words))


def _blocks(blocks: Iterable[model.Block]) -> Iterator[str]:
    return chain.from_iterable(map(_block, blocks))


def _block(block: model.Block) -> Iterator[str]:
    match block:
        case model.Title():
            yield "# " + "<br>".join(map(_runs, block.lines))
        case model.Heading():
            yield "#" * (block.level + 1) + " " + escape(block.label) + _runs(block.runs)
        case model.Table():
            yield from _table(block)
        case model.Signature():
            yield BREAK.join(map(_line, filter(None, (*block.names, block.date))))
        case model.AttachmentNote():
            yield from _note(block)
        case model.Attachment():
            yield from (attachment_label(block.number), "# " + _runs(block.title), *_blocks(block.blocks))
        case _:
            yield _line(block.runs)


def _line(runs: model.Runs) -> str:
    """What stands on a line of its own, so that it begins no list and underlines nothing."""
    line = _runs(runs)
    start = _START.match(line)
    if start is None:
        return line
    number = start[1] or ""
    return f"{number}\\{line[len(number) :]}"


def _runs(runs: model.Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: model.Run) -> str:
    words = escape(run.text)
    return f"<b>{words}</b>" if run.bold or run.level else words


def _table(table: model.Table) -> Iterator[str]:
    """GitHub's tables have a header always, so it may be empty here."""
    if table.caption:
        yield _line(table.caption)
    width = len(table.header or table.rows[0])
    rows = (table.header or ((),) * width, *table.rows)
    lines = [f"| {' | '.join(map(_runs, row))} |" for row in rows]
    yield "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _note(note: model.AttachmentNote) -> Iterator[str]:
    several = len(note.titles) > 1
    titles = [f"{number}\\." * several + _runs(title) for number, title in enumerate(note.titles, 1)]
    yield ATTACHED + BREAK.join(titles)
