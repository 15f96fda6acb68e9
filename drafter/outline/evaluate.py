"""What a reference comes to, and, where it comes to nothing, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import filters, names
from drafter.outline.scope import fields_of
from drafter.outline.values import KIND_NAMES, Misuse, Value

if TYPE_CHECKING:
    from drafter.outline.filters import Moment
    from drafter.outline.references import Reference, Word
    from drafter.outline.scope import Scope

CALCULATING = frozenset("+*/=<>()[]%&\"',:")


def evaluate(reference: Reference, scope: Scope, around: tuple[str, str] = ("", "")) -> Value:
    """What ``reference`` comes to between the two texts ``around`` it. Raises Misuse."""
    value = scope.find(reference.name.text)
    if value is None:
        raise _unknown(reference.name, scope)
    for word in reference.filters:
        value = _filtered(value, word, scope.moment(*around))
    return value


def _unknown(word: Word, scope: Scope) -> Misuse:
    if names.canonical("references", word.text) == "points":
        return Misuse("facts.points-outside", word, name=word.text)
    owner = scope.owner(word.text)
    if owner is not None:
        return _unknown_field(word, owner)
    near = scope.nearest(word.text)
    if not near and not CALCULATING.isdisjoint(word.text):
        return Misuse("facts.only-names", word, name=word.text)
    return _guess("facts.unknown-name", word, near)


def _unknown_field(word: Word, owner: Value) -> Misuse:
    head, _, field = word.text.rpartition(".")
    known = fields_of(owner.kind)
    if not known:
        return Misuse("facts.no-fields", word, name=head, field=field)
    near = names.nearest(field, known)
    return _guess("facts.unknown-field", word, f"{head}.{near}" if near else "", owner=head, field=field)


def _filtered(value: Value, word: Word, moment: Moment) -> Value:
    name = names.canonical("filters", word.text)
    if name is None:
        raise _guess("facts.unknown-filter", word, names.suggest("filters", word.text))
    try:
        result = filters.apply(name, value, moment)
    except filters.TooEarly as error:
        raise Misuse("facts.too-early", word, year=error.year) from None
    return result or _misfit(name, value, word)


def _misfit(name: str, value: Value, word: Word) -> Value:
    kinds = [KIND_NAMES[kind] for kind in filters.FILTERS[name]]
    is_en, is_zh = KIND_NAMES[value.kind]
    fits = {"fits_en": ", ".join(en for en, _ in kinds), "fits_zh": "、".join(zh for _, zh in kinds)}
    raise Misuse("facts.misfit", word, filter=word.text, is_en=is_en, is_zh=is_zh, **fits)


def _guess(id: str, word: Word, near: str, **args: str | int) -> Misuse:
    remedy = "facts.did-you-mean" if near else ""
    return Misuse(id, word, remedy, near, name=word.text, **args)
