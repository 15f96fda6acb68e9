"""The words a title is made of, and how well a line may end between two of them.

No general segmenter is used: a dictionary of all Chinese weighs megabytes and takes a second to load, and a title needs
certainty only. The words are in ``data/seams.txt`` and ``data/names.txt``; what is in neither is never parted.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

from drafter.language.punctuation import PAIRS
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["word", "name", "year", "figure", "quotation", "joint", "de", "pause", "dash", "loose"]

DE = ("的", "上的", "中的")
JOINTS = {"暨": -1.0, "以及": 0.5, "与": 0.5, "及": 0.5, "和": 1.5}
PAUSES = {"，": -1.0, "；": -1.0, "：": -1.0, "！": -1.0, "？": -1.0, " ": -1.0, "\u3000": -1.0, "、": 2.0}
DASH = -6.0
LEANING = 2.0
GOVERNING = 3.0
HANGING = 8.0
PREPOSITIONS = frozenset("在于自从至到对把以将")
CLINGING = frozenset(
    "日学界群员人之城圈法们史式级型化性者长力感度率类制区园奖赛节周月季营课网链库馆院所局会厅室部处科组队团班站"
)

_DIGITS = "0-9０-９〇零一二三四五六七八九"
_YEAR = re.compile(
    rf"[{_DIGITS}]{{4}}(?:年?[—－~～至-]+[{_DIGITS}]{{2,4}})?"
    "(?:年度|年第?[一二三四]季度|年[上下]半年|年前三季度|年[0-9]+月(?:[0-9]+日)?|年(?![会终初底中末鉴报检审轮]))"
)
_FIGURE = re.compile(
    r"第?[0-9０-９一二三四五六七八九十百]{1,9}(?:周年|届|次|期|批|场|轮|号|个|项)|[0-9０-９A-Za-z.%+/·-]{1,40}"
)


class Token(msgspec.Struct, frozen=True):
    """A piece of a title that is never parted.

    全市 ``leans_right`` on what follows, 工作 ``leans_left`` on what precedes; 关于 ``governs`` all that follows.
    """

    kind: Kind
    text: str
    leans_right: bool = False
    leans_left: bool = False
    governs: bool = False


def seams(text: str) -> dict[int, float]:
    """The offsets in ``text`` where a line may begin, each with how bad a break there is (0 is best)."""
    found, offset = {}, 0
    tokens = _names(_couples(tokenize(text)))
    for left, right in pairwise(tokens):
        offset += len(left.text)
        cost = _cost(left, right)
        if cost is not None:
            found[offset] = cost
    return found


def tokenize(text: str) -> list[Token]:
    """``text`` in the fewest known words, with as few characters left over as possible."""
    best: list[tuple[int, Token | None]] = [(0, None)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = min(
            ((_weight(token) + best[start + len(token.text)][0], token) for token in _candidates(text, start)),
            key=lambda choice: choice[0],
        )
    return list(_walk(best))


def _candidates(text: str, start: int) -> Iterator[Token]:
    """Every token that can begin at ``start``, the longest first."""
    whole = _quotation(text, start) or _first(_YEAR, "year", text, start)
    if whole:
        yield whole
        return
    lexicon, longest = _lexicon()
    for length in range(min(longest, len(text) - start), 0, -1):
        token = lexicon.get(text[start : start + length])
        if token:
            yield token
    figure = _first(_FIGURE, "figure", text, start)
    yield from (figure,) if figure else ()
    yield Token("loose", text[start])


def _weight(token: Token) -> int:
    return 10 * len(token.text) if token.kind == "loose" else 1


def _walk(best: list[tuple[int, Token | None]]) -> Iterator[Token]:
    offset = 0
    while token := best[offset][1]:
        yield token
        offset += len(token.text)


def _quotation(text: str, start: int) -> Token | None:
    end = text.find(PAIRS[text[start]], start) if text[start] in PAIRS else -1
    return Token("quotation", text[start : end + 1]) if end > 0 else None


def _first(pattern: re.Pattern[str], kind: Kind, text: str, start: int) -> Token | None:
    match = pattern.match(text, start)
    if not match:
        return None
    counts, closes = match.group().startswith("第"), match.group().endswith("周年")
    return Token(kind, match.group(), leans_right=counts, leans_left=closes)


@cache
def _lexicon() -> tuple[dict[str, Token], int]:
    """Every known word by its text, and the length of the longest."""
    tokens = [_word(entry) for entry in words("seams")]
    tokens += [Token("name", word) for word in words("names")]
    tokens += [Token("de", word) for word in DE] + [Token("joint", word) for word in JOINTS]
    tokens += [Token("pause", mark) for mark in PAUSES] + [Token("dash", "——")]
    return {token.text: token for token in tokens}, max(len(token.text) for token in tokens)


def _word(entry: str) -> Token:
    return Token("word", entry.strip("+>"), entry.endswith("+"), entry.startswith("+"), entry.endswith(">"))


def _couples(tokens: list[Token]) -> list[Token]:
    """``tokens`` with two short words and what joins them as one: 保护与利用, 建设和管理."""
    merged: list[Token] = []
    for token in tokens:
        if len(merged) > 1 and merged[-1].kind == "joint" and _is_short(merged[-2]) and _is_short(token):
            joint, first = merged.pop(), merged.pop()
            token = Token("word", first.text + joint.text + token.text, leans_left=first.leans_left)
        merged.append(token)
    return merged


def _is_short(token: Token) -> bool:
    return token.kind == "word" and len(token.text) == 2


def _names(tokens: list[Token]) -> list[Token]:
    """``tokens`` with all that stands before the ending of a name, back to a certain boundary, taken into the name."""
    merged: list[Token] = []
    for token in tokens:
        while token.kind == "name" and merged and _belongs_to_name(merged[-1]):
            token = Token("name", merged.pop().text + token.text)
        merged.append(token)
    return merged


def _belongs_to_name(token: Token) -> bool:
    return token.kind in ("word", "figure", "quotation", "loose") and not token.governs


def _cost(left: Token, right: Token) -> float | None:
    """How bad it is to end a line after ``left`` and begin one with ``right``; None where it may not be."""
    if right.kind in ("pause", "de") or left.kind == "dash":
        return None
    if left.kind == "pause" or right.kind == "dash":
        return DASH if right.kind == "dash" else PAUSES[left.text]
    if left.kind == "joint" or right.kind == "joint":
        return _cost_at_joint(left, right)
    return 1.5 if left.kind == "de" else _cost_between_words(left, right)


def _cost_at_joint(left: Token, right: Token) -> float | None:
    """Before 暨 and 与 is better than after: a line that ends in one hangs."""
    if right.kind != "joint":
        return None if right.kind == "loose" else HANGING
    if left.kind in ("loose", "joint") and right.text != "暨":
        return None
    return JOINTS[right.text] + LEANING * left.leans_right


def _cost_between_words(left: Token, right: Token) -> float | None:
    if "关于" in (left.text, right.text):
        return 0.5 if right.text == "关于" else None
    if right.kind == "loose":
        return 1.5 if left.kind in ("name", "year") and right.text not in CLINGING else None
    if _belong_together(left, right):
        return None
    lean = GOVERNING * left.governs + LEANING * (left.leans_right + right.leans_left)
    if right.kind == "year":
        return 1.0 + lean
    if left.kind == "name":
        return lean + (1.5 if right.kind == "name" else 0.5)
    return lean + {"year": 2.5, "quotation": 3.0}.get(left.kind, 2.0)


def _belong_together(left: Token, right: Token) -> bool:
    """在 and its year, a bare number and what it counts, an unknown character and what follows it."""
    if right.kind == "year":
        return left.text in PREPOSITIONS
    return left.kind == "loose" or (left.kind == "figure" and left.text[-1].isdecimal())
