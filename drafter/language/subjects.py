"""What a figure counts, as a noun a person would call it by: 接待游客, 集体学习, 意见建议, 新增上市企业.

The words come from the clause of the figure: those behind it (80多条意见建议) or those before (义务讲解322场次).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.language.clauses import clause, in_words, stretch
from drafter.language.mentions import Mention
from drafter.language.naming import SHORT, Naming, by_deed, counted_as, is_name, named, with_verb
from drafter.language.nouns import LONGEST, VERBS, Phrase, phrase, stripped
from drafter.language.nouns_behind import PEOPLE, is_size, last_verb, next_verb, noun_behind
from drafter.language.quantities import PERCENT, Quantity
from drafter.language.shares import SHARE, share_before, share_behind, share_done
from drafter.language.words import words

if TYPE_CHECKING:
    from drafter.language.lexicon import Word

_SHORT_DEED = 3
_LONGEST_DONE = 6
_OPEN = ("的", "等", "等等")
_SPANS = ("天", "小时", "岁")
_RATES = tuple("率比度幅速额例重数值标")
_SHARES = (SHARE, "比重", "比例")
_ALONE = ("累计", SHARE, "最高", "最多")


def naming(text: str, mention: Mention, seam: int = 0) -> Naming | None:
    """What the figure of a mention is called; None where its clause has no noun for it.

    ``seam`` is where the figure before it ends: what stands before that belongs to that one.
    """
    unit = mention.quantity.unit
    if unit in PERCENT and text.startswith("的", mention.end):
        said = share_behind(text, mention)
        return Naming(said) if is_name(said) else None
    if not (unit or mention.quantity.scale) or _is_uncounted(mention) or _qualifies(text, mention):
        return None
    before = in_words(clause(text, mention.start, seam))
    behind = in_words(stretch(text, mention.end))
    if behind and (behind[0].text in words("levels") or (mention.quantity.about == "以上" and _is_noun(behind[0]))):
        return None
    found = _counted(before, behind, mention) if unit not in (*PERCENT, *_SPANS) else None
    if unit or not behind:
        found = found or _led(before, behind, mention) or _doers(before, behind, mention)
    return with_verb(found, in_words(clause(text, mention.start, 0))) if found and is_name(found.name) else None


def subject(text: str, at: int, seam: int = 0) -> Naming | None:
    """What stands before ``at`` and has something said of it: 网上零售额 before 增长19%; None where no noun does."""
    before = Mention(at, at, Quantity(Decimal(1), "项"))
    return None if _qualifies(text, before) else _led(in_words(clause(text, at, seam)), (), before)


def stands_alone(text: str, at: int) -> bool:
    """Whether nothing is named in the clause before ``at``: 9570家，比上年 before 增长8.6%."""
    return text[at - 1 : at] in ("、", "，") or not stripped(in_words(clause(text, at, 0)))


def chained(text: str, mention: Mention, before: Mention) -> Naming | None:
    """What a second figure of the same is called: 人次, of 来访156批次、342人次."""
    counted = counted_as(mention.quantity.unit)
    is_second = text[before.end : mention.start] in ("、", "") and before.quantity.unit != mention.quantity.unit
    return Naming(counted, vague=True) if is_second and len(counted) > 1 and not stretch(text, mention.end) else None


def _qualifies(text: str, mention: Mention) -> bool:
    """Whether a figure only says which: 过10亿元的增长点, 24小时自助; or is one of those that 分别 deals out."""
    before = text[max(0, mention.start - 6) : mention.start]
    always = mention.quantity.unit in ("小时", "天") and mention.quantity.number in (24, 365)
    passes = before.endswith("过") and not before.endswith(("超过", "通过"))
    return always or passes or text[mention.end : mention.end + 1] == "的" or "分别" in before


def _is_uncounted(mention: Mention) -> bool:
    """Whether a figure names a time, a rank or a level; 3万字 and 2万米 are counted all the same."""
    return mention.quantity.unit in words("uncounted_units") and not mention.quantity.scale


def _is_noun(word: Word) -> bool:
    return word.kind in ("n", "a", "w")


def _counted(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """Named by the noun behind: 80多条意见建议, 接待241家单位, 14家企业上榜."""
    noun, rest = noun_behind(behind, mention.quantity.unit)
    if not noun or noun in words("levels") or is_size(noun, mention.quantity.unit):
        return None
    verbs = [last_verb(before), next_verb(rest)]
    found = named(noun, [verb for verb in verbs if verb], "")
    done = "".join(word.text for word in rest if word.kind not in ("d", "u", "|"))
    told = done + noun if rest and rest[0].kind in VERBS and len(done) > 1 and len(done + noun) <= LONGEST else ""
    return Naming(found.name, (*found.longer, told), True) if found.vague and told else found


def _led(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """Named by the noun before: 义务讲解322场次, 参赛率达90%; by a verb alone where none is: 惠及97.9万户."""
    is_share = mention.quantity.unit in PERCENT
    if is_share and any(word.text == "占" for word in before):
        share = share_before(before)
        return Naming(share, vague=share == SHARE)
    done = share_done(before) if is_share else ""
    if done:
        return Naming(done)
    share = next((word.text for word in before if is_share and word.text in _SHARES), "")
    said = stripped(before, keep=share)
    if not said or (len(said) == 1 and said[0].text in _SHARES):
        return next((Naming(word.text, vague=True) for word in before if word.text in _ALONE), None)
    if said[-1].text in _OPEN:
        return _had(said, behind, mention.quantity.unit)
    found = phrase(said)
    if not found.noun:
        is_spent = mention.quantity.unit in words("measured") and behind and behind[0].kind in VERBS
        return None if behind and not is_spent else _done(said, found.verb, mention)
    return _of_noun(found, behind, mention)


def _had(said: tuple[Word, ...], behind: tuple[Word, ...], unit: str) -> Naming | None:
    """学历人数, of 具有硕士以上学历的52人."""
    if said[-1].text != "的" or behind or unit not in PEOPLE:
        return None
    noun = "".join(word.text for word in phrase(said[:-1]).noun)
    return Naming(noun + counted_as(unit)) if len(noun) > 1 else None


def _of_noun(found: Phrase, behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """Named by a noun; a share of what is no rate itself is its 占比, days are 天数."""
    noun, unit = "".join(word.text for word in found.noun), mention.quantity.unit
    if unit in PERCENT and not noun.endswith(_RATES):
        return None if behind else named(noun + SHARE, [], "", found.listed)
    if is_size("".join(word.text for word in behind), unit):
        return None
    days = "天数" if unit == "天" and len(noun) <= _SHORT_DEED else ""
    return named(noun + days, [found.verb], found.full, found.listed)


def _done(said: tuple[Word, ...], verb: str, mention: Mention) -> Naming | None:
    """外卡POS机新增5.4万台 are 新增外卡POS机; 新建、改扩建72个 are 新建改扩建数."""
    first = len(said)
    while first and (said[first - 1].kind in VERBS or (said[first - 1].text == "、" and said[first - 2].kind in VERBS)):
        first -= 1
    deed = "".join(word.text for word in said[first:] if word.text != "、")
    noun = "".join(word.text for word in phrase(said[:first]).noun)
    return named(noun, [deed], "") if len(noun) > SHORT else by_deed(deed or verb, mention.quantity.unit)


def _doers(before: tuple[Word, ...], behind: tuple[Word, ...], mention: Mention) -> Naming | None:
    """参与竞赛人数, of 约1100人参与了竞赛."""
    rest = [word for word in behind if word.kind not in ("d", "u", "p")]
    said = stripped(before)
    if (said and said[-1].text not in _OPEN) or not rest or rest[0].kind not in VERBS:
        return None
    if len(rest) == 1:
        return by_deed(rest[0].text, mention.quantity.unit)
    counted = counted_as(mention.quantity.unit)
    last = next((at for at, word in enumerate(rest) if word.kind not in VERBS), len(rest))
    noun = "".join(word.text for word in phrase(tuple(rest[last:])).noun)
    deed = "".join(word.text for word in rest[max(0, last - 2) : last])
    return Naming(deed + noun + counted) if counted and 1 < len(noun) <= _LONGEST_DONE else None
