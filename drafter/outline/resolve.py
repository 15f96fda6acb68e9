"""References followed: a text as it was typed becomes a text as it is printed, each piece knowing its fact or gap."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from drafter.language import dates, punctuation, quantities
from drafter.language.words import words
from drafter.outline import facts
from drafter.outline.evaluate import evaluate
from drafter.outline.references import Malformed, Word
from drafter.outline.text import Gap, Piece, Text, joined
from drafter.outline.values import Amount, Misuse, Value
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.outline.model import Fact, Person
    from drafter.outline.references import Part, Reference
    from drafter.outline.scope import Scope

    Report = Callable[[Text, Misuse], None]
    Pieces = Sequence[Piece]

NOT_HAPPENED = "未发生"
DEEPEST = 16
MOST_CHARACTERS = 5_000_000


class Entangled(Misuse):
    """A text refers to itself, perhaps through others: at ``pointer``, or "" where it is only too deep to tell."""

    def __init__(self, word: Word, pointer: str) -> None:
        super().__init__("facts.entangled", word, name=word.text)
        self.pointer = pointer


def resolve(text: Text, scope: Scope, report: Report | None = None) -> Text:
    """``text`` as it is printed. A reference that cannot be followed stands as typed, and is told to ``report``.

    Raises DrafterError where the outline's references make more text than any paper could hold.
    """
    if not text.parts:
        return text
    pieces = [piece for made in by_part(text, scope, report) for piece in made]
    return joined(tuple(pieces), text.pointer)


def by_part(text: Text, scope: Scope, report: Report | None = None) -> list[Pieces]:
    """What each of the text's ``parts`` is printed as, in their order: so that what is printed knows where it is from.

    Raises DrafterError as ``resolve`` does.
    """
    scope.work.open.append(text.pointer)
    try:
        return [_made(text, index, part, scope, report) for index, part in enumerate(text.parts)]
    finally:
        scope.work.open.pop()


def _made(text: Text, index: int, part: Part, scope: Scope, report: Report | None) -> Pieces:
    if isinstance(part, str):
        return (Piece(part),)
    made = _of_part(text, index, part, scope, report)
    _spend(made, text, scope)
    return made


def _of_part(text: Text, index: int, part: Reference | Malformed, scope: Scope, report: Report | None) -> Pieces:
    try:
        if isinstance(part, Malformed):
            raise Misuse(part.id, Word(part.source, part.offset, len(part.source)))
        return _printed(evaluate(part, scope, around(text, index)), part.name, scope)
    except Misuse as misuse:
        _tell(misuse, text, scope, report)
        return (Piece(part.source),)


def around(text: Text, index: int) -> tuple[str, str]:
    """The plain words right before and after the part at ``index`` of a text, "" where there are none."""
    before = text.parts[index - 1] if index else ""
    after = text.parts[index + 1] if index + 1 < len(text.parts) else ""
    return before if isinstance(before, str) else "", after if isinstance(after, str) else ""


def _tell(misuse: Misuse, text: Text, scope: Scope, report: Report | None) -> None:
    """A circle is told once for each text in it, so it travels up to the text whose own turn it is."""
    if isinstance(misuse, Entangled):
        if len(scope.work.open) > 1:
            raise misuse
        if misuse.pointer not in ("", text.pointer):
            return
    if report:
        report(text, misuse)


def _spend(pieces: Pieces, text: Text, scope: Scope) -> None:
    scope.work.written += sum([len(piece.text) for piece in pieces])
    if scope.work.written > MOST_CHARACTERS:
        raise DrafterError(Problem("facts.too-much-text", scope.outline.places.find(text.pointer)))


def _printed(value: Value, word: Word, scope: Scope) -> Pieces:
    """The pieces that a value prints as; ``word`` is the name it came by. Raises Misuse where it has no words."""
    content: Any = _figure(value.content, scope) if value.kind == "fact" else value.content
    if isinstance(content, Gap):
        return (Piece(str(content), value.fact, content),)
    if isinstance(content, Text):
        return _nested(content, word, scope).pieces
    if value.kind in ("list", "points"):
        return _enumerated(_members(value, word, scope))
    if value.kind in ("organization", "meeting", "campaign"):
        return _printed(Value("text", content.name), word, scope)
    if value.kind == "person":
        return _printed(Value("text", _called(content)), word, scope)
    if value.kind == "agenda":
        raise Misuse("facts.no-print", word, name=word.text)
    return (Piece(_words(content), value.fact),)


def _words(content: Any) -> str:
    if isinstance(content, datetime.date):
        return dates.day(content)
    if isinstance(content, Amount):
        return quantities.show(content.number, content.unit, content.scale, content.about)
    return str(content)


def _figure(fact: Fact, scope: Scope) -> str | Gap:
    """4.5万人次; 未发生 for a count of happenings (起, 例) that is 0."""
    if fact.value is None:
        return facts.missing(fact, "value", scope.facts)
    if is_none_of(fact):
        return NOT_HAPPENED
    return quantities.show(fact.value, fact.unit, fact.show, fact.about)


def is_none_of(fact: Fact) -> bool:
    """Whether a fact counts happenings of which there were none."""
    return fact.value == 0 and fact.unit in words("happenings")


def _called(person: Person) -> Text | Gap:
    return person.call if isinstance(person.call, Text) else person.name


def _nested(text: Text, word: Word, scope: Scope) -> Text:
    """A text named by another, resolved once. Raises Entangled."""
    if not text.parts:
        return text
    work = scope.work
    if text.pointer in work.open or len(work.open) > DEEPEST:
        raise Entangled(word, text.pointer if text.pointer in work.open else "")
    if text.pointer not in work.known:
        work.known[text.pointer] = resolve(text, scope)
    return work.known[text.pointer]


def _members(value: Value, word: Word, scope: Scope) -> list[Text]:
    """The texts of a list, or the titles of points, each resolved."""
    if value.kind == "list":
        return [_nested(text, word, scope) for text in value.content]
    titles = ((node, next(iter(node.titles.values()))) for node in value.content)
    return [_nested(title, word, scope.within(node, node.points)) for node, title in titles]


def _enumerated(members: list[Text]) -> Pieces:
    """A、B和C, each member with its own pieces."""
    whole = punctuation.join_han([str(member) for member in members])
    pieces: list[Piece] = []
    end = 0
    for member in members:
        start = whole.index(str(member), end)
        pieces += (Piece(whole[end:start]),) if start > end else ()
        pieces += member.pieces
        end = start + len(member)
    return pieces
