"""The labels of chapters, headings and items (一、 （一） 1. 一是 首先， ①), printed and recognized.

The first four are the levels of GB/T 9704-2012 7.3.3; the others are what official prose counts with.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

import msgspec

from drafter.language.numerals import SMALL, han, parse_han

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"  # up to 50 in Unicode, but 仿宋 stops here
SEQUENCE = ("首先", "其次", "再次")
LAST = "最后"
HIGHEST = 999


class Style(msgspec.Struct, frozen=True):
    """A way to number: ``before`` + numeral + ``after``; ``numeral`` is han, digit, circled, sequence or none.

    ``form`` is how items so numbered are set where nobody says: line or inline. ``limit`` is the last number it has.
    """

    name: str
    numeral: str
    before: str = ""
    after: str = ""
    form: str = "inline"
    limit: int = HIGHEST


class Label(msgspec.Struct, frozen=True):
    """A label found at the start of a text: its style, number and length in characters, blanks behind it included.

    ``number`` is 0 for 最后，, which closes a list of any length. ``canonical`` is False for a form that the standard
    or good use does not have: ``1、``, ``(一)``, ``（一）、``, 3要.
    """

    style: str
    number: int
    length: int
    canonical: bool


class RunsOut(ValueError):  # noqa: N818
    """A style has no label for so high a number; ``limit`` is its last."""

    def __init__(self, style: str, limit: int) -> None:
        super().__init__(f"{style} ends at {limit}")
        self.style = style
        self.limit = limit


STYLES = {
    style.name: style
    for style in (
        Style("chapter", "han", "", "、", form="line"),
        Style("paren", "han", "（", "）", form="line"),
        Style("digit", "digit", "", ".", form="line"),
        Style("paren-digit", "digit", "（", "）", form="line"),
        Style("shi", "han", "", "是"),
        Style("yao", "han", "", "要"),
        Style("ordinal", "han", "第", "，"),
        Style("first", "sequence", "", "，", limit=len(SEQUENCE) + 1),
        Style("quoted-digit", "digit", "“", "”，"),
        Style("circled", "circled", limit=len(CIRCLED)),
        Style("none", "none", limit=sys.maxsize),
    )
}
LEVELS = ("chapter", "paren", "digit", "paren-digit", "circled")
UPPER = LEVELS[:2]
"""The levels whose labels head something more often than they count the items of a list."""
UPPER_LABEL = f"{SMALL}、|（{SMALL}）"
"""A label of these, as a pattern for text in its proper width."""
DIVISIONS = ("part", "division", "subdivision", "article")  # 第一部分, 第一章, 第一节, 第一条: found, never printed
DECIMALS = ("decimal-2", "decimal-3", "decimal-4")  # 2.1, 2.1.3, 2.1.3.1: found, never printed

_HAN = "(?P<han>[一二三四五六七八九十百零]{1,5})"
_DIGIT = r"(?P<digit>[1-9１-９][0-9０-９]{0,2})"
_BOTH = f"(?:{_HAN}|{_DIGIT})"
_FORMS = (
    ("chapter", rf"{_HAN}(?:、(?![一二三四五六七八九十]+、)|[.．])"),
    ("paren", rf"(?:[（(]?{_HAN}[）)][、.．]?|(?P<sign>[㈠-㈩]))"),
    ("digit", rf"(?:{_DIGIT}(?:[.．](?!\d(?!\d{{3}}年))|、(?!\d{{1,3}}、))|(?P<sign>[⒈-⒛]))"),
    ("paren-digit", rf"(?:[（(]?{_DIGIT}[）)][、.．]?|(?P<sign>[⑴-⒇]))"),
    ("shi", f"{_BOTH}是"),
    ("yao", f"{_BOTH}要(?!素(?!质))"),
    ("ordinal", f"第{_BOTH}[，,、]"),
    ("first", f"(?P<word>{'|'.join(SEQUENCE)}|{LAST})[，,]"),
    ("quoted-digit", f'[“"]{_DIGIT}[”"][，,、]'),
    ("circled", "(?P<sign>[①-⑳㉑-㉟㊱-㊿])"),
)
_DIVISIONS = (
    ("part", "部分|[篇编]|个?(?:问题|方面)|句话|个(?:关键词|层面|字)"),
    ("division", "章"),
    ("subdivision", "节"),
    ("article", "条"),
)
_NO_UNIT = (
    "(?![万亿千百元次倍米吨亩件名所]|公里|平方|[年月](?!度)|日(?!常)|个(?!人)|人(?![才员事居民文])|项(?!目)"
    "|家(?![庭校长])|条(?!件)|户(?!外)|场(?![馆所景]))"
)
_BLANKS = r"[ \t\u3000]*"


def label(style: str, number: int, total: int | None = None) -> str:
    """The label of item ``number`` (from 1) of ``total``; ``first`` needs ``total`` to know which item is 最后.

    Raises RunsOut where the style has no label for that number, KeyError for a style that does not exist.
    """
    chosen = STYLES[style]
    if not 1 <= number <= chosen.limit or (chosen.numeral == "sequence" and (total or number) > chosen.limit):
        raise RunsOut(style, chosen.limit)
    return chosen.before + _numeral(chosen.numeral, number, total) + chosen.after


def parse(text: str) -> Label | None:
    """The label that ``text`` begins with, in whatever form it is written; None where it begins with none."""
    for style, form in _forms():
        match = form.match(text)
        number = _number(match) if match else None
        if match and number is not None:
            return Label(style, number, match.end(), match["label"] == _canonical(style, number, match))
    return None


def division(text: str) -> Label | None:
    """The label of a part, chapter, section or article (第一部分, 第2章, 第三节：, 01, 2.1) that a line begins with."""
    for style, form in (*_division_forms(), *_serial_forms()):
        match = form.match(text)
        number = _number(match) if match else None
        if match and number:
            return Label(style, number, match.end(), canonical=True)
    return _decimal(text)


def top_decimal(text: str) -> Label | None:
    """The bare numeral that heads what 2.1 and 2.2 stand in (2 工作目标); elsewhere such a line holds a figure."""
    match = _top_decimal().match(text)
    return Label("digit", int(match["digit"]), match.end(), canonical=False) if match else None


def _decimal(text: str) -> Label | None:
    match = _decimal_form().match(text)
    if match is None:
        return None
    numbers = re.split("[.．]", match["decimal"])
    return Label(DECIMALS[len(numbers) - 2], int(numbers[-1]), match.end(), canonical=True)


def default_style(depth: int) -> str:
    """The style of the level at ``depth`` (0 for sections) where the writer names none and no level above has one."""
    return LEVELS[min(depth, len(LEVELS) - 1)]


def style_below(style: str) -> str:
    """The style of the level below one in ``style`` (not ``none``): the standard's next; inside a sentence none."""
    return LEVELS[LEVELS.index(style) + 1] if style in LEVELS[:-1] else "none"


