"""Where a text names the office's own leaders, rightly or nearly, and with what post beside the name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.check.office import Leader

HAN = "[\u4e00-\u9fff]"
_BETWEEN_POSTS = re.compile(r"[、，,；;/兼\s]+")
_NOT_THIS_POST = "(?<![副原前任代])"
"""副馆长 is no 馆长, and 原馆长 not one of today."""
_BEGINS = f"(?:(?<!{HAN})|(?<=[由和与及对长记任席理]))"
_ENDS = (
    r"(?=[、，。；：）”\s]|\Z|同志|等|主持|指出|强调|要求|介绍|表示|出席|参加|陪同|作|带队|率队|一行|讲话|致辞|传达)"
)


class Named(NamedTuple):
    """A name at the characters ``start`` to ``end``; the post beside it, "" for none, and whether it is ``behind``."""

    start: int
    end: int
    name: str
    post: str = ""
    behind: bool = False


def posts(leader: Leader) -> tuple[str, ...]:
    """The posts that somebody holds: 党总支书记、馆长 are two."""
    return tuple(post for post in _BETWEEN_POSTS.split(leader.post) if post)


def named(text: str, leaders: tuple[Leader, ...]) -> Iterator[Named]:
    """The leaders' names in a text, in order."""
    for match in _any_of(each.name for each in leaders).finditer(text):
        yield Named(match.start(), match.end(), match[0])


def named_with_post(text: str, leaders: tuple[Leader, ...]) -> Iterator[Named]:
    """The leaders' names that stand right beside a post that one of them holds."""
    held = [post for each in leaders for post in posts(each)]
    return _beside(text, _any_of(each.name for each in leaders).pattern, held)


def nearly_named_with_post(text: str, leader: Leader) -> Iterator[Named]:
    """Names one character off a leader's, right beside a post of his; of two characters the first has to be right."""
    ends = "" if len(leader.name) > 2 else _ENDS
    return _beside(text, f"(?:{_near(leader.name)}){ends}", posts(leader))


def nearly_named(text: str, leader: Leader) -> Iterator[Named]:
    """Names of three characters or more, one off a leader's and not the first, that stand as a name does."""
    if len(leader.name) > 2:
        for match in re.finditer(f"{_BEGINS}(?:{_near(leader.name)}){_ENDS}", text):
            yield Named(match.start(), match.end(), match[0])


def _beside(text: str, name: str, held: Iterable[str]) -> Iterator[Named]:
    post = _any_of(held).pattern
    pattern = f"{_NOT_THIS_POST}(?P<post>{post})(?P<name>{name})|(?P<first>{name})(?P<behind>{post})"
    for match in re.finditer(pattern, text):
        group = "name" if match["name"] else "first"
        yield Named(*match.span(group), match[group], match["post"] or match["behind"], group == "first")


def _near(name: str) -> str:
    """A pattern for names that begin as this one and differ in one character."""
    others = (
        f"{re.escape(name[:at])}(?!{re.escape(name[at])}){HAN}{re.escape(name[at + 1 :])}" for at in range(1, len(name))
    )
    return "|".join(others) or "(?!)"


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return _alternation(frozenset(filter(None, words)))


@cache
def _alternation(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words)})")
