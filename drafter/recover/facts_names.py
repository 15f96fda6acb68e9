"""One name for each figure, and for no other: what is called alike is told apart by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from drafter.language import lexicon
from drafter.language.clauses import in_words
from drafter.language.naming import counted_as, is_name
from drafter.language.nouns import LONGEST, phrase
from drafter.language.words import words
from drafter.outline import names
from drafter.outline.facts import UNUSABLE
from drafter.outline.references import fold
from drafter.recover.facts_figures import Figure, prints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.facts_figures import Printed

PLANNED = "计划"
_LONGEST_HEADING = 6
_NEAR = 40
_CLAUSE = re.compile("[，；：、（）]")
_CLAUSES = 4
_DIGIT = re.compile("[0-9]")
_MEASURES = tuple("率量额值例度数入")
_SCOPE = re.compile(
    "全[国省市县区州镇馆局院校]|[三五]年|[上下]半年|[一二三四]季度|今年|去年|上年|全年|每年|日均|月均|年均|春节|国庆|暑期"
)


class Named(msgspec.Struct, frozen=True):
    """A figure under its final name."""

    name: str
    figure: Figure


class _Known:
    """What is named already: whose each name is, and what was last named in each sentence."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.alike: dict[str, set[Printed]] = {}
        self.owners: dict[str, Printed] = {}
        self.sentences: dict[tuple[int, int], list[Named]] = {}
        for figure in figures:
            if not figure.planned:
                self.alike.setdefault(figure.naming.name, set()).add(figure.printed)
        self.units = Counter((name, each.unit) for name, printed in self.alike.items() for each in printed)

    def is_free(self, name: str, figure: Figure) -> bool:
        """Whether a name is nobody's, or that of the same figure, printed alike (5.0 is 5, and is not)."""
        owner = self.owners.get(fold(name), figure.printed)
        return is_usable(name) and owner == figure.printed and prints(owner) == prints(figure.printed)

    def is_clear(self, figure: Figure) -> bool:
        """Whether nothing else is called as a figure is by itself."""
        return not figure.naming.vague and len(self.alike.get(figure.naming.name, ())) <= 1

    def add(self, each: Named) -> None:
        """Remember what a figure is called from now on."""
        self.owners[fold(each.name)] = each.figure.printed
        self.sentences.setdefault(_sentence(each.figure), []).append(each)

    def before(self, figure: Figure) -> str:
        """The name of the last figure before one in its sentence, "" for none."""
        said = self.sentences.get(_sentence(figure), [])
        earlier = [each for each in said[-_NEAR:] if each.figure.mention.start < figure.mention.start]
        return max(earlier, key=_position).name if earlier else ""


def named(figures: Sequence[Figure]) -> tuple[Named, ...]:
    """The figures with their names, in order; those that no name tells from the others are left out."""
    known, found = _Known(figures), list[Named]()
    for figure in sorted(figures, key=lambda each: (each.planned, not known.is_clear(each))):
        name = next((name for name in _candidates(figure, known) if known.is_free(name, figure)), "")
        if name:
            found.append(Named(name, figure))
            known.add(found[-1])
    return tuple(sorted(found, key=_position))


def _position(each: Named) -> tuple[int, int]:
    return each.figure.part, each.figure.mention.start


def _sentence(figure: Figure) -> tuple[int, int]:
    return figure.part, figure.sentence


def _candidates(figure: Figure, known: _Known) -> Iterator[str]:
    """Names for a figure, the plainest first where nothing else is called so, and last where something is."""
    name, vague = figure.naming.name, figure.naming.vague
    if known.is_clear(figure):
        yield name
    if figure.planned and not vague:
        yield PLANNED + name
    if name in words("attributes"):
        yield from _measured(figure, known)
        yield from _in_context(figure)
    else:
        yield from figure.naming.longer
    if not vague:
        yield from _told_apart(figure, known)
        yield name


def _measured(figure: Figure, known: _Known) -> Iterator[str]:
    """The name behind that of the figure before it in its sentence: 短视频点击量, where 短视频19期 stands before."""
    name, before = figure.naming.name, known.before(figure)
    if before and not before.endswith(name):
        yield _bare(before, name) + name


def _told_apart(figure: Figure, known: _Known) -> Iterator[str]:
    """The name with what its unit counts, where another has another unit; the name behind its heading's."""
    name, unit = figure.naming.name, figure.printed.unit
    counted = counted_as(unit)
    if len(counted) > 1 and not name.endswith(counted) and known.units[name, unit] <= 1:
        yield name + counted
    yield from _under(_topic(figure.heading), name)
    yield from _in_context(figure)


def _in_context(figure: Figure) -> Iterator[str]:
    """The name behind what the clauses before speak of, the nearest first: 粮食总产, of 粮食再获丰收，总产达到…

    Clauses with figures of their own speak of other things. Behind them, when or where it is counted: 五年, 全省.
    """
    clauses = [each for each in _CLAUSE.split(figure.said) if each and not _DIGIT.search(each)]
    for clause in reversed(clauses[-_CLAUSES:]):
        topic = _topic(clause) or (_object(clause) if figure.naming.vague else "")
        if not topic.endswith(_MEASURES) and not _is_cut(clause, topic):
            yield from _under(topic, figure.naming.name)
    yield from _of_scope(figure)


def _of_scope(figure: Figure) -> Iterator[str]:
    """The name behind when or where its clause or one before it says that it is counted."""
    name, vague = figure.naming.name, figure.naming.vague
    scopes = [] if vague else [match[0] for each in _CLAUSE.split(figure.said) if (match := _SCOPE.match(each))]
    for scope in reversed(scopes):
        if scope not in name and len(scope + name) <= LONGEST:
            yield scope + name


def _object(clause: str) -> str:
    """What a clause is about that begins with a verb: 评标范围, of 扩大评标范围，占比提高到50%."""
    return "".join(word.text for word in phrase(in_words(clause)).noun)


def _is_cut(clause: str, topic: str) -> bool:
    """Whether a topic is only the beginning of a longer noun: 一般公共 of 一般公共预算收入."""
    after = lexicon.split(clause.removeprefix(topic)) if clause.startswith(topic) else ()
    return bool(topic and after and after[0].kind == "n")


def _under(topic: str, name: str) -> Iterator[str]:
    if is_name(topic) and topic not in name and not is_scope(topic) and len(topic + name) <= LONGEST:
        yield topic + name


def is_scope(topic: str) -> bool:
    """Whether a topic says only when or where: 全市, 今年."""
    return topic in words("scopes")


def is_usable(name: str) -> bool:
    """Whether a fact may be called so."""
    return bool(name) and not names.canonical("references", name) and not any(mark in name for mark in UNUSABLE)


def _bare(short: str, name: str) -> str:
    """What a total is of: not only of those newly added, nor of a growth."""
    moved = (*words("rises"), *words("falls"))
    bare = next((short.removesuffix(verb) for verb in moved if short.endswith(verb)), short)
    return bare.removeprefix("新增") if name in ("总数", "累计", "总量") else bare


def _topic(heading: str) -> str:
    """The noun that a heading begins with: 安全生产 of 安全生产扎实推进."""
    topic = ""
    for word in lexicon.split(heading):
        if word.kind not in ("n", "w", "a") or len(topic + word.text) > _LONGEST_HEADING:
            break
        topic += word.text
    return topic if len(topic) > 1 else ""
