"""The noun that a stretch of prose ends with, and the verb that governs it: 开展｜义务讲解, 接待｜游客."""

from __future__ import annotations

from functools import cache

import msgspec

from drafter.language.lexicon import Word
from drafter.language.words import words

LONGEST = 14
VERBS = frozenset("vV")
NOMINAL = frozenset("nwasvmqiV") | {""}
_LONG = 5
_AND = ("、", "和", "及", "与", "以及")
_SMALL_KINDS = ("d", "p", "c", "u", "r", "t")


class Phrase(msgspec.Struct, frozen=True):
    """``noun`` with the ``verb`` that governs it; ``full`` is the noun before it was shortened.

    ``listed``: it is the last of a list, and what the others are is not in its words.
    """

    noun: tuple[Word, ...] = ()
    verb: str = ""
    full: str = ""
    listed: bool = False


def phrase(said: tuple[Word, ...]) -> Phrase:
    """The noun that the words end with, and the verb before it."""
    start = len(said)
    while start and _belongs(said, start - 1):
        start -= 1
    run, stop = list(said[start:]), said[start - 1] if start else None
    first = _noun_start(run)
    listed = stop is not None and first == 0 and stop.text in _AND
    far = stop is not None and first == 0 and not listed and (stop.text in ("等", "的") or stop.kind == "r")
    verb = _verb_in(run[:first]) or (first_verb(said[:start]) or _deed(said[: start - 1]) if listed or far else "")
    noun = _without_tail(run[first:])
    shared = _for_all(noun) if listed else noun
    listed, noun = listed and shared == noun, shared
    both = _coordinated(said[:start], noun) if listed else ()
    full = _of_what(said[:start], noun) + "".join(word.text for word in noun)
    return Phrase(both or tuple(_shortened(noun)), verb.rstrip("到了"), full, listed and not both)


def stripped(before: tuple[Word, ...], keep: str = "") -> tuple[Word, ...]:
    """The words before a figure without those that only tie it to them: 达, 共, 累计, 普遍在."""
    end = len(before)
    while end and before[end - 1].text != keep and _is_small(before[end - 1]):
        end -= 1
    return before[:end]


def first_verb(said: tuple[Word, ...]) -> str:
    """The first verb of a clause that governs something."""
    for index, word in enumerate(said):
        if (
            word.kind == "V"
            and word.text not in words("links")
            and not (said[index + 1 :] and said[index + 1].text == "的")
        ):
            return word.text
    return ""


def _deed(said: tuple[Word, ...]) -> str:
    """整改, of 集中整改各类问题: the last word, where that may be a verb."""
    return said[-1].text if said and said[-1].kind in ("v", "w") and len(said[-1].text) > 1 else ""


def _of_what(said: tuple[Word, ...], noun: list[Word]) -> str:
    """三农, of 用于三农的支出; "" where that would make too long a name."""
    what = "".join(word.text for word in phrase(said[:-1]).noun) if said and said[-1].text == "的" else ""
    return what if len(what) + sum(len(word.text) for word in noun) <= LONGEST else ""


def _is_small(word: Word) -> bool:
    if word.text in ("的", "等", "等等", "总数", "总量"):
        return False
    tied = word.text in words("links") or word.text in words("scopes") or word.text in _moves()
    return tied or word.kind in _SMALL_KINDS


def _for_all(noun: list[Word]) -> list[Word]:
    """What the last of a list shares with the others: 三大先导产业规模, 经济总量 behind names of places."""
    counts = [at for at, word in enumerate(noun) if word.kind == "m" and at]
    rest = noun[counts[0] :] if counts else noun
    return rest[1:] if len(rest) > 1 and rest[0].kind == "s" else rest


def _coordinated(before: tuple[Word, ...], noun: list[Word]) -> tuple[Word, ...]:
    """A和B as one noun where that is short; where it is not, the head that both have (中小学、幼儿园｜学位)."""
    first = phrase(before[:-1]) if before[-1].text != "、" else Phrase()
    whole = (*first.noun, Word("和", "c", 0), *noun)
    if first.noun and not first.listed and sum(len(word.text) for word in whole) <= LONGEST:
        return whole
    return tuple(noun[-1:]) if len(noun) > 1 and len(noun[-1].text) > 1 else ()


def _belongs(said: tuple[Word, ...], at: int) -> bool:
    """Whether a word can stand in a noun; a lone character before another is half of a word that no lexicon has."""
    word = said[at]
    if word.kind and word.kind in "dftm" and len(word.text) == 1 and at + 1 < len(said) and len(said[at + 1].text) == 1:
        return word.text not in _scopes() and word.text not in words("links") and word.text not in "不也都就还又再将只"
    return word.kind in NOMINAL and word.text not in _scopes()


def _noun_start(run: list[Word]) -> int:
    """Where the noun begins: behind the verbs in front, and behind the last that governs it."""
    first = 0
    while first < len(run) and (_leads(run, first) or run[first].text in _scopes()):
        first += 1
    governing = [at for at, word in enumerate(run) if word.kind == "V"]
    last = governing[-1] + 1 if governing else 0
    return max(first, last)


def _leads(run: list[Word], at: int) -> bool:
    """Whether a verb leads into a noun; one of one character only where no verb stands before it (促消费活动)."""
    lone = len(run[at].text) == 1 and at + 1 < len(run)
    return run[at].kind in VERBS and not (lone and (at > 0 or len(run[at + 1].text) == 1))


def _verb_in(run: list[Word]) -> str:
    return next((word.text for word in reversed(run) if word.kind in VERBS and len(word.text) > 1), "")


def _without_tail(noun: list[Word]) -> list[Word]:
    size = sum(len(word.text) for word in noun)
    return noun[:-1] if len(noun) > 1 and noun[-1].text == "工作" and size > _LONG else noun


def _shortened(noun: list[Word]) -> list[Word]:
    """At most LONGEST characters: the last words that fit."""
    if sum(len(word.text) for word in noun) > LONGEST:
        verbs = [at for at, word in enumerate(noun[:-1]) if word.kind == "v" and len(word.text) > 1]
        noun = noun[verbs[-1] + 1 :] if verbs else noun
    size = 0
    for index in range(len(noun) - 1, -1, -1):
        size += len(noun[index].text)
        if size > LONGEST:
            return noun[index + 1 :]
    return noun


@cache
def _scopes() -> frozenset[str]:
    """Words of time and place that belong to no name; averages do (人均收入)."""
    return frozenset(words("scopes")) - {"人均", "日均", "户均", "年均", "月均", "平均", "年度"}


@cache
def _moves() -> frozenset[str]:
    """What a figure does: 提高到67%, 保持在90%."""
    moved = (*words("rises"), *words("falls"), *words("reaches"))
    return frozenset((*moved, "保持", "稳定", "设定", "控制", "提高", "达到", "定", "继续", "扩展"))
