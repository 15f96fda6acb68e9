"""Figures and what they did since last year: 4.5万人次, 80多条, 增长15.5%, printed and read.

Figures are exact decimals; only what is printed is rounded, half up, to one decimal (GB/T 15835-2011): down where the
word beside it says that there is more, up for 近.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from functools import cache

import msgspec

from drafter.language.words import words

SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
ABOUT_BEFORE = ("约", "近")
ABOUT_WITHIN = ("多", "余")
PERCENT = ("%", "％")
POINTS = "个百分点"
SAME = "持平"

ROUNDING = {"近": ROUND_UP, "多": ROUND_DOWN, "余": ROUND_DOWN, "以上": ROUND_DOWN}

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
_EXACT = Context(prec=200)


class Quantity(msgspec.Struct, frozen=True):
    """A figure as it stands in a text: ``number`` as written, in ``scale`` (万, 亿, 万亿 or ""), with its unit.

    ``about`` is 约, 近, 多, 余, 以上 or "". ``length`` counts the characters it takes.
    """

    number: Decimal
    unit: str = ""
    scale: str = ""
    about: str = ""
    length: int = 0

    @property
    def value(self) -> Decimal:
        """The full figure: 45000 for 4.5万."""
        return _EXACT.multiply(self.number, Decimal(SCALES[self.scale]))


def show(value: Decimal, unit: str = "", scale: str = "", about: str = "") -> str:
    """A figure with its unit: 45120人次 in 万 → 4.5万人次; about 多 → 80多条, 约 → 约1100人, 以上 → 90%以上.

    Without a scale the digits are those of ``value`` (4.50 stays 4.50); one too large for the figure is passed over.
    """
    scale = _scale_of(value, scale)
    share = _EXACT.divide(value, Decimal(SCALES[scale]))
    number = plain(_rounded(share, ROUNDING.get(about, ROUND_HALF_UP))) if scale else f"{value:f}"
    if about in ABOUT_WITHIN:
        return number + scale + _with_about(unit, about, _is_round(value, scale))
    front, back = (about, "") if about in ABOUT_BEFORE else ("", about)
    return front + number + scale + unit + back


def takes_more(value: Decimal, unit: str = "", scale: str = "") -> bool:
    """Whether 多 or 余 goes with a figure: 80多条, 2.3万余人次, 3年多, 45万余元; not with 64场."""
    return _is_round(value, _scale_of(value, scale)) or unit[:1] in tuple(filter(None, SCALES)) or _is_measured(unit)


def parse(text: str) -> Quantity | None:
    """The figure that ``text`` begins with, whatever follows it; None where it begins with none."""
    match = _pattern().match(text)
    if not match:
        return None
    about = next((match[name] for name in ("before", "early", "within", "inner", "after") if match[name]), "")
    unit = (match["piece"] or "") + (match["unit"] or "")
    number = Decimal(match["number"].replace(",", ""))
    return Quantity(number, unit, match["scale"] or "", about, match.end())


def growth(value: Decimal, previous: Decimal, unit: str = "", rank: bool = False) -> str:
    """What became of ``previous``: 增长15.5%, 下降4%, 提高2.3个百分点 (unit %), 上升6位 (rank), 增加5起 (from 0), 持平.

    Worked out from the full figures. The base is the caller's: ``against``.
    """
    if value == previous:
        return SAME
    if rank:
        return _moved(_EXACT.subtract(previous, value), "上升", "下降", unit or "位")
    difference = _EXACT.subtract(value, previous)
    if unit in PERCENT:
        return _moved(difference, "提高", "下降", POINTS)
    return _relative(difference, previous) or _moved(difference, "增加", "减少", unit)


def against(base: str, change: str) -> str:
    """A ``growth`` with what it is measured by: 比上年增长15.5%, but 与上年持平."""
    return ("与" if change.endswith(SAME) else "比") + base + change


def completion(value: Decimal, target: Decimal) -> str:
    """完成年度目标的90.2%; never 100% before the target is reached. A target of 0 is only named: 年度目标为0."""
    if target <= 0:
        return f"年度目标为{target:f}"
    share = _EXACT.divide(_EXACT.multiply(value, _HUNDRED), target)
    rounding = ROUND_DOWN if value < target else ROUND_HALF_UP
    return f"完成年度目标的{plain(share.quantize(_TENTH, rounding, _EXACT))}%"


def plain(number: Decimal) -> str:
    """The digits of ``number`` without exponent and without zeros at the end: 20.0 → 20."""
    return f"{number.normalize(_EXACT):f}"


def _rounded(number: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    return number.quantize(_TENTH, rounding, _EXACT)


def _scale_of(value: Decimal, scale: str) -> str:
    return scale if abs(value) >= SCALES[scale] else ""


def _is_round(value: Decimal, scale: str) -> bool:
    return bool(scale) or not _EXACT.remainder(value, Decimal(10))


def _is_measured(unit: str) -> bool:
    """Whether a unit can be had in part, so that 多 behind it says something: 3年多, 90.5%多."""
    return unit in PERCENT or unit in words("durations")


def _with_about(unit: str, about: str, is_round: bool) -> str:
    """多 and 余 stand before a unit (80多条), or for no round number behind or inside it (3年多, 3个多月, 45万余元)."""
    if not is_round and unit[1:] and unit[0] in ("万", "亿"):
        return unit[0] + about + unit[1:]
    if is_round or not _is_measured(unit):
        return about + unit
    return "个" + about + unit[1:] if unit[0] == "个" else unit + about


def _moved(difference: Decimal, up: str, down: str, unit: str) -> str:
    return (up if difference > 0 else down) + plain(abs(difference)) + unit


def _relative(difference: Decimal, previous: Decimal) -> str:
    """The change as a share of ``previous``; "" where a percentage would say nothing or too much."""
    if previous <= 0:
        return ""
    share = _rounded(_EXACT.divide(_EXACT.multiply(difference, _HUNDRED), previous))
    if not share:
        return "基本" + SAME
    falls_to_nothing = share <= -100 and difference != -previous
    return "" if falls_to_nothing else _moved(share, "增长", "下降", "%")


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted(words("units"), key=len, reverse=True)
    parted = [unit[1:] for unit in units if unit.startswith("个") and len(unit) > 1]
    return re.compile(
        rf"(?P<before>{'|'.join(ABOUT_BEFORE)})?"
        r"(?P<number>-?\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|-?\d+(?:\.\d+)?(?![.,]?\d))"
        r"(?:(?P<early>[多余])(?=[万亿]))?(?P<scale>万亿|[万亿])?(?P<within>[多余])?"
        rf"(?:(?P<piece>个)(?P<inner>[多余])(?={'|'.join(parted)}))?"
        rf"(?P<unit>{'|'.join(map(re.escape, units + parted))})?"
        r"(?P<after>以上|[多余](?=[^\u4e00-\u9fff]|$|[来时的]))?"
    )
