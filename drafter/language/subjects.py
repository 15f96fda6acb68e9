"""What a figure counts, as a noun a person would call it by: 接待游客, 集体学习, 意见建议, 新增上市企业.

The words come from the clause of the figure: those behind it (80多条意见建议) or those before (义务讲解322场次).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from drafter.language import lexicon
from drafter.language.lexicon import Word
from drafter.language.mentions import Mention
from drafter.language.quantities import PERCENT, Quantity
from drafter.language.words import words

LONGEST_CLAUSE = 64
LONGEST_BEHIND = 24
LONGEST = 14
SHORT = 2
_QUOTED_LONGEST = 8
_LONG = 8
_NOMINAL = frozenset("nwasvmqiV") | {""}
_SPANS = ("天", "小时", "岁")
_OPENING = frozenset("nwasmqt") | {""}
_VERBS = frozenset("vV")
_PEOPLE = ("人", "人次", "名", "户")
_ROLES = tuple("师员家者人才生长手工兵民众干客")
_RATES = tuple("率比度幅速额例重数值")
_TOOK_PLACE = ("开展", "举办", "组织", "参加", "召开", "举行")
_SHARES = ("占比", "比重", "比例")
_PIECES = re.compile("“([^“”]*)”|‘([^‘’]*)’|《([^《》]*)》|([、])|([^“”‘’《》、]+)|.")
_ENDS = re.compile("[0-9]{4}年度?|[，。；：！？（）…—\\s,;:()\ufffc/]")
_LASTING = re.compile("连续[0-9]+年(?:每年)?")
_SINCE = re.compile("[从由][0-9]{4}年的?$")
_ASIDE = re.compile("^（[^（）]{1,4}）")
_BRACKET = re.compile("（[^（）]{0,24}）$")
_NAME = re.compile("[A-Za-z\u4e00-\u9fff][A-Za-z0-9+\u4e00-\u9fff]+")


class Naming(msgspec.Struct, frozen=True):
    """``name`` is what to call a figure; ``longer`` are names that tell it from others called so, the best first.

    ``vague``: the name alone does not say what is counted.
    """

    name: str
    longer: tuple[str, ...] = ()
    vague: bool = False


class _Phrase(msgspec.Struct, frozen=True):
    """``noun`` with the ``verb`` that governs it; ``full`` is the noun before it was shortened."""

    noun: tuple[Word, ...] = ()
    verb: str = ""
    full: str = ""
    listed: bool = False


def naming(text: str, mention: Mention, seam: int = 0) -> Naming | None:
    """What the figure of a mention is called; None where its clause has no noun for it.

    ``seam`` is where the figure before it ends: what stands before that belongs to that one.
    """
    unit = mention.quantity.unit
    if not (unit or mention.quantity.scale) or unit in words("uncounted_units") or _qualifies(text, mention):
        return None
    before = _words(_clause(text, mention.start, seam))
    behind = _words(_stretch(text, mention.end))
    if behind and (behind[0].text in words("levels") or (mention.quantity.about == "以上" and _is_noun(behind[0]))):
        return None
    found = _counted(before, behind, mention) if unit not in (*PERCENT, *_SPANS) else None
    if unit:
        found = found or _led(before, behind, mention) or _doers(before, behind, mention)
    return _with_verb(found, _words(_clause(text, mention.start, 0))) if found and _is_name(found.name) else None


def subject(text: str, at: int, seam: int = 0) -> Naming | None:
    """What stands before ``at`` and has something said of it: 网上零售额 before 增长19%; None where no noun does."""
    before = Mention(at, at, Quantity(Decimal(1), "项"))
    return None if _qualifies(text, before) else _led(_words(_clause(text, at, seam)), (), before)


def _qualifies(text: str, mention: Mention) -> bool:
    """Whether a figure only says which: 过10亿元的增长点, 24小时自助; or is one of those that 分别 deals out."""
    before = text[max(0, mention.start - 6) : mention.start]
    always = mention.quantity.unit in ("小时", "天") and mention.quantity.number in (24, 365)
    passes = before.endswith("过") and not before.endswith(("超过", "通过"))
    return always or passes or text[mention.end : mention.end + 1] == "的" or "分别" in before


def _is_noun(word: Word) -> bool:
    return word.kind in ("n", "a", "w")


def _with_verb(found: Naming, clause: tuple[Word, ...]) -> Naming:
    """A naming that can also be told from others by the first verb of its clause."""
    verb = _first_verb(clause).rstrip("到了")
    other = verb + found.name
    is_light = found.vague and verb not in _TOOK_PLACE and verb in words("light_verbs")
    if not verb or is_light or found.name.startswith(verb) or other in found.longer or len(other) > LONGEST:
        return found
    return msgspec.structs.replace(found, longer=(*found.longer, other))


def _clause(text: str, start: int, seam: int) -> str:
    """The words before a figure, back to where its clause or the figure before ends; an aside in brackets skipped."""
    said = _SINCE.sub("", _LASTING.sub("", text[max(seam, start - LONGEST_CLAUSE) : start]))
    said = _BRACKET.sub("", said)
    ends = [match.end() for match in _ENDS.finditer(said)]
    return (said[ends[-1] :] if ends else said).lstrip("、和及与")


def _stretch(text: str, end: int) -> str:
    said = _ASIDE.sub("", text[end : end + LONGEST_BEHIND])
    stop = re.search("[，。；：！？（）…—\\s,;:()\ufffc、0-9《》]", said)
    return said[: stop.start()] if stop else said


def _words(said: str) -> tuple[Word, ...]:
    """The words of a clause; 、 and long quotations stand between them as words of kind |, short ones are nouns."""
    found: list[Word] = []
    for match in _PIECES.finditer(said):
        quoted = match[1] or match[2] or match[3]
        if match[5]:
            found += lexicon.split(match[5])
        elif quoted and len(quoted) <= _QUOTED_LONGEST and _NAME.fullmatch(quoted):
            found.append(Word(quoted, "n", 0))
        else:
            found.append(Word(match[0], "|", 0))
    return tuple(found)


def _counted(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """Named by the noun behind: 80多条意见建议, 接待241家单位, 14家企业上榜."""
    noun, rest = _noun_behind(behind, mention)
    if not noun or noun in words("levels") or _is_size(noun, mention):
        return None
    verbs = [_last_verb(before), _next_verb(rest)]
    return _named(noun, [verb for verb in verbs if verb], "")


def _is_size(noun: str, mention: Mention) -> bool:
    """Whether a measure says only how large the thing behind it is: 120万吨乙烯项目."""
    return mention.quantity.unit in words("measured") and any(thing in noun for thing in words("sized_things"))


def _noun_behind(behind: tuple[Word, ...], mention: Mention) -> tuple[str, tuple[Word, ...]]:
    """The noun that the words behind a figure begin with, "" for none, and the words behind it."""
    if not behind or behind[0].kind not in _OPENING:
        return "", behind
    taken: list[Word] = []
    for index, word in enumerate(behind):
        if word.text == "的" and taken and _begins_noun(behind[index + 1 :]):
            taken = []
        elif (
            (word.kind in _NOMINAL or (word.kind in "tf" and not taken))
            and word.kind != "V"
            and (not taken or word.text not in words("scopes"))
        ):
            taken.append(word)
        else:
            break
    else:
        index = len(behind)
    noun = _without_deeds(taken, mention)
    is_bare = len(noun) == 1 and noun[0].kind in ("a", "m", "t", "f")
    return "" if is_bare else "".join(word.text for word in noun), behind[index:]


def _begins_noun(rest: tuple[Word, ...]) -> bool:
    return bool(rest) and rest[0].kind in ("n", "w", "a")


def _without_deeds(taken: list[Word], mention: Mention) -> list[Word]:
    """Without the verbs at the end; of things, without what is done with them."""
    deeds = ("v", "w", "m", "q", "a") if mention.quantity.unit in words("things") else ("v", "a")
    end = _last_person(taken) if mention.quantity.unit in _PEOPLE else len(taken)
    while end > 1 and (taken[end - 1].kind in deeds or taken[end - 1].text in ("建设", "工作")):
        end -= 1
    cut = next((at for at in range(1, end) if taken[at].kind == "v" and len(taken[at].text) > 1), end)
    return taken[: cut if mention.quantity.unit in ("个", "家", "名", "位", "人") else end]


def _last_person(taken: list[Word]) -> int:
    """Behind the last word for people, or behind all where there is none."""
    ends = [at + 1 for at, word in enumerate(taken) if word.kind == "n" and word.text[-1] in _ROLES]
    return ends[-1] if ends else len(taken)


def _last_verb(before: tuple[Word, ...]) -> str:
    """The verb that stands before a figure, with small words between at most: 接待, 收集的, 共接收到."""
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        governs = word.kind in _VERBS or (word.kind == "w" and not _stripped(before[:index]))
        if governs and len(word.text) > 1 and word.text not in words("links"):
            return word.text.rstrip("到了")
        if word.kind not in ("u", "d", "m") and word.text not in words("links"):
            return ""
    return ""


def _next_verb(rest: tuple[Word, ...]) -> str:
    return rest[0].text if rest and rest[0].text in words("becoming_verbs") else ""


def _led(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """Named by the noun before: 义务讲解322场次, 参赛率达90%; by a verb alone where none is: 惠及97.9万户."""
    shares = (*_SHARES, "占")
    share = mention.quantity.unit in PERCENT and next((word.text for word in before if word.text in shares), "")
    said = _stripped(before, keep=share or "")
    if not said and any(word.text == "累计" for word in before):
        return Naming("累计", vague=True)
    if not said or said[-1].text in ("的", "等", "等等"):
        return None
    if share and any(word.text == "占" for word in before):
        return _share(before)
    phrase = _phrase(said)
    if not phrase.noun:
        return None if behind else _done(said, phrase.verb, mention)
    noun = "".join(word.text for word in phrase.noun)
    if mention.quantity.unit in PERCENT and not noun.endswith(_RATES):
        return None if behind else _named(noun + _SHARES[0], [], "", phrase.listed)
    return (
        None
        if _is_size("".join(word.text for word in behind), mention)
        else _named(_of_days(noun, mention), [phrase.verb], phrase.full, phrase.listed)
    )


def _done(said: tuple[Word, ...], verb: str, mention: Mention) -> Naming | None:
    """外卡POS机新增5.4万台 are 新增外卡POS机; 新建、改扩建72个 are 新建改扩建数."""
    first = len(said)
    while first and (
        said[first - 1].kind in _VERBS or (said[first - 1].text == "、" and said[first - 2].kind in _VERBS)
    ):
        first -= 1
    deed = "".join(word.text for word in said[first:] if word.text != "、")
    noun = "".join(word.text for word in _phrase(said[:first]).noun)
    return _named(noun, [deed], "") if len(noun) > SHORT else _deed(deed or verb, mention)


def _share(before: tuple[Word, ...]) -> Naming | None:
    """软件业务收入占比, of 软件业务收入占中部地区的比重."""
    at = next((index for index, word in enumerate(before) if word.text in ("占", "占比")), 0)
    phrase = _phrase(_stripped(before[:at]))
    return _named("".join(word.text for word in phrase.noun) + "占比", [], "") if phrase.noun else None


def _of_days(noun: str, mention: Mention) -> str:
    return noun + "天数" if mention.quantity.unit == "天" and len(noun) <= 3 else noun


def _stripped(before: tuple[Word, ...], keep: str = "") -> tuple[Word, ...]:
    """The words before a figure without those that only tie it to them: 达, 共, 累计, 普遍在."""
    end = len(before)
    while end and before[end - 1].text != keep and _is_small(before[end - 1]):
        end -= 1
    return before[:end]


def _is_small(word: Word) -> bool:
    if word.text in ("的", "等", "等等", "总数", "总量"):
        return False
    tied = word.text in words("links") or word.text in words("scopes") or word.text in _moves()
    return tied or word.kind in ("d", "p", "c", "u", "r", "t")


def _phrase(said: tuple[Word, ...]) -> _Phrase:
    """The noun that the words end with, and the verb before it."""
    start = len(said)
    while start and _belongs(said, start - 1):
        start -= 1
    run, stop = list(said[start:]), said[start - 1] if start else None
    first = _noun_start(run)
    listed = stop is not None and first == 0 and (stop.text == "、" or stop.text in ("和", "及", "与", "以及"))
    far = stop is not None and first == 0 and not listed and (stop.text in ("等", "的") or stop.kind == "r")
    verb = _verb_in(run[:first]) or (_first_verb(said[:start]) if listed or far else "")
    noun = _without_tail(run[first:])
    shared = _for_all(noun) if listed else noun
    listed, noun = listed and shared == noun, shared
    both = _coordinated(said[:start], noun) if listed else ()
    full = "".join(word.text for word in noun)
    return _Phrase(both or tuple(_shortened(noun)), verb.rstrip("到了"), full, listed and not both)


def _for_all(noun: list[Word]) -> list[Word]:
    """What the last of a list shares with the others: 三大先导产业规模, 经济总量 behind names of places."""
    counts = [at for at, word in enumerate(noun) if word.kind == "m" and at]
    rest = noun[counts[0] :] if counts else noun
    return rest[1:] if len(rest) > 1 and rest[0].kind == "s" else rest


def _coordinated(before: tuple[Word, ...], noun: list[Word]) -> tuple[Word, ...]:
    """A和B as one noun where that is short; where it is not, the head that both have (中小学、幼儿园｜学位)."""
    first = _phrase(before[:-1]) if before[-1].text != "、" else _Phrase()
    whole = (*first.noun, Word("和", "c", 0), *noun)
    if first.noun and not first.listed and sum(len(word.text) for word in whole) <= LONGEST:
        return whole
    return tuple(noun[-1:]) if len(noun) > 1 and len(noun[-1].text) > 1 else ()


def _belongs(said: tuple[Word, ...], at: int) -> bool:
    """Whether a word can stand in a noun; a lone character before another is half of a word that no lexicon has."""
    word = said[at]
    if word.kind and word.kind in "dftm" and len(word.text) == 1 and at + 1 < len(said) and len(said[at + 1].text) == 1:
        return word.text not in _scopes() and word.text not in words("links") and word.text not in "不也都就还又再将只"
    return word.kind in _NOMINAL and word.text not in _scopes()


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
    return run[at].kind in _VERBS and not (lone and (at > 0 or len(run[at + 1].text) == 1))


def _verb_in(run: list[Word]) -> str:
    return next((word.text for word in reversed(run) if word.kind in _VERBS and len(word.text) > 1), "")


def _first_verb(said: tuple[Word, ...]) -> str:
    """The first verb of a clause that governs something."""
    for index, word in enumerate(said):
        if (
            word.kind == "V"
            and word.text not in words("links")
            and not (said[index + 1 :] and said[index + 1].text == "的")
        ):
            return word.text
    return ""


def _without_tail(noun: list[Word]) -> list[Word]:
    size = sum(len(word.text) for word in noun)
    return noun[:-1] if len(noun) > 1 and noun[-1].text == "工作" and size > _LONG // 2 + 1 else noun


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


def _deed(verb: str, mention: Mention) -> Naming | None:
    """惠及户数, 建成数: what only a verb tells."""
    counted = _unit_nouns().get(mention.quantity.unit)
    if not counted or not verb or verb in words("light_verbs"):
        return None
    return Naming(verb + counted)


def _doers(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """参与竞赛人数, of 约1100人参与了竞赛."""
    rest = [word for word in behind if word.kind not in ("d", "u")]
    if _stripped(before) or not rest or rest[0].kind not in _VERBS:
        return None
    if len(rest) == 1:
        return _deed(rest[0].text, mention)
    if mention.quantity.unit not in _PEOPLE:
        return None
    last = next((at for at, word in enumerate(rest) if word.kind not in _VERBS), len(rest))
    said = "".join(word.text for word in _phrase(tuple(rest[last:])).noun)
    deed = "".join(word.text for word in rest[max(0, last - 2) : last])
    return Naming(deed + said + "人数") if 1 < len(said) <= 6 else None


def _named(noun: str, verbs: list[str], full: str, listed: bool = False) -> Naming | None:
    """The noun, with its verb where it tells or the noun alone says too little."""
    telling = [verb for verb in verbs if verb and verb not in words("light_verbs")]
    vague = noun in words("vague_nouns")
    verb = telling[0] if telling else ""
    wanted = verb in words("telling_verbs") or len(noun) <= SHORT or vague or listed
    longer = [each + noun for each in verbs if each] + ([full] if full != noun and not listed else [])
    if verb and wanted and not noun.startswith(verb):
        return Naming(verb + noun, tuple(each for each in longer if each != verb + noun))
    if vague:
        longer = [each + noun for each in verbs if each in _TOOK_PLACE]
    return Naming(noun, tuple(longer), vague or (listed and len(noun) > SHORT))


def _is_name(name: str) -> bool:
    return SHORT <= len(name) <= LONGEST + 4 and bool(_NAME.fullmatch(name))


@cache
def _scopes() -> frozenset[str]:
    """Words of time and place that belong to no name; averages do (人均收入)."""
    return frozenset(words("scopes")) - {"人均", "日均", "户均", "年均", "月均", "平均", "年度"}


@cache
def _moves() -> frozenset[str]:
    """What a figure does: 提高到67%, 保持在90%."""
    return frozenset(
        (*words("rises"), *words("falls"), "保持", "稳定", "设定", "控制", "提高", "达到", "定", "继续", "扩展")
    )


@cache
def _unit_nouns() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in words("unit_nouns"))


def counted_as(unit: str) -> str:
    """What a unit counts: 人数 of 人, 金额 of 万元; "" where that is no noun of its own."""
    return _unit_nouns().get(unit, "")
