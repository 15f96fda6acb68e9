"""The hub: a paper in memory as blocks of runs, with no Word and no YAML in it."""

from __future__ import annotations

import datetime

import msgspec


class Gap(msgspec.Struct, frozen=True):
    """A field nobody has filled in yet: ``name`` is what is missing, ``who`` has it ("" where unknown)."""

    name: str
    who: str = ""


class Run(msgspec.Struct, frozen=True):
    """A stretch of text with one look and one origin.

    ``level`` 1–4 marks a run-in heading (set in that heading level's font), 0 is plain text. ``source`` is the
    pointer into the outline ("" for the template's own words), ``fact`` the name of the fact printed. A run with a
    ``gap`` is a placeholder: its text is 【…：待填】.
    """

    text: str
    bold: bool = False
    level: int = 0
    source: str = ""
    fact: str = ""
    gap: Gap | None = None


Runs = tuple[Run, ...]


class Title(msgspec.Struct, frozen=True, tag=True):
    """The paper's title. More than one line where the writer broke it; a single line may be broken by the layout."""

    lines: tuple[Runs, ...]


class Subtitle(msgspec.Struct, frozen=True, tag=True):
    """A line under the title: （2026年2月8日）, a dash and an occasion, a speaker's name."""

    runs: Runs


class Salutation(msgspec.Struct, frozen=True, tag=True):
    """Whom the paper addresses, flush left: 同志们："""

    runs: Runs


class Heading(msgspec.Struct, frozen=True, tag=True):
    """A heading on a line of its own. ``level`` 1–4; ``label`` is its literal number (一、), "" for none."""

    level: int
    label: str
    runs: Runs


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of the body; run-in heads and inline enumerations are runs of it."""

    runs: Runs


class Table(msgspec.Struct, frozen=True, tag=True):
    """A table; every row has as many cells as ``header`` (or as the first row, where there is no header)."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs = ()


class AttachmentNote(msgspec.Struct, frozen=True, tag=True):
    """附件说明 under the body: the titles of what is attached (GB/T 9704-2012 7.3.4)."""

    titles: tuple[Runs, ...]


class Signature(msgspec.Struct, frozen=True, tag=True):
    """署名 and date that close a paper. ``sealed`` leaves room for a seal (GB/T 9704-2012 7.3.5)."""

    names: tuple[Runs, ...]
    date: Runs
    sealed: bool = False


class Credits(msgspec.Struct, frozen=True, tag=True):
    """A news item's line of hands: （撰稿：刘某　审核：李某）"""

    runs: Runs


class Attachment(msgspec.Struct, frozen=True, tag=True):
    """An attachment on a page of its own. ``number`` counts from 1; 0 where there is only one, printed 附件."""

    number: int
    title: Runs
    blocks: tuple[Block, ...]


Block = Title | Subtitle | Salutation | Heading | Paragraph | Table | AttachmentNote | Signature | Credits | Attachment


class Meta(msgspec.Struct, frozen=True):
    """What a file's properties say: the title on one line, the organization, the outline's date, the paper's name."""

    title: str
    organization: str = ""
    date: datetime.date | None = None
    paper: str = ""


class Document(msgspec.Struct, frozen=True):
    """A whole paper, top to bottom."""

    meta: Meta
    blocks: tuple[Block, ...]
