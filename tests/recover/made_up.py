"""Documents made up for tests: any text, any nesting, any way to stand in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.language.numbering import STYLES, label
from drafter.recover.model import Kind, Old, Part
from drafter.recover.tree import stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS: tuple[Kind, ...] = (
    "title", "subtitle", "salutation", "speaker", "date", "signature", "credits", "attachment-note", "attachment",
    "table", "text", "text", "heading", "heading", "point", "point", "point",
)  # fmt: skip
NO_LABELS = ("", "(a)", "1、", "其一，", "{", "3要")
MARKS = "。；：！？、“”（）《》{}｛｝[]#&*!|>'\"%@`-:,. \u3000\t\v"
ODD = (
    "null",
    "~",
    "- 甲",
    "甲: 乙",
    "甲 # 乙",
    "标题：好",
    "{{ year }}",
    "{{",
    "{{{",
    "no",
    "010",
    "{% if %}",
    "<b>",
    "甲。 乙",
)
WORDS = st.one_of(
    st.text(st.sampled_from("展览办好九个12a~\\" + MARKS), min_size=1), st.text(min_size=1), st.sampled_from(ODD)
)


def manuscript(texts: Sequence[str]) -> Manuscript:
    """A text file of these lines."""
    lines = tuple(Line(text, (Mark(0, at, 1),)) for at, text in enumerate(texts, 1))
    return Manuscript("旧稿.txt", "txt", lines, tuple(texts))


def old(*parts: Part) -> Old:
    """A document that was understood as these parts."""
    lines = ["".join(_words(part) for part in parts[start:end]) for start, end in stretches(parts)]
    return Old(manuscript(lines), parts)


def _words(part: Part) -> str:
    rows = "".join(cell for row in part.rows for cell in row) if part.kind == "table" else ""
    return part.label + (rows or part.text)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """Any part, whether it makes sense or not."""
    kind, style, number = draw(st.sampled_from(KINDS)), draw(st.sampled_from(["", *STYLES])), draw(st.integers(0, 6))
    numbered = bool(style and number) and kind != "table" and not (style == "first" and number > 3)
    return Part(
        draw(WORDS),
        draw(st.integers(1, 9)),
        kind,
        draw(st.integers(0, 4)),
        label(style, number)
        if numbered and draw(st.booleans())
        else draw(st.sampled_from(NO_LABELS if kind != "table" else ("",))),
        style,
        number,
        draw(st.booleans()),
        draw(st.sampled_from(["", "opening", "tasks", "closing"])),
        rows=tuple(draw(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=2))),
        header=draw(st.booleans()),
        notes=tuple(draw(st.lists(WORDS, max_size=1))),
    )


def _other_labels(kind: Kind) -> st.SearchStrategy[str]:
    return st.sampled_from(NO_LABELS if kind != "table" else NO_LABELS[:1])


def documents() -> st.SearchStrategy[Old]:
    """Any document that may have been understood."""
    return st.lists(parts(), max_size=7).map(lambda found: old(*found))
