"""The noun right behind a figure, which it counts: 80多条｜意见建议, 接待241家｜单位."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.nouns import NOMINAL, VERBS, stripped
from drafter.language.words import words

if TYPE_CHECKING:
    from drafter.language.lexicon import Word

PEOPLE = ("人", "人次", "名", "户")
_OPENING = frozenset("nwasmqt") | {""}
_ROLES = tuple("师员家者人才生长手工兵民众干客")
_CUT = ("个", "家", "名", "位", "人")


def noun_behind(behind: tuple[Word, ...], unit: str) -> tuple[str, tuple[Word, ...]]:
    """The noun that the words behind a figure begin with, "" for none, and the words behind it."""
    if not behind or behind[0].kind not in _OPENING:
        return "", behind
    taken: list[Word] = []
    for index, word in enumerate(behind):
        if word.text == "的" and taken and _is_noun(behind[index + 1 :]):
            taken = []
        elif _goes_on(word, is_first=not taken):
            taken.append(word)
        else:
            break
    else:
        index = len(behind)
    noun = _without_deeds(taken, unit)
    is_bare = len(noun) == 1 and noun[0].kind in ("a", "m", "t", "f")
    return "" if is_bare else "".join(word.text for word in noun), behind[index:]


def last_verb(before: tuple[Word, ...]) -> str:
    """The verb that stands before a figure, with small words between at most: 接待, 收集的, 共接收到."""
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        governs = word.kind in VERBS or (word.kind == "w" and not stripped(before[:index]))
        if governs and len(word.text) > 1 and word.text not in words("links"):
            return word.text.rstrip("到了")
        if word.kind not in ("u", "d", "m") and word.text not in words("links"):
            return ""
    return ""


def next_verb(rest: tuple[Word, ...]) -> str:
    """The verb behind the noun where it says which ones are counted: 14家企业上榜."""
    return rest[0].text if rest and rest[0].text in words("becoming_verbs") else ""


def is_size(noun: str, unit: str) -> bool:
    """Whether a measure says only how large the thing behind it is: 120万吨乙烯项目."""
    return unit in words("measured") and any(thing in noun for thing in words("sized_things"))


def _goes_on(word: Word, is_first: bool) -> bool:
    """Whether a word is part of the noun; one of time or place only at its beginning."""
    if is_first and word.kind and word.kind in "tf":
        return True
    return word.kind in NOMINAL and word.kind != "V" and (is_first or word.text not in words("scopes"))


def _is_noun(rest: tuple[Word, ...]) -> bool:
    """Whether what follows 的 is what is counted, and not what is done with it: 藏品的数字化采集."""
    is_deed = all(word.kind in ("v", "w") for word in rest)
    return bool(rest) and rest[0].kind in ("n", "w", "a") and not is_deed


def _without_deeds(taken: list[Word], unit: str) -> list[Word]:
    """Without the verbs at the end; of things, without what is done with them."""
    deeds = ("v", "w", "m", "q", "a") if unit in words("things") else ("v", "a")
    end = _last_person(taken) if unit in PEOPLE else len(taken)
    while end > 1 and (taken[end - 1].kind in deeds or taken[end - 1].text in ("建设", "工作")):
        end -= 1
    cut = next((at for at in range(1, end) if taken[at].kind == "v" and len(taken[at].text) > 1), end)
    return taken[: cut if unit in _CUT else end]


def _last_person(taken: list[Word]) -> int:
    """Behind the last word for people, or behind all where there is none."""
    ends = [at + 1 for at, word in enumerate(taken) if word.kind == "n" and word.text[-1] in _ROLES]
    return ends[-1] if ends else len(taken)
