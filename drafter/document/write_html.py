"""A document as a page for a browser, set as near to GB/T 9704-2012 as a browser can."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from drafter.document import model
from drafter.document.text import ATTACHED, attachment_label

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPES = {ord(mark): f"&{name};" for mark, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"))}
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<article>
{body}
</article>
</body>
</html>
"""


def to_html(document: model.Document) -> str:
    """A whole page, its style sheet included; it needs nothing else."""
    body = "\n".join(map(_block, document.blocks))
    return _PAGE.format(title=escape(document.meta.title), style=_style(), body=body)


def escape(words: str) -> str:
    """``words`` as HTML text or attribute; a carriage return would come back as a line feed."""
    return words.translate(_ESCAPES).replace("\r", "&#13;")


def _block(block: model.Block) -> str:
    match block:
        case model.Title():
            return f"<h1>{_lines(block.lines)}</h1>"
        case model.Heading():
            tag = f"h{block.level + 1}"
            return f"<{tag}>{escape(block.label)}{_runs(block.runs)}</{tag}>"
        case model.Table():
            return _table(block)
        case model.Signature():
            return _signature(block)
        case model.AttachmentNote():
            return _note(block)
        case model.Attachment():
            return _attachment(block)
    return _paragraph(_class(block), block.runs)


def _class(block: model.Paragraph | model.Subtitle | model.Salutation | model.Credits) -> str:
    return "body" if isinstance(block, model.Paragraph) else type(block).__name__.lower()


def _paragraph(kind: str, runs: model.Runs) -> str:
    return f'<p class="{kind}">{_runs(runs)}</p>'


def _runs(runs: model.Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: model.Run) -> str:
    words = escape(run.text)
    if run.gap is not None:
        words = f'<mark title="{escape(run.gap.who)}">{words}</mark>' if run.gap.who else f"<mark>{words}</mark>"
    if run.bold:
        words = f"<b>{words}</b>"
    return f'<span class="level{run.level}">{words}</span>' if run.level else words


def _lines(lines: Iterable[model.Runs]) -> str:
    return "<br>".join(map(_runs, lines))


def _table(table: model.Table) -> str:
    caption = f"<caption>{_runs(table.caption)}</caption>" if table.caption else ""
    header = f"<thead>{_row(table.header, 'th')}</thead>" if table.header else ""
    rows = "\n".join([_row(row, "td") for row in table.rows])
    return f"<table>{caption}{header}\n<tbody>{rows}</tbody></table>"


def _row(cells: Iterable[model.Runs], tag: str) -> str:
    return f"<tr>{''.join([f'<{tag}>{_runs(cell)}</{tag}>' for cell in cells])}</tr>"


def _signature(block: model.Signature) -> str:
    lines = [*block.names, *([block.date] if block.date else [])]
    return f'<div class="signature">{"".join([f"<p>{_runs(line)}</p>" for line in lines])}</div>'


def _note(note: model.AttachmentNote) -> str:
    several = len(note.titles) > 1
    titles = [f"{number}." * several + _runs(title) for number, title in enumerate(note.titles, 1)]
    return f'<div class="attachment-note"><p>{ATTACHED}</p><p>{"<br>".join(titles)}</p></div>'


def _attachment(block: model.Attachment) -> str:
    blocks = "\n".join(map(_block, block.blocks))
    head = f'<p class="label">{attachment_label(block.number)}</p>\n<h1>{_runs(block.title)}</h1>'
    return f'<aside class="attachment">\n{head}\n{blocks}\n</aside>'


@cache
def _style() -> str:
    path = os.path.join(os.path.dirname(__file__), "page.css")  # noqa: PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
