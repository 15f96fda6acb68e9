"""The words a user may choose by: kinds, papers, formats; a wrong one is answered with the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import library
from drafter.outline import names
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.library import Entry


DIGITS = 9
"""Of a number somebody may mean."""


def papers(words: Iterable[str], near: str) -> list[str]:
    """The papers meant, each once, in the order given. Raises DrafterError for one that does not exist."""
    return list(dict.fromkeys(_paper(word, near) for word in words))


def paper_names(near: str) -> list[str]:
    """Every paper there is: the built-in ones in their own order, then those of the writer and the user."""
    return in_order("papers", library.entries("papers", near))


def kinds() -> list[str]:
    """Every starter there is, in the same order."""
    return in_order("kinds", library.entries("outlines"))


def in_order(table: str, entries: Iterable[Entry]) -> list[str]:
    """The names of library files, those that ``table`` knows first and as it has them."""
    found = [entry.name for entry in entries]
    known = [name.en for name in names.tables().get(table, ()) if name.en in found]
    return known + [name for name in found if name not in known]


def starter(word: str) -> tuple[str, str]:
    """Name and path of the starter of a kind. Raises DrafterError for one that does not exist."""
    name = names.canonical("kinds", word) or word
    path = library.find("outlines", name)
    if path is None:
        raise _unknown("cli.unknown-kind", word, "kinds", kinds())
    return name, path


def one_of(id: str, word: str, words: Iterable[str]) -> str:
    """``word`` where it is one of ``words``, however it is cased; else DrafterError with message ``id``."""
    meant = names.fold(word).removeprefix(".")
    known = list(words)
    if meant in known:
        return meant
    raise DrafterError(_problem(id, word.removeprefix("."), known, known))


def count(option: str, word: str) -> int | None:
    """A whole number from 1 up; None where there is no word. Raises DrafterError for any other."""
    if not word:
        return None
    if not (word.isdecimal() and len(word) <= DIGITS and int(word)):
        raise DrafterError(Problem("cli.not-a-number", args={"option": option, "word": word}))
    return int(word)


def _paper(word: str, near: str) -> str:
    name = names.canonical("papers", word) or word
    if name.startswith("_") or library.find("papers", name, near) is None:
        raise _unknown("cli.unknown-paper", word, "papers", paper_names(near))
    return name


def _unknown(id: str, word: str, table: str, known: list[str]) -> DrafterError:
    spellings = [*known, *(names.chinese(table, name) for name in known)]
    shown = [_both(table, name) for name in known]
    return DrafterError(_problem(id, word, spellings, shown))


def _both(table: str, name: str) -> str:
    chinese = names.chinese(table, name)
    return name if chinese == name else f"{chinese} ({name})"


def _problem(id: str, word: str, spellings: list[str], shown: list[str]) -> Problem:
    near = names.nearest(word, spellings)
    args: dict[str, str | int] = {"word": word, "near": near, "known": ", ".join(shown)}
    return Problem(id, args=args, remedy="cli.near" if near else "")
