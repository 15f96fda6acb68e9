"""Texts as rules see them, without a file, and what fixing does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check import of_manuscript, of_outline
from drafter.check.run import run
from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.messages import code
from drafter.outline.load import loads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.check.office import Office
    from drafter.check.rule import Rule
    from drafter.check.view import View
    from drafter.problems import Edit, Problem


def document(text: str, office: Office | None = None, file: str = "旧稿.txt") -> View:
    """The view of a plain text, every line a paragraph."""
    lines = text.split("\n")
    made = tuple(Line(line, (Mark(0, number, 1),)) for number, line in enumerate(lines, 1))
    return of_manuscript.view_of(Manuscript(file, "txt", made, tuple(lines)), office)


def outline(text: str, office: Office | None = None) -> View:
    """The view of an outline."""
    loaded = loads(text.encode(), "提纲.yaml")
    assert loaded.outline, loaded.problems
    return of_outline.view_of(loaded.outline, office)


def found(rule: Rule, text: str, office: Office | None, as_outline: bool) -> list[Problem]:
    """What a rule finds in a text; in an outline also what the loader tells in its place (``loader``)."""
    if not as_outline:
        return run([rule], document(text, office))
    told = loads(text.encode(), "提纲.yaml").problems if "loader" in rule.head else ()
    own = [problem for problem in told if problem.id in rule.head["loader"]]
    assert {code(problem) for problem in own} <= {rule.code}
    return [*own, *run([rule], outline(text, office))]


def fixed(text: str, problems: Iterable[Problem]) -> str:
    """``text`` with every edit of the problems made, the last first; of edits that overlap only the first."""
    lines = text.split("\n")
    done: list[Edit] = []
    for edit in sorted((edit for each in problems for edit in each.edits), key=_place):
        if not done or _place(edit) >= (done[-1].place.line, done[-1].place.end_column):
            done.append(edit)
    for edit in reversed(done):
        line, start = edit.place.line - 1, edit.place.column - 1
        assert lines[line][start : start + len(edit.old)] == edit.old
        lines[line] = lines[line][:start] + edit.new + lines[line][start + len(edit.old) :]
    return "\n".join(lines)


def _place(edit: Edit) -> tuple[int, int]:
    return edit.place.line, edit.place.column
