"""The marks of written Chinese (GB/T 15834-2011): which end a sentence, which pair, and how words are joined."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

END_MARKS = "。！？…"
HALF_END_MARKS = "!?."
PAUSE_MARKS = "，、；：—"
PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】", "［": "］", "｛": "｝"}
OPENING = {closing: opening for opening, closing in PAIRS.items()}

# A stretch in quotes or brackets, or the marks that end a sentence.
_ENCLOSED = "|".join([f"{opening}[^{closing}]*{closing}" for opening, closing in PAIRS.items()])
_ENCLOSED_OR_END = rf"""{_ENCLOSED}|"[^"]*"|\([^)]*\)|(?P<end>[{END_MARKS}]+)"""
_ENDS = END_MARKS + HALF_END_MARKS
_QUOTES = "”’"
_ENCLOSING = _QUOTES + "）)"
_LEADS = _ENDS + "：，,:"
_JOINING_WORDS = ("和", "与", "及")
_SELF_PARTING = ("》《", "”“")


def is_open(before: str, openings: str = "《“〈‘（〔") -> bool:
    """Whether quotes, titles or brackets that were opened in ``before`` are not closed there."""
    return any(before.rfind(opening) > before.rfind(PAIRS[opening]) for opening in openings)


def wide(char: str) -> bool:
    """Whether ``char`` takes a whole 字 in Chinese text: Han, full-width forms, and “ ” ‘ ’ — … · × ① beside them."""
    width = unicodedata.east_asian_width(char)
    return width in "WF" or (width == "A" and not char.isalpha())


def breadth(text: str) -> float:
    """The width of ``text`` in 字: a digit, a Latin letter or a half-width mark takes half of one."""
    return len(text) / 2 if text.isascii() else sum([1.0 if wide(char) else 0.5 for char in text])


def ends_sentence(text: str) -> bool:
    """Whether ``text`` closes with an end mark, perhaps inside a quotation or note that is a sentence of its own.

    说：“好。” ends; 喊出“向前！” and 完成任务（是吗？） do not, since the sentence around them goes on.
    """
    text = text.rstrip()
    while text and text[-1] in _ENCLOSING:
        start = text.rfind(OPENING.get(text[-1], "("))
        inside = text[start + 1 : -1].rstrip()
        if start > 0 and not _stands_alone(text[:start].rstrip(), inside, text[-1]):
            return False
        text = inside
    return text.endswith(tuple(_ENDS))


def first_sentence(text: str) -> str:
    """``text`` up to its first 。！？ or …… outside quotes and brackets; all of it where there is none.

    A ； only parts clauses: 一是甲；二是乙。 is one sentence.
    """
    end = next((match.end() for match in re.finditer(_ENCLOSED_OR_END, text) if match["end"]), len(text))
    return text[:end]


def close(text: str, mark: str = "。") -> str:
    """``text`` with ``mark`` behind it, unless it is empty or has an end or pause mark already."""
    bare = text.rstrip()
    closed = not bare or bare.endswith(tuple(PAUSE_MARKS)) or ends_sentence(bare)
    return text if closed else bare + mark


def strip_end(text: str) -> str:
    """``text`` without a 。 or pause mark at its end; ！ ？ and … mean something and stay."""
    return text.rstrip().rstrip("。，、；;,").rstrip()


def join_han(parts: Sequence[str], last: str = "和") -> str:
    """A、B和C; A、B、C with ``last`` 、. Where a part has 和, 与 or 及 of its own, 、 alone joins.

    Titles and quotations side by side need no 、 (GB/T 15834-2011): 《甲》《乙》和《丙》.
    """
    if any(word in part for part in parts for word in _JOINING_WORDS):
        last = "、"
    joined = "".join(map(_with_comma, parts[:-2], parts[1:-1]))
    return joined + "".join(parts[-2:-1]) + last * (len(parts) > 1) + "".join(parts[-1:])


def _with_comma(part: str, following: str) -> str:
    return part if part[-1:] + following[:1] in _SELF_PARTING else part + "、"


def _stands_alone(before: str, inside: str, closing: str) -> bool:
    """Whether a quotation or note is a sentence of its own, not words in the sentence before it."""
    return before.endswith(tuple(_LEADS)) or (closing in _QUOTES and inside.endswith("。"))
