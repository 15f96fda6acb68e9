"""How programs print the numbers of lists, by the names Word has for it (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language.numerals import digits_han, han

if TYPE_CHECKING:
    from collections.abc import Callable

_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HIGHEST_ROMAN = 3999
_HIGHEST_LETTER = 780


def numeral(number: int, format: str) -> str:
    """``number`` in a format of Word's; decimal where Word knows more formats than are written in China."""
    write = _FORMATS.get(format, str)
    return write(number)


def _roman(number: int) -> str:
    if not 1 <= number <= _HIGHEST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _letter(number: int) -> str:
    """A to Z, then AA to ZZ: Word doubles letters, it does not count on (AB) as spreadsheets do."""
    if not 1 <= number <= _HIGHEST_LETTER:
        return str(number)
    times, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    """One sign a number, decimal past the last."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _signs(first: str, count: int) -> Callable[[int], str]:
    return _one_of("".join(chr(ord(first) + index) for index in range(count)))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "japaneseCounting": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "ideographDigital": digits_han,
    "japaneseDigitalTenThousand": digits_han,
    "taiwaneseDigital": digits_han,
    "chineseLegalSimplified": lambda number: _spelled(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: _spelled(number).translate(_LEGAL),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "none": lambda _: "",
}


def _spelled(number: int) -> str:
    """A number as it is written out on cheques: 10 is 一十."""
    return ("一" if 10 <= number < 20 else "") + han(number)
