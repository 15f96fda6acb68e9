"""The plain text of runs and blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document import model

if TYPE_CHECKING:
    from collections.abc import Iterator


ATTACHED = "附件："
"""What 附件说明 begins with (GB/T 9704-2012 7.3.4)."""


def text_of(block: model.Block) -> str:
    """What a block says, labels included; lines, rows and names parted by line ends, cells by tabs."""
    match block:
        case model.Title(lines=lines) | model.AttachmentNote(titles=lines):
            return "\n".join(map(join_runs, lines))
        case model.Heading(label=label, runs=runs):
            return label + join_runs(runs)
        case model.Table():
            return "\n".join((*filter(None, [join_runs(block.caption)]), *map(_row, rows(block))))
        case model.Signature():
            return "\n".join(filter(None, map(join_runs, (*block.names, block.date))))
        case model.Attachment():
            return "\n".join((join_runs(block.title), *map(text_of, block.blocks)))
    return join_runs(block.runs)


def join_runs(runs: model.Runs) -> str:
    """The text of all runs."""
    return "".join([run.text for run in runs])


def all_runs(blocks: tuple[model.Block, ...]) -> Iterator[model.Run]:
    """Every run, top to bottom."""
    for block in blocks:
        for runs in _parts(block):
            yield from runs
        if isinstance(block, model.Attachment):
            yield from all_runs(block.blocks)


def rows(table: model.Table) -> tuple[tuple[model.Runs, ...], ...]:
    """All rows of a table, the header first."""
    return (table.header, *table.rows) if table.header else table.rows


def attachment_label(number: int) -> str:
    """附件1; 附件 where there is only one (GB/T 9704-2012 7.3.9)."""
    return f"附件{number or ''}"


def _parts(block: model.Block) -> tuple[model.Runs, ...]:
    match block:
        case model.Title(lines=lines) | model.AttachmentNote(titles=lines):
            return lines
        case model.Table():
            return (block.caption, *(cell for row in rows(block) for cell in row))
        case model.Signature():
            return (*block.names, block.date)
        case model.Attachment():
            return (block.title,)
    return (block.runs,)


def _row(cells: tuple[model.Runs, ...]) -> str:
    return "\t".join(map(join_runs, cells))
