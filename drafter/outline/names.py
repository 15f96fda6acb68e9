"""Every word of the outline format: its English, its one Chinese name, and what it means, from ``names.json``.

A word means something in its *table* only: ``unit`` is a key of ``fact`` and also a filter; what a key means depends
on where it stands. Loader, schema, starters and "did you mean" all read this one file.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache

import msgspec


class Name(msgspec.Struct, frozen=True):
    """One word. ``shape`` is how the value of a key is read (``words:roles``: a word of that table).

    ``label`` is what a placeholder calls the field; ``also`` lists further spellings. A kind has its ``own_paper``,
    ``year``, the difference between the year it reports on and the meeting's (none at a year's end), and the roles
    that it ``needs``: ``tasks|goals`` is either.
    """

    en: str
    zh: str
    about_en: str
    about_zh: str
    shape: str = ""
    label: str = ""
    also: tuple[str, ...] = ()
    own_paper: str = ""
    year: int = 0
    needs: tuple[str, ...] = ()


@cache
def tables() -> dict[str, tuple[Name, ...]]:
    """All tables, each in its canonical order."""
    with open(os.path.join(os.path.dirname(__file__), "names.json"), "rb") as file:  # noqa: PTH118, PTH120, PTH123
        return msgspec.json.decode(file.read(), type=dict[str, tuple[Name, ...]])


@cache
def lookup(table: str) -> dict[str, Name]:
    """The words of a table by every spelling that stands for them."""
    return {word: name for name in tables()[table] for word in (name.en, name.zh, *name.also)}


def find(table: str, word: str) -> Name | None:
    """The entry a word stands for, in either language, full-width or not; None where there is no such word."""
    return lookup(table).get(word) or _folded(table).get(fold(word))


def canonical(table: str, word: str) -> str | None:
    """The English of a word in either language; None where the table has no such word."""
    name = find(table, word)
    return name.en if name else None


def chinese(table: str, word: str) -> str:
    """The Chinese name of a word in either language; the word itself where the table has none."""
    name = find(table, word)
    return name.zh if name else word


def own_paper(kind: str) -> str:
    """The paper that ``render`` makes of a kind when none is asked for: ``report`` for a kind of the writer's own."""
    name = find("kinds", kind)
    return name.own_paper if name else "report"


def nearest(word: str, words: list[str]) -> str:
    """The one of ``words`` that was probably meant; "" where none is near."""
    from difflib import get_close_matches

    folded = {fold(each): each for each in reversed(words)}
    return next(
        (folded[match] for match in get_close_matches(fold(word), folded, 1, 0.6 if word.isascii() else 0.5)), ""
    )


def suggest(table: str, word: str) -> str:
    """The word of a table, in either language, that was probably meant; "" where none is near."""
    return nearest(word, list(lookup(table)))


def spelled(table: str, like: str) -> str:
    """All words of a table in the language that ``like`` is written in, to be read in a sentence."""
    return (
        ", ".join(name.en for name in tables()[table])
        if like.isascii()
        else "、".join(name.zh for name in tables()[table])
    )


def fold(word: str) -> str:
    """A word without the differences nobody sees: width, case, blanks around it (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", word).strip().casefold()


@cache
def _folded(table: str) -> dict[str, Name]:
    """Words by what is left of them; ① is not to be had for a 1, nor any other for a number alone."""
    return {folded: name for word, name in lookup(table).items() if not (folded := fold(word)).isdecimal()}
