"""Mends the text of a Word file and nothing else: characters inside ``w:t`` change, all other bytes stay.

The file's own XML is kept and only cut open where a text changes; runs, styles, comments, tracked changes and fields
are as they were. A digest of ours (``digest``) is left as it is and fits no more: a mended draft is the user's work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import mending
from drafter.word.fields import made_by_word
from drafter.word.opc import Package, parse
from drafter.word.pieces import STRICT, TRANSITIONAL, paragraphs, pieces
from drafter.word.repack import replaced
from drafter.word.splice import spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from drafter.problems import Edit

UTF_8 = ("UTF-8", "US-ASCII", None)


def mend(data: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[Edit, ...]]:
    """The file with the edits made, and those that could not be.

    A place's line is the number of a paragraph (``pieces.paragraphs``), its column counts characters of that
    paragraph's text (``pieces.pieces``). New characters take the run of the first that they replace. An edit is left
    where its ``old`` is not what stands there, where it overlaps one before it, where it touches a tab, a break or what
    Word makes itself, and where its ``new`` would be more than a stretch of a line.
    """
    wanted = tuple(edits)
    try:
        package = Package(data)
        name = next(each.target for each in package.relations("") if each.kind == "officeDocument")
        xml, left = _mended(package.part(name), wanted)
        return (data if len(left) == len(wanted) else replaced(data, name, xml)), left
    except Exception:  # a stranger's zip and XML break in any way, and then nothing can be mended
        return data, wanted


def _mended(xml: bytes, edits: Sequence[Edit]) -> tuple[bytes, tuple[Edit, ...]]:
    tree = parse(xml)
    if tree.getroottree().docinfo.encoding not in UTF_8:
        return xml, tuple(edits)
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(edit.place.line, []).append(edit)
    texts = Texts(tree)
    for number, paragraph in enumerate(paragraphs(tree), 1):
        if number in by_line:
            texts.change(paragraph, by_line[number])
    return spliced(xml, texts.changed), mending.without(edits, texts.made)


class Texts:
    """The ``w:t`` of a main part by their number from 0, and what those that change will say."""

    def __init__(self, document: Element) -> None:
        texts = document.iter(TRANSITIONAL + "t", STRICT + "t")
        self.numbers = {text: number for number, text in enumerate(texts)}
        self.changed: dict[int, str] = {}
        self.made: list[Edit] = []
        self._shut = made_by_word(document)

    def change(self, paragraph: Element, edits: Sequence[Edit]) -> None:
        """Make those edits of a paragraph that can be made."""
        owners = [element for words, element in pieces(paragraph) for _ in words]
        text = "".join([words for words, _ in pieces(paragraph)])
        new = list(text)
        for edit in mending.feasible(edits, lambda _: text):
            start = edit.place.column - 1
            end = start + len(edit.old)
            at = self._where(owners, start, end)
            if at is not None:
                new[start:end] = [""] * len(edit.old)
                new[at] = edit.new + new[at] if at >= start else new[at] + edit.new
                self.made.append(edit)
        self._note(owners, text, new)

    def _where(self, owners: list[Element], start: int, end: int) -> int | None:
        """The character whose ``w:t`` takes the new ones; None where not all of them stand in one that is free."""
        if start < end:
            return start if all(map(self._free, owners[start:end])) else None
        beside = (at for at in (start, start - 1) if 0 <= at < len(owners) and self._free(owners[at]))
        return next(beside, None)

    def _free(self, owner: Element) -> bool:
        return owner in self.numbers and owner not in self._shut and not len(owner)

    def _note(self, owners: list[Element], words: str, new: list[str]) -> None:
        said: dict[Element, list[str]] = {}
        for owner, each in zip(owners, new, strict=True):
            said.setdefault(owner, []).append(each)
        touched = {owner for owner, old, each in zip(owners, words, new, strict=True) if old != each}
        self.changed |= {self.numbers[owner]: "".join(said[owner]) for owner in touched}
