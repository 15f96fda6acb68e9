"""Why YAML cannot read a line: the likely causes, most telling first, each with its own message.

The parser names a line and a construct; the cause is read off the writer's own text there, on the line before it, or
where the construct began.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from drafter.outline import colons
from drafter.outline.scalars import quoted
from drafter.outline.source import short
from drafter.problems import Edit, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline.source import Source
    from drafter.yaml_files import YAMLError

# Indent, dashes and key before a value, then the value.
_KEY = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s:#'\"\[\]{},][^:#\n]*):[ \t]+"
_VALUE = rf"^[ \t]*(?:-[ \t]+)*(?:{_KEY})?(?P<at>%s)"
_KEYED = rf"^[ \t]*(?:-[ \t]+)*{_KEY}(?P<at>%s)"
_IN_FLOW = r"[\[{,]\s*(?:[^\s,\[\]{}:]+:\s*)?(?P<at>%s)"
_BEHIND = r"\s*[^\s#,\]}:].*"
# What the parser says, where no rule below fits the line: the message, and whether the construct's start is the place.
_SAID = (
    ("could not find expected ':'", "outline.no-colon", True),
    ("quoted scalar", "outline.quote-open", True),
    ("flow", "outline.bracket-open", True),
    ("duplicate anchor", "outline.anchor", False),
    ("mapping values", "outline.indent", False),
    ("did not find expected", "outline.indent", False),
    ("", "outline.syntax", False),
)


class Cause(msgspec.Struct, frozen=True):
    """A problem, and the line to do without."""

    problem: Problem
    line: int


class _Rule(msgspec.Struct, frozen=True):
    """A message and the text it explains; ``said`` is a word the parser must have used. ``quote`` offers quotes."""

    id: str
    pattern: re.Pattern[str]
    said: str = ""
    quote: bool = False


def _rule(id: str, pattern: str, said: str = "", quote: bool = False) -> _Rule:
    return _Rule(id, re.compile(pattern), said, quote)


_RULES = (
    _rule("outline.tab", r"^ *(?P<at>\t+)"),
    _rule("outline.braces-unquoted", _VALUE % r"\{\{.*", quote=True),
    _rule("outline.braces-in-flow", _IN_FLOW % r"\{\{[^{}]*\}\}[^,\]}]*", quote=True),
    _rule("outline.wide-brackets", _VALUE % r"[｛［].*"),
    _rule("outline.wide-sign", _VALUE % r"[｜＞]\s*$"),
    _rule("outline.special-start", _VALUE % r"[*&%@`!].*", quote=True),
    _rule("outline.escape", _VALUE % r"\".*\\.*", "escape"),
    _rule("outline.quote-open", _VALUE % r"(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$"),
    _rule("outline.quote-first", _VALUE % rf"(?:\"[^\"]*\"|'[^']*'){_BEHIND}"),
    _rule("outline.bracket-first", _VALUE % rf"(?:\[[^\]]*\]|\{{[^}}]*\}}){_BEHIND}", quote=True),
    _rule("outline.block-first", _VALUE % r"[|>](?![+-]?[0-9]?[+-]?\s*(?:#|$)).*", quote=True),
    _rule("outline.special-start", _IN_FLOW % r"[*&%@`!][^,\]}]*", quote=True),
    _rule("outline.colon-in-braces", _IN_FLOW % r"[^\s,\[\]{}:\"']+:[^\s,\]}][^,\]}]*", "unexpected ':'", quote=True),
    _rule("outline.key-odd", r"^[ \t]*(?:-[ \t]+)*(?P<at>:[ \t].*)"),
    _rule("outline.no-colon", r"^(?P<at>[^\s:：#\-\[\]{}\"'|>][^:：]*)$", "mapping values"),
    _rule("outline.dash-in-line", _KEYED % r"-[ \t].*", "block sequence"),
    _rule("outline.colon-twice", _KEYED % r"[^\s\[{\"'|>#][^\n]*?:(?:[ \t].*|$)", "mapping values", quote=True),
    _rule("outline.wide-comma", r"[\[{][^\]}]*?(?P<at>，)\s*[^\s,:：，{}\[\]]{1,20}\s*:", "flow"),
    _rule("outline.bracket-open", _VALUE % r"[\[{].*", "flow"),
)


def explain(source: Source, text: str, error: YAMLError) -> Cause:
    """The likely cause of a parse error in ``text``, which is the source's or a mended copy of the same length."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    stopped, began = _lines(source, error)
    if "another document" in said:
        return _whole_line(source, "outline.two-documents", stopped)
    for number in _suspects(source, text, stopped, began, said):
        cause = _of_line(source, number, said)
        if cause:
            return cause
    name, at_start = next((name, at_start) for words, name, at_start in _SAID if words in said)
    return _whole_line(source, name, began if at_start else stopped)


def _lines(source: Source, error: YAMLError) -> tuple[int, int]:
    """The line where the parser stopped, and the one where what it was reading began."""
    stopped = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if stopped is None:
        return 1, 1
    began = getattr(error, "context_mark", None) or stopped
    return source.line(stopped.index), source.line(began.index)


def _suspects(source: Source, text: str, stopped: int, began: int, said: str) -> Iterator[int]:
    """Lines to look at: where the parser stopped, the one before it that is not blank, where it all began."""
    if "expected ':'" in said or "quoted scalar" in said:
        yield began
    yield stopped
    lines = text[: source.starts[stopped - 1]].split("\n")[:-1]
    before = next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip()), began)
    yield from (before, began)


def _of_line(source: Source, number: int, said: str) -> Cause | None:
    line, start = source.line_text(number), source.starts[number - 1]
    if line.lstrip().startswith("#"):
        return None
    for rule in _RULES:
        match = rule.pattern.search(line) if rule.said in said else None
        if match:
            return Cause(_problem(source, start, rule, match), number)
    return Cause(colons.problem(source, start), number) if colons.find(line) else None


def _problem(source: Source, start: int, rule: _Rule, match: re.Match[str]) -> Problem:
    words = match["at"].rstrip() or match["at"]
    first = start + match.start("at")
    place = source.place(first, first + len(words))
    new = quoted(words)
    args: dict[str, str | int] = {"sign": words[0], "words": short(words), "new": short(new)}
    return Problem(rule.id, place, args, edits=(Edit(place, words, new),) if rule.quote else ())


def _whole_line(source: Source, id: str, number: int) -> Cause:
    line, start = source.line_text(number), source.starts[number - 1]
    indent = len(line) - len(line.lstrip())
    place = source.place(start + indent, start + len(line))
    return Cause(Problem(id, place, {"words": short(line.strip())}), number)
