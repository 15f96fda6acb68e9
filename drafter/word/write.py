"""Document + skeleton → the bytes of a Word file.

The body is written as strings: thirteen times faster than building elements, and what comes out is parsed and validated
by the tests. The same document and skeleton give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from drafter.document import model
from drafter.document.model import Run
from drafter.document.text import attachment_label
from drafter.word import digest, properties
from drafter.word.closing import attachment_note, signature
from drafter.word.package import pack, part
from drafter.word.paragraphs import blank, paragraph
from drafter.word.runs import Body
from drafter.word.titles import title

if TYPE_CHECKING:
    from drafter.document.model import Attachment, Block, Document, Heading
    from drafter.word.skeleton import Skeleton

# A paragraph too low to open a page of its own.
_HAIRLINE = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def write(document: Document, layout: Skeleton) -> bytes:
    """The Word file of a document, set as the layout has it."""
    body = Body(layout)
    text = layout.opening + blocks_xml(body, document.blocks) + layout.section
    parts = [
        *layout.parts,
        part("word/document.xml", text),
        part("word/comments.xml", properties.comments(body.comments, document.meta, layout)),
        part("docProps/core.xml", properties.core(document.meta)),
    ]
    parts.append(part(digest.PART, digest.seal((each.name, each.crc) for each in parts)))
    return pack(parts)


def blocks_xml(body: Body, blocks: tuple[Block, ...]) -> str:
    """Blocks one below the other; some look at what comes next."""
    following = (*(type(block) for block in blocks[1:]), None)
    return "".join([_WRITERS[type(block)](body, block, after) for block, after in zip(blocks, following, strict=False)])


def _title(body: Body, block: model.Title, after: type | None) -> str:
    return title(body, "title", block.lines) + _below_title(body, after)


def _subtitle(body: Body, block: model.Subtitle, after: type | None) -> str:
    return paragraph(body, "subtitle", block.runs) + _below_title(body, after)


def _below_title(body: Body, after: type | None) -> str:
    return "" if after in (model.Subtitle, None) else blank(body, body.skeleton.blank_lines.after_title)


def _salutation(body: Body, block: model.Salutation, _after: type | None) -> str:
    return paragraph(body, "salutation", block.runs)


def _heading(body: Body, block: Heading, after: type | None) -> str:
    runs = (Run(block.label), *block.runs) if block.label else block.runs
    return paragraph(body, f"heading{block.level}", runs, _ends(after))


def _paragraph(body: Body, block: model.Paragraph, after: type | None) -> str:
    return paragraph(body, "body", block.runs, _ends(after))


def _ends(after: type | None) -> bool:
    """The paragraph above 署名 stays on its page: 署名 and date never stand alone on one."""
    return after is model.Signature


def _table(body: Body, block: model.Table, after: type | None) -> str:
    from drafter.word.table import table  # its patterns take a millisecond, and few papers have a table

    # Word runs two tables into one where nothing stands between, and wants a paragraph at the end.
    below = blank(body, 1) if after is model.Table else _HAIRLINE if after is None else ""
    return table(body, block, _ends(after)) + below


def _attachment_note(body: Body, block: model.AttachmentNote, after: type | None) -> str:
    return attachment_note(body, block, _ends(after))


def _signature(body: Body, block: model.Signature, _after: type | None) -> str:
    return signature(body, block)


def _credits(body: Body, block: model.Credits, _after: type | None) -> str:
    return paragraph(body, "credits", block.runs)


def _attachment(body: Body, block: Attachment, _after: type | None) -> str:
    """附件 on a page of its own, its title on the third line (GB/T 9704-2012 7.3.7)."""
    lines = body.skeleton.blank_lines
    head = paragraph(body, "attachment_label", (Run(attachment_label(block.number)),)) + blank(
        body, lines.after_attachment_label
    )
    head += title(body, "attachment_title", (block.title,)) + blank(body, lines.after_title)
    return head + blocks_xml(body, block.blocks)


_Writer = Callable[[Body, Any, type | None], str]
_WRITERS: dict[type, _Writer] = {
    model.Title: _title,
    model.Subtitle: _subtitle,
    model.Salutation: _salutation,
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Table: _table,
    model.AttachmentNote: _attachment_note,
    model.Signature: _signature,
    model.Credits: _credits,
    model.Attachment: _attachment,
}
