"""What no fix may touch: stretches whose half-width marks, dashes and dots are right as they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL_CHAR = r"[A-Za-z0-9\-._~:/?#\[\]@!$&*+;=%]"
_BRACKETED = rf"\({_URL_CHAR}{{0,80}}\)"
_URL_REST = rf"(?:(?:{_URL_CHAR}|,(?=[A-Za-z0-9])|{_BRACKETED})*(?:[A-Za-z0-9/#=&_~%+*$@-]|{_BRACKETED}))"
_WORD = r"[A-Za-z][A-Za-z0-9'’_+#@%*-]*+(?:(?<=\d)\.\d+)*+"
_NUMBER = r"\d+(?:[.,:]\d+)*+"
_JOINT = r" ?[,;:?!.&/]{1,3} ?| (?:[-–—] )?"
_GROUP = r" ?\([A-Za-z][A-Za-z0-9 ,.:;'’&/-]{0,80}\)"

_ALTERNATIVES = (
    rf"(?:https?|ftp|file)://{_URL_REST}",
    rf"(?<![A-Za-z0-9])www\.{_URL_REST}",
    # What a web page writes for a character: &nbsp;
    r"(?<=&)[A-Za-z]{2,8};",
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})++",
    r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|cn|net|org|gov|edu|info|top)(?![A-Za-z0-9-])"
    rf"(?:/{_URL_REST})?",
    r"(?<![A-Za-z])[A-Za-z]:\\[A-Za-z0-9_.\\-]*",
    r"(?<![\d.,])\d{1,3}(?:,\d{3})++(?![\d])(?:\.\d+)?",
    r"(?<![\d-])\d{4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d)",
    r"(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)",
    r"(?<!\d)\d++(?:[:.]\d+)++",
    # 标准号: a national standard writes its year behind —, an international one behind a colon.
    r"(?<![A-Za-z])[A-Z]{1,5}(?:/[A-Z]{1,5}){1,2}(?: ?\d+(?:\.\d+)*)?(?: ?[:—–-] ?(?:19|20)\d\d)?(?!\d)",
    r"(?<![A-Za-z])(?:GB|ISO|IEC|DB\d\d)(?:/[A-Z])? ?\d+(?:\.\d+)*(?: ?[:—–-] ?(?:19|20)\d\d)?(?!\d)",
    r"(?<![A-Za-z])[A-Z]{2,5} ?\d{1,6}(?:\.\d+)*[:—-](?:19|20)\d\d(?![\d年])",
    r"(?<![A-Za-z])(?:[Nn]o|[Vv]ol|pp?|[Ff]ig|[Vv]er)\. ?\d+(?:\.\d+)*",
    rf"{_WORD}(?:(?:{_JOINT})(?:{_NUMBER}(?:{_JOINT}))?(?:{_WORD})|{_GROUP})*+(?:\.{{3}}(?=[ \n\v]|$))?",
)
_SENTENCE_MARK = ".?!"
_CLOSES_LATIN = "”’》〉）)\"'\n\v"


def protected(text: str) -> Iterator[tuple[int, int]]:
    """The spans of URLs, addresses, times, ratios, figures, standards' names, file names and Latin text.

    Spans of different kinds may overlap.
    """
    yield from _file_names(text)
    for match in _protected().finditer(text):
        start, end = match.span()
        yield start, end + _closes_sentence(text, start, end)


def _file_names(text: str) -> Iterator[tuple[int, int]]:
    """年度总结(终稿).docx: from the last blank or full-width mark before the ending on, eighty characters at most."""
    for match in _endings().finditer(text):
        name = _name().search(text[max(0, match.start() - 80) : match.start()])
        if name:
            yield match.start() - len(name[0]), match.end()


def _closes_sentence(text: str, start: int, end: int) -> bool:
    """Whether the mark at ``end`` belongs to the Latin words before it: “Hello, Museum!”, but not 下载APP!"""
    if text[end : end + 1] not in tuple(_SENTENCE_MARK) or text[end + 1 : end + 2] not in ("", *_CLOSES_LATIN):
        return False
    before = text[start - 1 : start] if start else "\n"
    return " " in text[start:end] and before in "“‘《〈（(\"'\n\v"


@cache
def _protected() -> re.Pattern[str]:
    return re.compile(f"(?=[A-Za-z0-9])(?:{'|'.join(_ALTERNATIVES)})", re.ASCII)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(?i)\.(?:{'|'.join(words('file_endings'))})(?![A-Za-z0-9])")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}A-Za-z0-9_()（）〔〕\[\]&+.—–-]++\Z")
