"""How a figure is called, made of the noun that it counts, the verb that governs it, and its unit: 惠及户数."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.language.clauses import NAME
from drafter.language.nouns import LONGEST, first_verb
from drafter.language.words import words

if TYPE_CHECKING:
    from drafter.language.lexicon import Word

SHORT = 2
"""Characters of a noun that says too little without its verb."""
TOOK_PLACE = ("开展", "举办", "组织", "参加", "召开", "举行")

_TOOK_PART = ("参加", "参与")


class Naming(msgspec.Struct, frozen=True):
    """``name`` is what to call a figure; ``longer`` are names that tell it from others called so, the best first.

    ``vague``: the name alone does not say what is counted.
    """

    name: str
    longer: tuple[str, ...] = ()
    vague: bool = False


def named(noun: str, verbs: list[str], full: str, listed: bool = False) -> Naming:
    """The noun, with its verb where it tells or the noun alone says too little."""
    noun = noun.lstrip("0123456789")
    telling = [verb for verb in verbs if verb and verb not in words("light_verbs")]
    vague = noun in words("vague_nouns")
    verb = telling[0] if telling else ""
    wanted = verb in words("telling_verbs") or len(noun) <= SHORT or vague or listed
    longer = [each + noun for each in verbs if each] + ([full] if full != noun and not listed else [])
    if verb and wanted and not noun.startswith(verb):
        return Naming(verb + noun, tuple(each for each in longer if each != verb + noun))
    if vague:
        longer = [each + noun for each in verbs if each in TOOK_PLACE]
    return Naming(noun, tuple(longer), vague or (listed and len(noun) > SHORT))


def by_deed(verb: str, unit: str) -> Naming | None:
    """惠及户数, 建成数: what only a verb tells."""
    counted = counted_as(unit)
    if counted and verb in _TOOK_PART:
        return Naming(verb + counted, vague=True)
    tells = counted and verb and verb not in words("light_verbs")
    return Naming(verb + counted) if tells else None


def with_verb(found: Naming, said: tuple[Word, ...]) -> Naming:
    """A naming that can also be told from others by the first verb of its clause."""
    verb = first_verb(said).rstrip("到了")
    other = verb + found.name
    is_light = found.vague and verb not in TOOK_PLACE and verb in words("light_verbs")
    if not verb or is_light or found.name.startswith(verb) or other in found.longer or len(other) > LONGEST:
        return found
    return msgspec.structs.replace(found, longer=(*found.longer, other))


def is_name(name: str) -> bool:
    """Whether it is of the length of a name, and of letters, digits and Han alone."""
    return SHORT <= len(name) <= LONGEST + 4 and bool(NAME.fullmatch(name))


def counted_as(unit: str) -> str:
    """What a unit counts: 人数 of 人, 金额 of 万元, 数 of 个; "" where that is no noun of its own."""
    return _unit_nouns().get(unit) or ("数" if unit in words("measures") else "")


@cache
def _unit_nouns() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in words("unit_nouns"))
