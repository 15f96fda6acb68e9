"""The references of an outline checked, used in the paper at hand or not."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from drafter.language.words import words
from drafter.outline.references import Reference
from drafter.outline.resolve import around, is_none_of, resolve
from drafter.outline.scope import scope_of
from drafter.outline.texts import changed
from drafter.problems import DrafterError, Edit, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.outline.model import Outline
    from drafter.outline.references import Malformed
    from drafter.outline.scope import Scope
    from drafter.outline.text import Text
    from drafter.outline.values import Misuse

MOST = 500
MOST_IN_A_TEXT = 20


def check(outline: Outline, referring: Iterable[Text]) -> list[Problem]:
    """The references of ``outline`` that cannot be followed, each with the place of the word at fault.

    ``referring`` are its texts that have any. Where they name figures only, each text's scope need not be looked for.
    Of a text that is full of them the first are enough: nobody reads on, and no outline should take minutes to load.
    """
    scope = scope_of(outline)
    if all(_names_only_figures(text, scope) for text in referring):
        return []
    problems: list[Problem] = []
    told: Counter[str] = Counter()

    def report(text: Text, misuse: Misuse) -> None:
        told[text.pointer] += 1
        if told[text.pointer] <= MOST_IN_A_TEXT and len(problems) < MOST:
            problems.append(_problem(outline, text, misuse))

    def look(text: Text, scope: Scope) -> Text:
        if not _names_only_figures(text, scope):
            resolve(text, scope, report)
            problems.extend(islice(_odd_zeros(text, scope), MOST_IN_A_TEXT))
        return text

    try:
        changed(outline, scope, look)
    except DrafterError as error:
        problems += error.problems
    return problems


def _names_only_figures(text: Text, scope: Scope) -> bool:
    """Whether a text refers to nothing but facts as they are, not to 未发生: there is nothing that could go wrong."""
    return all(isinstance(part, str) or _is_figure(part, scope) for part in text.parts)


def _is_figure(part: Reference | Malformed, scope: Scope) -> bool:
    fact = scope.facts.get(part.name.text) if isinstance(part, Reference) and not part.filters else None
    return fact is not None and not is_none_of(fact)


def _odd_zeros(text: Text, scope: Scope) -> Iterator[Problem]:
    """Tells of 未发生 where the words around it do not take it: after what did not happen, or after 发生."""
    for index, part in enumerate(text.parts):
        if not isinstance(part, Reference) or part.filters:
            continue
        value = scope.find(part.name.text)
        if value and value.kind == "fact" and is_none_of(value.content) and not _takes_none(*around(text, index)):
            place = scope.outline.places.find(text.pointer, part.offset, len(part.source))
            yield Problem("facts.zero-reads-oddly", place, {"name": value.fact}, Severity.HINT)


def _takes_none(before: str, after: str) -> bool:
    happens = before.endswith(words("happens"))
    return not happens and (after[:1].isalpha() or not before[-1:].isalpha())


def _problem(outline: Outline, text: Text, misuse: Misuse) -> Problem:
    word = misuse.word
    place = outline.places.find(text.pointer, word.offset, word.length)
    typed = text[word.offset : word.offset + word.length]
    edits = (Edit(place, typed, misuse.near),) if misuse.near else ()
    return Problem(misuse.id, place, misuse.slots, remedy=misuse.remedy, edits=edits)
