"""Han numerals: 一百一十七, 二〇二六, 两个. Whole numbers, both ways."""

from __future__ import annotations

from drafter.language.words import words

DIGITS = "零一二三四五六七八九"
YEAR_DIGITS = "〇一二三四五六七八九"
LONGEST = 100
SMALL = "[一二三四五六七八九十]{1,3}"
"""A numeral up to 九十九, as a pattern; some that it finds are none (十一一)."""

_PLACES = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_VALUES = {char: value for digits in (DIGITS, YEAR_DIGITS) for value, char in enumerate(digits)} | {"两": 2}
_SPELLED = frozenset(DIGITS + "亿万千百十")
_VARIANTS = str.maketrans("两〇", "二零")


def han(number: int) -> str:
    """``number`` in Han: 10 → 十, 117 → 一百一十七, 10010 → 一万零一十; 负 before a negative one."""
    if number < 0:
        return "负" + han(-number)
    spelled = _spell(number)
    return spelled[1:] if spelled.startswith("一十") else spelled


def count_han(number: int, measure: str = "") -> str:
    """``number`` as it is counted: 2 is 两 where ``measure`` begins with a measure word (两个方面), else 二.

    ``measure`` may be whatever text follows; it is not part of the result. 级 is none: 二级.
    """
    return "两" if number == 2 and measure.startswith(words("measures")) else han(number)


def digits_han(number: int) -> str:
    """``number``, not negative, digit by digit, as Han years are written: 2026 → 二〇二六."""
    return "".join(YEAR_DIGITS[int(digit)] for digit in str(number))


def parse_han(text: str) -> int | None:
    """The number that all of ``text`` spells (一百一十七, 二〇二六, 两); None where it is no well-formed numeral."""
    if text.startswith("负"):
        number = parse_han(text[1:])
        return -number if number else None
    if not text or len(text) > LONGEST:
        return None
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    plain = text.translate(_VARIANTS)
    return _checked(plain) if _SPELLED.issuperset(plain) else None


def parse_whole(text: str) -> int | None:
    """The whole number that all of ``text`` spells, in Arabic digits or in Han; None where it is neither."""
    return int(text) if text.isdecimal() else parse_han(text)


def _spell(number: int) -> str:
    """``number`` spelled so that it can stand behind a larger part: 一十, not 十."""
    for sign, size in _PLACES:
        if number >= size:
            rest = number % size
            gap = "零" if 0 < rest < size // 10 else ""
            return _spell(number // size) + sign + gap + (_spell(rest) if rest else "")
    return DIGITS[number]


def _checked(spelled: str) -> int | None:
    """Spelling the number again is the test of form: 二百五 and 三十百 do not come back as they went in."""
    number = _add_up(spelled)
    return number if spelled in (_spell(number), han(number)) else None


def _add_up(spelled: str) -> int:
    for sign, size in _PLACES:
        head, found, tail = spelled.rpartition(sign)
        if found:
            return (_add_up(head) or 1) * size + _add_up(tail)
    return _VALUES[spelled[-1]] if spelled else 0
