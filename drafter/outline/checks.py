"""The references of an outline checked, used in the paper at hand or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline.resolve import resolve
from drafter.outline.scope import scope_of
from drafter.outline.texts import changed
from drafter.problems import DrafterError, Edit, Problem

if TYPE_CHECKING:
    from drafter.outline.model import Outline
    from drafter.outline.scope import Scope
    from drafter.outline.text import Text
    from drafter.outline.values import Misuse


def check(outline: Outline) -> list[Problem]:
    """Every reference in the texts of ``outline`` that cannot be followed, with the place of the word at fault."""
    problems: list[Problem] = []

    def report(text: Text, misuse: Misuse) -> None:
        problems.append(_problem(outline, text, misuse))

    def look(text: Text, scope: Scope) -> Text:
        resolve(text, scope, report)
        return text

    try:
        changed(outline, scope_of(outline), look)
    except DrafterError as error:
        problems += error.problems
    return problems


def _problem(outline: Outline, text: Text, misuse: Misuse) -> Problem:
    word = misuse.word
    place = outline.places.find(text.pointer, word.offset, word.length)
    typed = text[word.offset : word.offset + word.length]
    edit = Edit(place, typed, misuse.near) if misuse.near else None
    return Problem(misuse.id, place, misuse.slots, remedy=misuse.remedy, edit=edit)
