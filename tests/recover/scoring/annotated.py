"""Documents annotated by hand, from themselves alone: what a careful writer finds in them, by line or paragraph number.

``annotations/NAME.yaml`` is about the sample NAME (real papers beside the project, where they are) or about the
document NAME of ``documents/`` (written for this: "unseen" before the passes were, "later" after). Of those in forms
and bodies of all sorts, what is missed in "seen" is worked on; "heldout" is scored and never looked into; "fresh" are
the last ten, for what a first sight is worth. None holds a sentence.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from ruamel.yaml import YAML

from drafter.document import read as text_reader
from drafter.document.manuscript import Manuscript
from drafter.word import read as word_reader

from .papers import papers

ANNOTATIONS = Path(__file__).parents[1] / "annotations"
SAMPLES = Path(__file__).parents[4] / "shared/samples"
FOLDERS = {"unseen": "", "later": "later", "seen": "seen", "heldout": "heldout", "fresh": "fresh"}
GROUPS = ("samples", *FOLDERS)
ABSENT = "the sample documents are not beside the project"

Row = tuple[int | str | float, ...]


class Annotation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is true of a document. Lists are of line numbers where not said otherwise.

    ``kinds``: those defensible, ``none`` for a document of no kind. ``title``: sets of lines that are each right.
    ``body``: its first and last line. ``sources``: lines on where a page came from, dropped or kept as credits or date.
    ``partial``: lines of the body of which a part is rightly dropped. ``joined``: those that go on with the sentence
    of the line above. ``headings``: line, level, label and, without
    a label, its first four characters. ``may_be_headings``, ``may_lead_in``: where a heading without a label is
    neither right nor wrong. ``sections`` and ``passages`` (no heading of their own): line, the roles that are right
    and, where several begin in the line, the label. ``enumerations``: line of the first member, style, true count.
    ``facts``: line, value, unit, words of which a name has one. ``tables``: line, rows, columns.
    """

    kinds: tuple[str, ...]
    title: tuple[tuple[int, ...], ...]
    body: tuple[int, int]
    headings: tuple[Row, ...] = ()
    subtitle: tuple[int, ...] = ()
    salutation: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    date: tuple[int, ...] = ()
    signature: tuple[int, ...] = ()
    credits: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    may_be_headings: tuple[int, ...] = ()
    may_lead_in: bool = False
    sections: tuple[Row, ...] = ()
    passages: tuple[Row, ...] = ()
    enumerations: tuple[Row, ...] = ()
    facts: tuple[Row, ...] = ()
    tables: tuple[tuple[int, int, int], ...] = ()


class Document(msgspec.Struct, frozen=True):
    """A document to recover, and what is true of it. ``group`` is one of GROUPS."""

    name: str
    group: str
    manuscript: Manuscript
    truth: Annotation


def documents() -> list[Document]:
    """Every annotated document that is there: in the order of GROUPS."""
    made = [(group, name, data) for group, folder in FOLDERS.items() for name, data in papers(folder).items()]
    return [_document(group, name, data) for group, name, data in (*_samples(), *made)]


def _samples() -> list[tuple[str, str, bytes]]:
    files = [*sorted(SAMPLES.glob("*.txt")), *sorted((SAMPLES / "more").glob("*.*"))]
    return [("samples", path.name, path.read_bytes()) for path in files]


def _document(group: str, name: str, data: bytes) -> Document:
    reader = word_reader if name.endswith(".docx") else text_reader
    stem = name.rpartition(".")[0]
    said = YAML(typ="safe").load(ANNOTATIONS / f"{stem}.yaml")
    return Document(stem, group, reader.read(data, name), msgspec.convert(said, Annotation))
