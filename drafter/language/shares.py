"""What a share is of: 86%的乡镇建成书屋, 软件业务收入占中部地区的比重, 完成总任务的42%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.clauses import in_words, stretch
from drafter.language.nouns import LONGEST, VERBS, phrase, stripped
from drafter.language.words import words

if TYPE_CHECKING:
    from drafter.language.lexicon import Word
    from drafter.language.mentions import Mention

SHARE = "占比"
_DONE = re.compile("(?:计划|任务|目标|预算|进度)$")


def share_before(before: tuple[Word, ...]) -> str:
    """软件业务收入占比, of 软件业务收入占中部地区的比重; 占比 alone where nothing stands before 占."""
    at = next((index for index, word in enumerate(before) if word.text in ("占", SHARE)), 0)
    return _joined(phrase(stripped(before[:at])).noun) + SHARE


def share_done(before: tuple[Word, ...]) -> str:
    """总任务完成率, of 完成总任务的42%; "" where what stands before is no plan."""
    noun = _joined(phrase(before[:-1]).noun) if before and before[-1].text == "的" else ""
    return noun + "完成率" if _DONE.search(noun) else ""


def share_behind(text: str, mention: Mention) -> str:
    """乡镇建成书屋占比, of 86%的乡镇建成书屋; "" where 8%的速度 says how fast and not how many."""
    said = [word for word in in_words(stretch(text, mention.end + 1)) if not _is_small(word)]
    verb = next((at for at, word in enumerate(said) if word.kind in VERBS), len(said))
    noun = _joined(tuple(said[:verb]))
    if len(noun) < 1 or said[0].text in words("levels"):
        return ""
    whole = _joined(tuple(word for word in said if word.text not in words("light_verbs")))
    return (whole if len(whole) + len(SHARE) <= LONGEST else noun) + SHARE


def _is_small(word: Word) -> bool:
    return word.kind in ("u", "|") or (word.kind == "d" and len(word.text) > 1)


def _joined(said: tuple[Word, ...]) -> str:
    return "".join(word.text for word in said)
