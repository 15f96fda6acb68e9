"""A sentence that says word for word what an earlier one said. Titles, contents and summaries say things again."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.contents import contents
from drafter.check.finding import Finding
from drafter.check.sentences import sentences
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View
    from drafter.language.sentences import Sentence

SHORTEST = 20
GRAVE = 60
"""Characters said twice from which on nobody meant it."""


class _Repeat:
    """Sentences side by side that repeat earlier ones; ``first`` is the earlier of the first of them."""

    def __init__(self, sentence: Sentence, first: Sentence) -> None:
        self.start, self.end, self.length, self.first = sentence.start, sentence.end, len(sentence.words), first

    def takes(self, sentence: Sentence, view: View) -> bool:
        """Whether ``sentence`` follows, which then belongs to it."""
        if view.text[self.end : sentence.start].strip(" \u3000") or view.paragraph(self.start).end < sentence.end:
            return False
        self.end, self.length = sentence.end, self.length + len(sentence.words)
        return True


def find(view: View) -> Iterator[Finding]:
    """Every stretch that repeats an earlier one, told once."""
    for repeat in _repeats(view):
        severity = Severity.WARNING if repeat.length >= GRAVE else None
        line = view.place(repeat.first.start, repeat.first.end).line
        yield Finding(repeat.start, repeat.end, {"line": line, "count": repeat.length}, severity=severity)


def _repeats(view: View) -> list[_Repeat]:
    known: dict[str, Sentence] = {}
    found: list[_Repeat] = []
    for sentence in _sentences(view):
        first = known.setdefault(sentence.words, sentence)
        if first is not sentence and not (found and found[-1].takes(sentence, view)):
            found.append(_Repeat(sentence, first))
    return found


def _sentences(view: View) -> Iterator[Sentence]:
    """The long sentences of running text; a call (！) is meant to be heard again."""
    for sentence in view.once(sentences):
        long = len(sentence.words) >= SHORTEST and "！" not in sentence.words
        if long and _is_running(view.paragraph(sentence.start), view):
            yield sentence


def _is_running(paragraph: Paragraph, view: View) -> bool:
    source = paragraph.source
    if source.kind != "body" or source.pointer.endswith("/brief") or paragraph.index in view.once(contents):
        return False
    return not _summary().match(view.text, paragraph.start)


@cache
def _summary() -> re.Pattern[str]:
    return re.compile(r"\s*[【\[]?(?:内容)?(?:摘要|提要|导读|导语|核心提示|编者按|概要)")
