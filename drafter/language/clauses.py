"""The clause that a figure stands in, in words: what is said before it, and what right behind."""

from __future__ import annotations

import re

from drafter.language import lexicon
from drafter.language.lexicon import Word

LONGEST_CLAUSE = 64
LONGEST_BEHIND = 24
NAME = re.compile("[A-Za-z\u4e00-\u9fff][A-Za-z0-9.+\u4e00-\u9fff]+")

_QUOTED_LONGEST = 8
_RATES = ("率", "量", "额")
_COUNTABLE = ("v", "V", "w", "n", "a")
_PIECES = re.compile("“([^“”]*)”|‘([^‘’]*)’|《([^《》]*)》|([、])|([^“”‘’《》、]+)|.")
_ENDS = re.compile("[0-9]{4}年度?|[，。；：！？（）…—\\s,;:()\ufffc/]")
_LASTING = re.compile("连续[0-9]+年(?:每年)?")
_SINCE = re.compile("，?[从由](?:[0-9]{4}年|上年|去年|前年|上一年|年初|原来|原先|此前)(?:同期|底|末|初)?的?$")
_ASIDE = re.compile("^（[^（）]{1,4}）|^(?:左右|以下|以内|上下)")
_BRACKET = re.compile("（[^（）]{0,24}）$")
_STOPS = re.compile("[，。；：！？（）…—\\s,;:()\ufffc、0-9《》]")


def clause(text: str, start: int, seam: int) -> str:
    """The words before a figure, back to where its clause or the figure before ends; an aside in brackets skipped."""
    said = _SINCE.sub("", _LASTING.sub("", text[max(seam, start - LONGEST_CLAUSE) : start]))
    said = _BRACKET.sub("", said)
    ends = [match.end() for match in _ENDS.finditer(said)]
    return (said[ends[-1] :] if ends else said).lstrip("、和及与")


def stretch(text: str, end: int) -> str:
    """The words behind a figure, up to the next mark or figure; an aside right behind it is skipped."""
    said = _ASIDE.sub("", text[end : end + LONGEST_BEHIND])
    stop = _STOPS.search(said)
    return said[: stop.start()] if stop else said


def in_words(said: str) -> tuple[Word, ...]:
    """The words of a clause; 、 and long quotations stand between them as words of kind |, short ones are nouns."""
    found: list[Word] = []
    for match in _PIECES.finditer(said):
        quoted = (match[1] or match[2] or match[3] or "").replace("、", "")
        if match[5]:
            found += _with_rates(lexicon.split(match[5]))
        elif quoted and len(quoted) <= _QUOTED_LONGEST and NAME.fullmatch(quoted):
            found.append(Word(quoted, "n", 0))
        else:
            found.append(Word(match[0], "|", 0))
    return tuple(found)


def _with_rates(said: tuple[Word, ...]) -> list[Word]:
    """The words, those that name a rate or an amount each as one: 竣工率, 业务量, 采购额."""
    found: list[Word] = []
    for word in said:
        if word.text in _RATES and found and found[-1].kind in _COUNTABLE and len(found[-1].text) > 1:
            found[-1] = Word(found[-1].text + word.text, "n", found[-1].start)
        else:
            found.append(word)
    return found
