"""Lengths and sizes as an office writes them: 37 mm, 16 pt, 三号, 2 字."""

from __future__ import annotations

TWIPS_PER_POINT = 20
TWIPS = {
    "mm": 1440 / 25.4,
    "cm": 1440 / 2.54,
    "in": 1440.0,
    "pt": 20.0,
    "磅": 20.0,
    "毫米": 1440 / 25.4,
    "厘米": 1440 / 2.54,
}

# The named sizes of Chinese type, in half-points as Word counts them.
SIZES = {
    "初号": 84,
    "小初": 72,
    "一号": 52,
    "小一": 48,
    "二号": 44,
    "小二": 36,
    "三号": 32,
    "小三": 30,
    "四号": 28,
    "小四": 24,
    "五号": 21,
    "小五": 18,
    "六号": 15,
    "小六": 13,
    "七号": 11,
    "八号": 10,
}


def twips(text: str) -> int:
    """Twentieths of a point from a length with its unit: ``37 mm`` is 2098. ValueError where it is none."""
    number, unit = _split(text)
    if unit not in TWIPS:
        raise ValueError(text)
    return round(number * TWIPS[unit])


def half_points(text: str) -> int:
    """A type size: 三号 or ``16 pt`` is 32. ValueError where it is none."""
    return SIZES[text] if text in SIZES else round(twips(text) * 2 / TWIPS_PER_POINT)


def characters(text: str) -> float:
    """A width in 字: ``2 字``, or ``2`` alone. ValueError where it is none."""
    return _count(text, "字")


def lines(text: str) -> float:
    """A height in lines: ``1 行``, or ``1`` alone. ValueError where it is none."""
    return _count(text, "行")


def _count(text: str, unit: str) -> float:
    number, given = _split(text)
    if given not in ("", unit):
        raise ValueError(text)
    return number


def _split(text: str) -> tuple[float, str]:
    number = text.rstrip("abcdefghijklmnopqrstuvwxyz字行磅毫厘米 ")
    value = float(number)
    if not -1000 <= value <= 1000:
        raise ValueError(text)
    return value, text[len(number) :].strip()