def default_form(style: str) -> str:
    """How items numbered in ``style`` are set where the writer does not say: ``line`` or ``inline``."""
    return STYLES[style].form


def _numeral(kind: str, number: int, total: int | None) -> str:
    if kind == "han":
        return han(number)
    if kind == "digit":
        return str(number)
    if kind == "circled":
        return CIRCLED[number - 1]
    return _word(number, total) if kind == "sequence" else ""


def _word(number: int, total: int | None) -> str:
    closes = number > len(SEQUENCE) or (number == total and number > 2)
    return LAST if closes else SEQUENCE[number - 1]


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((style, re.compile(f"(?P<label>{form}){_BLANKS}")) for style, form in _FORMS)


@cache
def _division_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    behind = rf"(?:[：:、]|(?=[^\S\n])|(?=[\u4e00-\u9fff])|$){_BLANKS}"  # an article's number stands before a blank
    return tuple((style, re.compile(rf"第[ ]?{_BOTH}[ ]?(?:{name}){behind}")) for style, name in _DIVISIONS)


@cache
def _serial_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (("serial", re.compile(rf"(?P<digit>0[1-9])(?:[.．、](?!\d)|(?=[ \t\u3000])){_BLANKS}")),)


@cache
def _decimal_form() -> re.Pattern[str]:
    """2.1 and what it heads; with no blank between them no unit, or it were a figure (2.1亿元)."""
    words = rf"{_NO_UNIT}[\u4e00-\u9fff“《【]"
    numeral = "[1-9１-９][0-9０-９]?"
    return re.compile(
        rf"(?P<decimal>{numeral}(?:[.．]{numeral}){{1,3}})(?:[.．、]?[ \t\u3000]+(?=\S)|[、]?(?={words}))"
    )


@cache
def _top_decimal() -> re.Pattern[str]:
    return re.compile(rf"(?P<digit>[1-9]\d?)[ \t\u3000]+{_NO_UNIT}(?=[\u4e00-\u9fff“])")


def _number(match: re.Match[str]) -> int | None:
    """The number a match holds, 0 for 最后; None where its Han characters are no number (十一一)."""
    found = match.groupdict()
    if found.get("han"):
        number = parse_han(found["han"])
        return number if number and han(number) == found["han"] else None
    if found.get("digit"):
        return int(found["digit"])
    if found.get("sign"):
        return int(unicodedata.numeric(found["sign"]))
    return 0 if found["word"] == LAST else SEQUENCE.index(found["word"]) + 1


def _canonical(style: str, number: int, match: re.Match[str]) -> str:
    """The label as it would be printed, against which a found one is compared; "" past the end of the style."""
    if style == "first":
        return match["word"] + STYLES[style].after
    return label(style, number) if number <= STYLES[style].limit else ""
