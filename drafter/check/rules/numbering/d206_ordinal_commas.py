"""D206: 第一、 or 首先 without its comma, where the members that answer it show that it numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.enumerations import FARTHEST, enumerations, without_comma
from drafter.check.finding import Finding, Fix
from drafter.language.enumeration_marks import AMONG
from drafter.language.enumerations import written
from drafter.language.width import HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

ANSWERS = {"第一": "第二", "首先": "其次", "其一": "其二"}


def find(view: View) -> Iterator[Finding]:
    """Each 、 behind an ordinal that numbers, and each first one without a mark that one with a comma answers."""
    for found in view.once(enumerations):
        for member in found.members if found.style in ("ordinal", AMONG) else ():
            if view.normal[member.words - 1] == "、":
                at = member.words - 1
                yield Finding(
                    at, at + 1, {"label": written(found.style, member.number)}, "pause", None, (_comma(at, 1),)
                )
    for match in _paused().finditer(view.normal):
        yield Finding(
            match.end() - 1, match.end(), {"label": match["label"]}, "pause", None, (_comma(match.end() - 1, 1),)
        )
    yield from _later(view)
    yield from _unmarked(view)


def _later(view: View) -> Iterator[Finding]:
    """第二要抓好服务 where 第一， goes before and 第三， comes after."""
    firsts = tuple(ANSWERS)
    for start, end in view.once(without_comma).values():
        if view.normal[start:end] not in firsts:
            yield Finding(start, end, {}, "later", None, (_comma(end, 0),))


def _unmarked(view: View) -> Iterator[Finding]:
    text = view.normal
    for match in _first().finditer(text):
        answer = ANSWERS[match[0]]
        answered = _answer(answer).search(text, match.end(), match.end() + FARTHEST)
        if answered and not text.startswith(words("firsts"), match.start()):
            yield Finding(match.start(), match.end(), {"answer": answer}, fixes=(_comma(match.end(), 0),))


def _comma(at: int, length: int) -> Fix:
    return Fix(at, at + length, "，")


@cache
def _first() -> re.Pattern[str]:
    """At the start of a sentence, and before a word of another sentence part than 要, 是 or a numeral."""
    return re.compile(
        rf"(?:(?<=[。；！？：\n])|^)(?:第一|首先|其一)(?=[{HAN}])(?![要是应须必得将就由在对把向一二三四五六七八九十])"
    )


@cache
def _paused() -> re.Pattern[str]:
    """首先、 at the start of a sentence; 首先、其次、再次 count words."""
    return re.compile(rf"(?:(?<=[。；！？\n])|^)(?P<label>首先|其次|再次|最后)、(?=[{HAN}])(?!首先|其次|再次|最后)")


@cache
def _answer(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[。；！？\n]){word}，")
