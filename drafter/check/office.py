"""What an office says of itself and of its checks: ``drafter.yaml`` in the folder of the file, or above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from drafter.outline.checking import Word
from drafter.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.checking import Checking
    from drafter.outline.model import Outline, Person
    from drafter.outline.settings import Settings

__all__ = ["Leader", "Office", "Word", "faults", "office"]


class Leader(msgspec.Struct, frozen=True):
    """One of the organization's own leaders: name, post, form of address; "" for what is not said."""

    name: str
    post: str = ""
    call: str = ""


class Office(msgspec.Struct, frozen=True):
    """What rules know of the office. ``leaders`` stand in order; ``year`` is that of the paper, 0 where unknown.

    ``words`` are the office's own; those that come with Drafter are ``word_list.built_in()``.
    ``last`` is the text of last year's paper, paragraphs parted by ``\\n``; "" where nobody gave it.
    """

    name: str = ""
    abbr: str = ""
    self: str = ""
    founded: int = 0
    year: int = 0
    leaders: tuple[Leader, ...] = ()
    words: tuple[Word, ...] = ()
    severities: dict[str, Severity] = {}
    ignored: frozenset[str] = frozenset()
    last: str = ""


def office(settings: Settings, outline: Outline | None) -> Office:
    """What the settings of a folder say and, for an outline, what it says itself, field by field."""
    own = settings.organization if outline is None else msgspec.structs.asdict(outline.organization)
    leaders = settings.leaders if outline is None else outline.leaders
    year = outline.year if outline else 0
    return Office(
        _said(own.get("name")),
        _said(own.get("abbr")),
        _said(own.get("self")),
        founded=_number(own.get("founded")),
        year=_number(year),
        leaders=tuple(_leader(person) for person in leaders if person.name),
        words=_words(settings.checking),
        severities={code: severity for said, severity in settings.checking.severities.items() for code in _codes(said)},
        ignored=frozenset(code for said in settings.checking.ignored for code in _codes(said)),
    )


def faults(settings: Settings) -> tuple[Problem, ...]:
    """What is wrong with the settings that only checks can tell: rules nothing is called, mistakes in word lists."""
    checking = settings.checking
    named = dict.fromkeys((*checking.severities, *checking.ignored))
    return (*(_unknown(said, checking) for said in named if not _codes(said)), *_in_lists(checking))


def _words(checking: Checking) -> tuple[Word, ...]:
    if not checking.lists:
        return checking.words
    from drafter.check.word_list import read

    return (*checking.words, *(word for path in checking.lists for word in read(path)[0]))


def _in_lists(checking: Checking) -> Iterator[Problem]:
    if checking.lists:
        from drafter.check.word_list import read

        yield from (problem for path in checking.lists for problem in read(path)[1])


def _codes(said: str) -> frozenset[str]:
    from drafter.check.called import codes

    return codes(said)


def _unknown(said: str, checking: Checking) -> Problem:
    from drafter.check.called import near

    meant = near(said)
    remedy = "check.did-you-mean" if meant else ""
    return Problem("check.no-such-rule", checking.places[said], {"rule": said, "near": meant}, remedy=remedy)


def _leader(person: Person) -> Leader:
    return Leader(_said(person.name), _said(person.post), _said(person.call))


def _said(field: Any) -> str:
    """A text that stands by itself; "" for a gap, and for one that refers to something."""
    return str(field) if isinstance(field, str) and "{{" not in field else ""


def _number(field: Any) -> int:
    return field if isinstance(field, int) else 0
