"""The attachments of a document: those listed under its body and those that follow it (GB/T 9704-2012 7.3.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

LISTED = re.compile(r"\s*附\s?件\s?：\s*(?P<rest>\S.*)")
ITEM = re.compile(r"\s*(?P<number>\d{1,2})\s?[.．、]\s?(?P<title>\S.*?)[。；\s]*$")
HEADED = re.compile(r"\s*附\s?件\s?(?P<number>\d{1,2})?\s?[：:]?\s*$")
BLANKS = re.compile(r"[\s\v《》]+")


class Attachment(msgspec.Struct, frozen=True):
    """One attachment as it is listed or stands there: ``number`` from 1, its ``title`` without blanks and 《》."""

    number: int
    title: str
    start: int
    end: int
    title_start: int
    title_end: int


class Attached(msgspec.Struct, frozen=True):
    """What is ``listed`` under the body, and what is ``there`` behind it."""

    listed: tuple[Attachment, ...]
    there: tuple[Attachment, ...]


def attached(view: View) -> Attached:
    """The attachments of a document; to be asked through ``view.once``."""
    return Attached(tuple(_listed(view)), tuple(_there(view)))


def _listed(view: View) -> Iterator[Attachment]:
    """The first line says 附件：; the lines below it go on with numbers as long as they do."""
    going = 0
    for paragraph in view.paragraphs:
        words = view.words(paragraph)
        first = LISTED.match(words)
        offset = first.start("rest") if first else 0
        item = ITEM.match(words[offset:]) if first or going else None
        if item and int(item["number"]) == (1 if first else going + 1):
            going = int(item["number"])
            yield _attachment(paragraph, going, item["title"], offset + item.start("title"))
        elif first:
            going = 0
            yield _attachment(paragraph, 1, first["rest"].rstrip("。 "), offset)
        elif words.strip():
            going = 0


def _there(view: View) -> Iterator[Attachment]:
    """A line that says nothing but 附件 or 附件2, and the title below it."""
    for paragraph in view.paragraphs:
        head = HEADED.match(view.words(paragraph))
        if head:
            number = int(head["number"] or 1)
            below = next(
                (each for each in view.paragraphs[paragraph.index + 1 :] if view.words(each).strip()), paragraph
            )
            title = "" if below is paragraph else view.words(below).strip()
            yield Attachment(number, _bare(title), paragraph.start, paragraph.end, below.start, below.end)


def _attachment(paragraph: Paragraph, number: int, title: str, offset: int) -> Attachment:
    start = paragraph.start + offset
    words = paragraph.source.text
    first = paragraph.start + len(words) - len(words.lstrip())
    return Attachment(number, _bare(title), first, paragraph.end, start, start + len(title))


def _bare(title: str) -> str:
    return BLANKS.sub("", title)
