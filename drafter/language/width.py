"""Half and full width: the marks of Chinese text beside Han, digits and Latin letters that were typed too wide."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
NARROW = {**{ord("０") + n: ord("0") + n for n in range(10)}, **{ord("Ａ") + n: ord("A") + n for n in range(26)}}
NARROW |= {ord("ａ") + n: ord("a") + n for n in range(26)} | {ord("％"): ord("%"), ord("．"): ord(".")}
NARROW |= dict.fromkeys((0x00A0, 0x3000, 0x2003, 0x2002, 0x2009), ord(" "))

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
BLANKS = " \t\u00a0\u2002\u2003\u2009\u3000"
_WIDE = f"{HAN}\u3001-\u301f\uff00-\uff0f\uff1a-\uff20“”‘’…—"
_BRACKETS = "()（）"
Run = tuple[int, int]


def normal(text: str) -> str:
    """``text``, as long as it was, with full-width marks beside Han and half-width digits, letters and blanks."""
    marks = too_narrow(text)
    if marks:
        chars = list(text)
        for at in marks:
            chars[at] = text[at].translate(WIDE_MARKS)
        text = "".join(chars)
    return _too_wide().sub(lambda match: match[0].translate(NARROW), text)


def too_narrow(text: str) -> list[int]:
    """Where ``text`` has a half-width mark that should be full-width, in order.

    So is one beside Han or a full-width mark, a blank between them or not; one that ends a line in which Han stands;
    and the partner of a bracket that is (GB/T 15834-2011 5.1). Addresses, times and Latin text are not looked for here.
    """
    runs = [match.span() for match in _runs().finditer(text)]
    run_at = {at: run for run in runs for at in range(*run)}
    partners = dict(_partners(text)) if runs else {}
    beside_one_that_is = [run_at[at] for at, other in partners.items() if text[other] in "（）" and at in run_at]
    return sorted(_spread([run for run in runs if _beside(text, *run)] + beside_one_that_is, run_at, partners, text))


def is_han(char: str) -> bool:
    """Whether a character is Han; "" is not."""
    return bool(char) and bool(_han().match(char))


def _spread(wide: list[Run], run_at: dict[int, Run], partners: dict[int, int], text: str) -> set[int]:
    """The marks of ``wide`` runs and of all that are beside them or hold the partners of their brackets."""
    found: set[int] = set()
    while wide:
        start, end = wide.pop()
        if start in found:
            continue
        found.update(range(start, end))
        beside = [partners.get(at, -1) for at in range(start, end)]
        if text[start - 1 : start] == " " and text[start - 2 : start - 1] not in "()":
            beside.append(start - 2)
        wide += [run_at[at] for at in beside if at in run_at]
    return found


def _beside(text: str, start: int, end: int) -> bool:
    """Whether the run of half-width marks from ``start`` to ``end`` stands beside something wide, or closes a line."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _is_wide(before) or _is_wide(after):
        return True
    if after == " " and _is_wide(text[end + 1 : end + 2]):
        return text[end - 1] not in "()"
    return not after.strip("\n\v") and text[end - 1] != "(" and bool(before) and _in_han_line(text, start)


def _is_wide(char: str) -> bool:
    return bool(char) and bool(_wide().match(char))


def _in_han_line(text: str, at: int) -> bool:
    """Whether Han stands among the hundred characters before ``at`` on its line."""
    near = max(0, at - 100)
    return bool(_han().search(text, max(near, text.rfind("\n", near, at)), at))


def _partners(text: str) -> Iterator[tuple[int, int]]:
    """The round brackets of either width that close each other on one line, both ways."""
    open_at: list[int] = []
    for match in _bracket().finditer(text):
        if match[0] == "\n":
            open_at.clear()
        elif match[0] in "(（":
            open_at.append(match.start())
        elif open_at:
            opening = open_at.pop()
            yield from ((opening, match.start()), (match.start(), opening))


@cache
def _runs() -> re.Pattern[str]:
    return re.compile("[,;:?!()]++")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(f"[{_BRACKETS}\n]")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}]")


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


@cache
def _too_wide() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, NARROW))}]")
