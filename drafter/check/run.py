"""Runs rules over a view and makes problems of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import At, Finding
from drafter.check.rule import AREAS, rules
from drafter.problems import DrafterError, Edit, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.check.finding import Fix
    from drafter.check.rule import Rule
    from drafter.check.view import View
    from drafter.problems import Severity

FAILED = "check.rule-failed"
TEXT_AREAS = tuple(area for area in AREAS if area != "outline")


def check(view: View) -> list[Problem]:
    """All that the rules find in a document or an outline, by place."""
    areas = AREAS if view.outline else TEXT_AREAS
    return sorted(_safely((rule for area in areas for rule in rules(area)), view), key=_position)


def check_outline(view: View) -> list[Problem]:
    """What only an outline can be asked: the rules that ``drafter render`` runs."""
    return sorted(_safely(rules("outline"), view), key=_position)


def run(chosen: Iterable[Rule], view: View) -> list[Problem]:
    """What some rules find, unless the office ignores them. A rule that fails raises what it raises."""
    asked = (rule for rule in chosen if rule.code not in view.office.ignored)
    return [_problem(rule, found, view) for rule in asked for found in rule.find(view)]


def _safely(chosen: Iterable[Rule], view: View) -> Iterator[Problem]:
    """What some rules find; a mistake in one of them is told, and costs nobody what the others find."""
    for rule in chosen:
        try:
            yield from run((rule,), view)
        except DrafterError:
            raise
        except Exception as error:
            detail = f"{type(error).__name__}: {error}".partition("\n")[0]
            yield Problem(FAILED, Place(view.file), {"rule": rule.code, "detail": detail})


def _problem(rule: Rule, found: Finding | At, view: View) -> Problem:
    severity = view.office.severities.get(rule.code) or found.severity or rule.severity
    if isinstance(found, At):
        return _at_pointer(rule, found, view, severity)
    args = {"text": view.text[found.start : found.end], **found.args}
    place = view.place(found.start, found.end)
    return Problem(rule.message(found.says), place, args, severity, edits=_edits(found.fixes, view))


def _at_pointer(rule: Rule, found: At, view: View, severity: Severity) -> Problem:
    assert view.outline is not None  # noqa: S101, rules that point into outlines are run on nothing else
    place = view.outline.places.find(found.pointer, found.offset, found.length)
    text = place.source[place.column - 1 : place.end_column - 1]
    return Problem(rule.message(found.says), place, {"text": text, **found.args}, severity)


def _edits(fixes: tuple[Fix, ...], view: View) -> tuple[Edit, ...]:
    """All of the fixes, or none where one of them may not be made."""
    edits = [_edit(fix, view) for fix in fixes]
    return tuple(edit for edit in edits if edit) if all(edits) else ()


def _edit(fix: Fix, view: View) -> Edit | None:
    if view.protected.touches(fix.start, fix.end):
        return None
    typed = view.typed(fix.start, fix.end)
    return None if typed is None else Edit(view.place(fix.start, fix.end), typed, fix.new)


def _position(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column
