"""Comments that silence checks: ``# 不查 D203`` in an outline, ``<!-- 不查 D203 -->`` in Markdown and HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from drafter import messages
from drafter.check.called import codes
from drafter.check.markup_comments import comments as comments_in_markup
from drafter.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

OUTLINES = (".yaml", ".yml")
MARKUP = (".md", ".markdown", ".html", ".htm")

_WORD = r"(?:不查(?=$|[\s:：（(]|[A-Za-z]\d)|nocheck\b)"
_SILENCE = re.compile(rf"(?:#|<!--)\s*{_WORD}[\s:：]*(?P<codes>(?:[A-Za-z]\d+[\s,，、;；]*)*)")


class Silence(msgspec.Struct, frozen=True):
    """A comment that silences: where it stands, for which lines, and each code it names with its column; none, all."""

    place: Place
    first: int
    last: int
    named: tuple[tuple[str, int], ...]

    def covers(self, line: int, code: str) -> bool:
        """Whether what a rule found on a line is silenced."""
        if not self.first <= line <= self.last:
            return False
        return not self.named or any(code in codes(name) for name, _ in self.named)


def silenced(problems: Sequence[Problem], text: str, file: str = "") -> tuple[list[Problem], int]:
    """The problems that no comment silences, and how many are silenced.

    ``text`` is that of the file, its line ends ``\\n``; ``file`` its name, whose ending says what a comment looks like
    (``.yaml`` where it is not given). Only what rules find is silenced. A comment that silences nothing, or names what
    is no rule, is a problem of its own among those that are kept.
    """
    silences = list(_silences(text, file)) if re.search(_WORD, text) else []
    if not silences:
        return list(problems), 0
    kept, used = [], set()
    for problem in problems:
        found = [silence for silence in silences if _silences_it(silence, problem)]
        used.update(found)
        kept += [problem] * (not found)
    return [*kept, *_about(silences, used)], len(problems) - len(kept)


def _silences(text: str, file: str) -> Iterator[Silence]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for words, start, first, last in _comments(text, file.lower()):
        match = _SILENCE.match(words)
        if match:
            line = bisect_right(starts, start)
            begin = starts[line - 1]
            column = start - begin + 1
            source = text[begin:].partition("\n")[0]
            place = Place(file, "", line, column, column + len(words.rstrip()), source)
            yield Silence(place, first, last, tuple(_named(match, column)))


def _comments(text: str, file: str) -> Iterable[tuple[str, int, int, int]]:
    """Every comment: its text, where it starts, the first and the last line it speaks of."""
    if file.endswith(MARKUP):
        return comments_in_markup(text)
    if file and not file.endswith(OUTLINES):
        return ()
    from drafter.outline.comments import comments

    return (msgspec.structs.astuple(comment) for comment in comments(text))


def _named(match: re.Match[str], column: int) -> Iterator[tuple[str, int]]:
    begin = match.start("codes")
    for code in re.finditer(r"[A-Za-z]\d+", match["codes"]):
        yield code[0], column + begin + code.start()


def _silences_it(silence: Silence, problem: Problem) -> bool:
    here = not silence.place.file or problem.place.file == silence.place.file
    code = messages.code(problem) if here else ""
    return bool(code) and silence.covers(problem.place.line, code)


def _about(silences: Sequence[Silence], used: set[Silence]) -> Iterator[Problem]:
    """What is wrong with the comments themselves."""
    for silence in silences:
        unknown = [(name, column) for name, column in silence.named if not codes(name)]
        for name, column in unknown:
            place = msgspec.structs.replace(silence.place, column=column, end_column=column + len(name))
            yield Problem("check.silences-no-rule", place, {"rule": name}, Severity.WARNING)
        if silence not in used and not unknown:
            yield Problem("check.silences-nothing", silence.place, {}, Severity.HINT)
