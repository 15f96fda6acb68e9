"""What is commemorated, and the year that its anniversaries count from."""

from __future__ import annotations

from functools import cache

from drafter.language.words import words

US = ("我馆", "本馆", "我局", "本局", "我院", "本院", "我校", "本校")


@cache
def events() -> dict[str, int]:
    """What is commemorated, the longest name first, and the year it counts from; 0 for the organization's own."""
    found, year = {}, 0
    for word in words("founded"):
        if word.isdecimal():
            year = int(word)
        else:
            found[word] = year
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


def event(before: str) -> str:
    """What is commemorated where ``before`` are the words before an anniversary; "" where it is nothing known."""
    said = before.removesuffix("的")
    return next((name for name in events() if said.endswith(name)), "")


def is_own(before: str, names: tuple[str, ...]) -> bool:
    """Whether the words before 建馆, 成立 speak of the organization itself, called ``names``, and of no other."""
    return before.endswith((*US, *names)) or not before[-1:].strip("，。；：、是为迎来庆祝纪念\n")
