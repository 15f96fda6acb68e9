"""D615: what a reference prints, typed beside it once more: 4.5万人次人次, 约约200人, 比上年增长比上年增长15.5%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.citations import citations, facts_by_name
from drafter.check.typed import typed
from drafter.language.quantities import ABOUT_BEFORE, POINTS
from drafter.language.words import words
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.citations import Citation
    from drafter.check.finding import At
    from drafter.check.typed import Typed
    from drafter.check.view import View
    from drafter.outline.model import Fact

NEAR = 12
WITH_UNIT = ("", "previous", "target")
SAYS_ABOUT = {"约": "约", "大约": "约", "近": "近", "将近": "近", "超过": "多", "超": "多", "逾": "多"}
SAYS_MORE = ("多", "余", "以上", "左右", "上下")
CHANGES = ("增长", "下降", "提高", "增加", "减少", "上升")
DONE = ("完成", "完成年度目标", "完成年度目标的")
_MARKS = ("", *"，。、；：）\n")
_LAST = frozenset(word[-1] for word in (*SAYS_ABOUT, *CHANGES, *DONE))
AFTER = {"anniversary": ("周年",), "date": ("日", "号"), "completion": ("%",), "growth": ("%", POINTS)}


def find(view: View) -> Iterator[At]:
    """The unit, the 约 or 多, the 增长 or 完成 typed right before or behind a fact that has it."""
    written, facts = view.once(typed), view.once(facts_by_name)
    for cited in view.once(citations):
        fact = facts.get(cited.name)
        if fact and written.words[cited.end : cited.end + 1] not in _MARKS:
            yield from _behind(written, cited, fact)
        if fact and written.words[cited.start - 1 : cited.start] in _LAST:
            yield from _before(written, cited, fact)


def _behind(written: Typed, cited: Citation, fact: Fact) -> Iterator[At]:
    taken, after = cited.takes[0] if cited.takes else "", written.words[cited.end : cited.end + NEAR]
    unit = fact.unit if taken in WITH_UNIT and len(cited.takes) < 2 else ""
    again = next((word for word in (unit, *AFTER.get(taken, ())) if word and after.startswith(word)), "")
    more = next((word for word in SAYS_MORE if after.startswith(word)), "")
    if again and not _begins_word(after, again):
        yield written.at(cited.end, cited.end + len(again), name=fact.name)
    elif more and fact.about and not taken and not _goes_on(more, after):
        yield _twice(written, cited.end, cited.end + len(more), fact, more == fact.about)


def _begins_word(after: str, unit: str) -> bool:
    """Whether a unit behind a figure begins a word of its own: 3名名师, 5项项目."""
    return len(unit) == 1 and after.startswith(words("measure_words"))


def _goes_on(more: str, after: str) -> bool:
    return more in ("多", "余") and after[1:2].isalpha() and after[1:2] not in "的来"


def _before(written: Typed, cited: Citation, fact: Fact) -> Iterator[At]:
    before = written.words[max(0, cited.start - NEAR) : cited.start].rpartition("\n")[2]
    taken = cited.takes[0] if cited.takes else ""
    if taken in ("growth", "completion"):
        again = _ending(before, CHANGES if taken == "growth" else DONE)
        if again:
            yield written.at(cited.start - len(again), cited.start, name=fact.name)
    elif not taken and fact.about:
        word = _ending(before, tuple(SAYS_ABOUT))
        if word and (SAYS_ABOUT[word] != "多" or fact.about in SAYS_MORE):
            same = word == fact.about and word in ABOUT_BEFORE
            yield _twice(written, cited.start - len(word), cited.start, fact, same)


def _ending(before: str, endings: tuple[str, ...]) -> str:
    """The longest of some words that ``before`` ends with; "" for none."""
    return max((word for word in endings if before.endswith(word)), key=len, default="")


def _twice(written: Typed, start: int, end: int, fact: Fact, same: bool) -> At:
    severity = Severity.ERROR if same else Severity.WARNING
    return written.at(start, end, "about", severity, name=fact.name, about=fact.about)
