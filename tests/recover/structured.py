"""A document of lines as recovery understands its structure: each part told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.recover import enumerations, structure
from drafter.recover.passes import begin

if TYPE_CHECKING:
    from drafter.recover.model import Old

PROSE = "全年紧紧围绕中心工作，扎实推进各项任务，取得了比较好的成效。"
Given = str | dict[str, Any]


def understood(*lines: Given) -> Old:
    """The document after structure and enumerations. A line is a text, or what the file says of it too."""
    said = [{"text": line} if isinstance(line, str) else line for line in lines]
    made = tuple(Line(marks=(Mark(0, number, 1),), **each) for number, each in enumerate(said, 1))
    manuscript = Manuscript("旧稿.docx", "docx", made, tuple(line.text for line in made))
    return enumerations.run(structure.run(begin(manuscript)))


def told(*lines: Given) -> list[str]:
    """Kind, level, label and text of every part that is not plain prose; ``+`` where it goes on in a paragraph."""
    parts = understood(*lines).parts
    shown = [part for part in parts if part.text != PROSE]
    return [f"{'+' * part.runs_in}{part.kind} {part.level} {part.label}{part.text}" for part in shown]


def cells(table: int, *rows: tuple[str, ...]) -> list[Given]:
    """The lines of a table's cells."""
    return [
        {"text": text, "cell": (table, row, column)}
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    ]
