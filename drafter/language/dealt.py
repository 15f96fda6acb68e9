"""Figures that 分别 deals out: 参与率、准确率分别达到92%、85%; 读者8.9万人次、图书6.3万册次，分别增长12.4%、8.9%."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.clauses import clause, in_words
from drafter.language.mentions import LONGEST_FIGURE, Mention, verbs_of_change
from drafter.language.nouns import LONGEST, phrase, stripped
from drafter.language.quantities import PERCENT, parse
from drafter.language.words import one_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.language.lexicon import Word

_DEALS = re.compile("分别(?P<how>[^，。；：！？、（）0-9\n]{0,12}?)(?=[约近]?[0-9])")
_AND = re.compile("、?(?:以及|[和及与])|、")
_REACHED = re.compile("[到至为达是有]$")
_SENTENCE = re.compile("[。！？；\n]")
_MEASURES = tuple("率比度额量数值积入")
_SMALL = ("u", "d", "p", "r", "t")
_LONGEST_DEED = 4
_LONGEST_ITEM = 8
_FARTHEST = 120


class Dealt(msgspec.Struct, frozen=True):
    """A figure dealt out to ``name``, or to what figure ``of`` counts; ``deed`` is what it did, "" where it just is."""

    mention: Mention
    name: str = ""
    of: Mention | None = None
    deed: str = ""


def dealt(text: str, mentioned: Sequence[Mention]) -> Iterator[Dealt]:
    """Every figure behind 分别 whose owner the text names. ``mentioned`` are all mentions of the text, in order."""
    ends = [each.end for each in mentioned]
    for match in _DEALS.finditer(text):
        figures = tuple(_run(text, match.end()))
        if len(figures) > 1:
            before = mentioned[bisect_left(ends, match.start() - _FARTHEST) : bisect_right(ends, match.start())]
            yield from _shared_out(text, match, figures, before)


def _shared_out(
    text: str, match: re.Match[str], figures: Sequence[Mention], before: Sequence[Mention]
) -> Iterator[Dealt]:
    said = _based().sub("", clause(text, match.start(), before[-1].end if before else 0))
    listed, deed = _listed(in_words(said)), _deed(match["how"], figures[0])
    if len(listed) == len(figures):
        yield from (Dealt(each, name, None, deed) for each, name in zip(figures, _whole(listed), strict=True) if name)
        return
    owners = _counted_before(text, match.start(), before)[-len(figures) :]
    if len(owners) == len(figures) and not any(listed):
        yield from (Dealt(each, "", owner, deed) for each, owner in zip(figures, owners, strict=True))


def _counted_before(text: str, at: int, before: Sequence[Mention]) -> list[Mention]:
    """The figures before 分别 in its sentence."""
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, at - _FARTHEST), at)]
    return [each for each in before if each.start >= (ends[-1] if ends else 0)]


def _run(text: str, at: int) -> Iterator[Mention]:
    """The figures from there on that only 、 and 和 part."""
    while quantity := parse(text[at : at + LONGEST_FIGURE]):
        yield Mention(at, at + quantity.length, quantity)
        parted = _AND.match(text, at + quantity.length)
        if not parted:
            return
        at = parted.end()


def _listed(said: tuple[Word, ...]) -> list[str]:
    """The nouns of A、B和C, each by itself; "" where one of them has none."""
    items: list[list[Word]] = [[]]
    for word in said:
        if word.text in ("、", "和", "及", "与", "以及"):
            items.append([])
        else:
            items[-1].append(word)
    return [_noun(stripped(tuple(item))) for item in items]


def _noun(item: tuple[Word, ...]) -> str:
    """All that is said behind the verb that governs it where that is short (死亡人数), else the noun it ends with."""
    first = max((at + 1 for at, word in enumerate(item) if word.kind == "V" or word.kind in _SMALL), default=0)
    whole = "".join(word.text for word in item[first:])
    return whole if len(whole) <= _LONGEST_ITEM else "".join(word.text for word in phrase(item).noun)


def _whole(listed: list[str]) -> Iterator[str]:
    """The nouns with what only the last says for all: 汽车零售额, 家具零售额 of 汽车、家具零售额."""
    last = in_words(listed[-1])
    head = last[-1].text if len(last) > 1 and last[-1].text.endswith(_MEASURES) else ""
    for name in listed:
        yield name if not name or not head or name.endswith(_MEASURES) or len(name + head) > LONGEST else name + head


def _deed(how: str, first: Mention) -> str:
    """增长 of 分别同比增长, 占比 of 分别占; "" of 分别达到 and 分别提高到."""
    bare = how.rstrip("了约超逾过近")
    if "占" in bare and first.quantity.unit in PERCENT:
        return "占比"
    if bare.startswith("累计"):
        return "累计"
    if not bare or _REACHED.search(bare) or _links().fullmatch(bare):
        return ""
    verb = next((verb for verb in verbs_of_change() if bare.endswith(verb)), bare)
    return verb if 1 < len(verb) <= _LONGEST_DEED else ""


@cache
def _links() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('links'))})+")


@cache
def _based() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('bases'))})$")
