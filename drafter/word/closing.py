"""署名 and date, 附件说明 and 附件: where they begin is counted in 字 from the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document.model import Run
from drafter.document.text import ATTACHED, join_runs
from drafter.language.punctuation import breadth
from drafter.word.paragraphs import blank, indent, paragraph

if TYPE_CHECKING:
    from drafter.document.model import AttachmentNote, Runs, Signature
    from drafter.word.runs import Body

_NOTE_INDENT = 2
_NAME_RIGHT, _DATE_STEP = 2, 2
_SEALED_DATE_RIGHT = 4


def signature(body: Body, block: Signature) -> str:
    """署名 and date after their blank lines, kept on one page (GB/T 9704-2012 7.3.5)."""
    lines = body.skeleton.blank_lines
    above = blank(body, lines.before_sealed_signature if block.sealed else lines.before_signature, keep=True)
    place = _sealed if block.sealed else _unsealed
    rights, date_right = place([breadth(join_runs(name)) for name in block.names], breadth(join_runs(block.date)))
    last = len(block.names) - 1
    names = [
        _right(body, "signature", name, right, keep=index < last or bool(block.date))
        for index, (name, right) in enumerate(zip(block.names, rights, strict=True))
    ]
    date = _right(body, "date", block.date, date_right, keep=False) if block.date else ""
    return above + "".join(names) + date


def _unsealed(names: list[float], date: float) -> tuple[list[float], float]:
    """The right indents: 署名 2, the date begins 2 after it; a longer date takes the 2 and 署名 moves (7.3.5.2)."""
    longest = max(names, default=0)
    if date > longest:
        return [_NAME_RIGHT + date + _DATE_STEP - name for name in names], _NAME_RIGHT
    return [_NAME_RIGHT] * len(names), longest - date


def _sealed(names: list[float], date: float) -> tuple[list[float], float]:
    """The right indents: the date 4, 署名 centred over it; what is too wide for that moves both (7.3.5.1)."""
    rights = [_SEALED_DATE_RIGHT + (date - name) / 2 for name in names]
    moved = max(0, -min(rights, default=0))
    return [right + moved for right in rights], _SEALED_DATE_RIGHT + moved


def _right(body: Body, role: str, runs: Runs, count: float, keep: bool) -> str:
    count = max(0, min(count, 20))
    return paragraph(body, role, runs, keep, f"<w:ind{indent('right', count, body.skeleton.character)}/>")


def attachment_note(body: Body, block: AttachmentNote, keep: bool) -> str:
    """附件说明 after its blank line; turn lines hang under the first character of the name (7.3.4)."""
    several = len(block.titles) > 1
    paragraphs = []
    for number, title in enumerate(block.titles, 1):
        label = f"{number}." if several else ""
        first = ATTACHED if number == 1 else ""
        last = number == len(block.titles)
        paragraphs.append(_note_line(body, first, label, title, keep and last))
    return blank(body, body.skeleton.blank_lines.before_attachment_note) + "".join(paragraphs)


def _note_line(body: Body, first: str, label: str, title: Runs, keep: bool) -> str:
    left = _NOTE_INDENT + breadth(ATTACHED) + breadth(label)
    hanging = breadth(first) + breadth(label)
    twips = body.skeleton.character
    # In twips alone: with characters beside a hanging indent, Word means another left edge than others do.
    indents = f'<w:ind w:left="{round(left * twips)}" w:firstLineChars="0" w:hanging="{round(hanging * twips)}"/>'
    return paragraph(body, "attachment_note", (Run(first + label), *title), keep, indents)
