"""Half and full width: the marks of Chinese text beside Han, digits and Latin letters that were typed too wide."""

from __future__ import annotations

import re

WIDE_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
NARROW = {**{ord("０") + n: ord("0") + n for n in range(10)}, **{ord("Ａ") + n: ord("A") + n for n in range(26)}}
NARROW |= {ord("ａ") + n: ord("a") + n for n in range(26)} | {ord("％"): ord("%"), ord("．"): ord(".")}
NARROW |= dict.fromkeys((0x00A0, 0x3000, 0x2003, 0x2002, 0x2009), ord(" "))

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WIDE = f"[{HAN}\u3001-\u301f\uff00-\uff0f\uff1a-\uff20“”‘’…—]"
_BESIDE = re.compile(rf"(?<={_WIDE})[,;:?!()]+|[,;:?!()]+(?={_WIDE})")


def normal(text: str) -> str:
    """``text``, as long as it was, with full-width marks beside Han and half-width digits, letters and blanks."""
    return _BESIDE.sub(_widened, text).translate(NARROW)


def _widened(match: re.Match[str]) -> str:
    return match[0].translate(WIDE_MARKS)
