"""Lines of a document as they were wrapped: which are prose, which stop in the middle, and which go on in the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.numbering import parse

if TYPE_CHECKING:
    from drafter.check.view import Paragraph, View

SHORTEST = 20
"""Characters of a line without an end mark that may still be prose: a shorter one is a title or a name."""
_SENTENCE = re.compile("[。！？；]")
_STOPS = re.compile(r"[\u4e00-\u9fff0-9A-Za-z，、]\s*\Z")
_WHOLE = re.compile(r"(?:[。！？]\s*\d{1,3}|(?:记者|通讯员|图片?|摄影)\s?[\u4e00-\u9fff·\s]{1,12}摄?)\s*\Z")
"""A page number behind the last sentence, and the line of a photographer."""
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"(?:://|www\.|@)[!-~]{2,}\s*$")
_BEGINS = re.compile(r"[\u4e00-\u9fff“《0-9。，；、]")


def is_prose(words: str) -> bool:
    """Whether a line is part of running text: it holds a whole sentence, or is long and unnumbered with a comma."""
    if _SENTENCE.search(words):
        return True
    return len(words) >= SHORTEST and "，" in words and not parse(words.lstrip()) and "：" not in words[:8]


def stops_short(words: str) -> bool:
    """Whether a line ends in the middle of a sentence: with a word or a comma."""
    return bool(_STOPS.search(words)) and not _WHOLE.search(words)


def ends_in_address(words: str) -> bool:
    """Whether a line closes with a URL or an address of mail, behind which a 。 would be taken for part of it."""
    return bool(_ADDRESS.search(words[-_LONGEST_ADDRESS:]))


def goes_on(view: View, paragraph: Paragraph) -> bool:
    """Whether the sentence in which a line of prose stops is continued on the very next line."""
    if paragraph.index + 1 == len(view.paragraphs):
        return False
    following = view.paragraphs[paragraph.index + 1]
    words = view.words(following).strip()
    if following.source.kind != "body" or not _BEGINS.match(words) or parse(words):
        return False
    return bool(_SENTENCE.search(words)) or (is_prose(words) and _follows(view.words(paragraph).strip(), words))


def _follows(words: str, following: str) -> bool:
    """Whether two lines without a full stop in the second are one text, wrapped at one width: a list is ragged."""
    return bool(_SENTENCE.search(words)) or len(words) == len(following)
