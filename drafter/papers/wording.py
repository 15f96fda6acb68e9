"""Chooses the genre's own phrases for a paper: in order, what the outline can fill, no opening twice, nothing asserted.

Whatever the outline says itself comes first: a section with a lead gets no opening phrase, one with a tail no closing.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
from markupsafe import Markup, escape

from drafter.outline.text import Gap, Text
from drafter.papers import slots
from drafter.papers.filters import plain
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.outline.model import Node, Outline
    from drafter.papers.phrases import Phrase, Phrases

HEAD = 3
FALLBACK = "other"
ENDING, CLOSING = "ending", "closing"
NOTHING = Markup("")


class Offer(msgspec.Struct, frozen=True):
    """A phrase that asserts something, for a writer to choose: under ``key``; …… stands for what it lacks."""

    key: str
    text: str


class Wording:
    """The phrases of one paper while it is written: remembers what was used."""

    def __init__(self, phrases: Phrases, outline: Outline) -> None:
        self._phrases = phrases
        self._outline = outline
        self._heads = {line[:HEAD] for node in outline.sections for line in (*node.text, *node.lead)}
        self._calls: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._last_verb = ""

    def opens(self, node: Node) -> Markup:
        """The sentence that leads into a node's points; none where it has no points or a lead of its own."""
        return NOTHING if node.lead or not node.points else self._choose(node.role, "", node)

    def closes(self, node: Node) -> Markup:
        """A sentence behind a node's content; none where it has a tail of its own."""
        return NOTHING if node.tail else self._choose(node.role, "last", node)

    def phrase(self, key: str, node: Node | None = None, at: str = "", **given: Any) -> Markup:
        """A phrase from any list of the file; ``given`` fills slots before the outline does."""
        return self._choose(key, at, node, **given)

    def ending(self) -> Markup:
        """The paper's last sentence; none where the outline closes it."""
        closed = any(node.role == CLOSING for node in self._outline.sections)
        return NOTHING if closed else self._choose(ENDING, "", None)

    def said(self, node: Node) -> Markup:
        """Who says a section and how, without a comma: 会议指出. The outline's own words win; no verb runs twice."""
        verb = Text(node.says, f"{node.pointer}/says") if node.says else self._verb(node)
        self._last_verb = str(verb)
        self._verbs[self._last_verb] += 1
        return escape(node.by or self._phrases.verbs.subject) + escape(verb)

    def offers(self) -> list[Offer]:
        """All phrases that assert something."""
        found = ((key, phrase) for key, phrases in self._phrases.lists.items() for phrase in phrases if phrase.asserts)
        return [Offer(key, _shown_plain(phrase, self._values(phrase, None, {}))) for key, phrase in found]

    def _choose(self, key: str, at: str, node: Node | None, **given: Any) -> Markup:
        phrases = self._phrases.lists.get(key, ())
        self._check(phrases, given)
        positions = {at} if at else {"", "next" if self._calls[key] else "first"}
        self._calls[key] += not at
        for phrase in phrases:
            if phrase.at in positions and not phrase.asserts and self._has_needs(phrase, node):
                values = self._values(phrase, node, given)
                if all(values) and self._opens_anew(phrase, values):
                    return _filled(phrase, values)
        return NOTHING

    def _opens_anew(self, phrase: Phrase, values: list[Any]) -> bool:
        head = phrase.head or _shown_plain(phrase, values)[:HEAD]
        if head in self._heads:
            return False
        self._heads.add(head)
        return True

    def _has_needs(self, phrase: Phrase, node: Node | None) -> bool:
        return all(
            _says(slots.fill(need, self._outline, node)) if slots.known(need) else slots.has(self._outline, need)
            for need in phrase.needs
        )

    def _values(self, phrase: Phrase, node: Node | None, given: dict[str, Any]) -> list[Any]:
        """What its slots hold, in order; "" for those that are empty."""
        found = []
        for name, following in zip(phrase.slots, phrase.parts[2::2], strict=True):
            value = given[name] if name in given else slots.fill(name, self._outline, node)
            found.append(slots.shown(value, following) if _says(value) else "")
        return found

    def _check(self, phrases: Iterable[Phrase], given: dict[str, Any]) -> None:
        """Raises DrafterError for slots and needs that nothing can ever fill; offers may have such."""
        problems = [problem for phrase in phrases if not phrase.asserts for problem in self._unknown(phrase, given)]
        if problems:
            raise DrafterError(*problems)

    def _unknown(self, phrase: Phrase, given: dict[str, Any]) -> Iterator[Problem]:
        place = Place(self._phrases.file, line=phrase.line)
        for name in phrase.slots:
            if name not in given and not slots.known(name):
                yield Problem("papers.wording-slot", place, {"slot": name})
        for need in phrase.needs:
            if not slots.known_need(need):
                yield Problem("papers.wording-need", place, {"need": need})

    def _verb(self, node: Node) -> str:
        verbs = self._phrases.verbs
        choices = (*verbs.by_role.get(node.role, ()), *verbs.by_role.get(FALLBACK, ()))
        following = self._following(node)
        spent = {verb for verb, most in verbs.at_most.items() if self._verbs[verb] >= most}
        for barred in ({self._last_verb, following, *spent}, {self._last_verb, *spent}, {self._last_verb}):
            for verb in choices:
                if verb not in barred:
                    return verb
        return choices[0] if choices else ""

    def _following(self, node: Node) -> str:
        """The verb that the outline gives the section behind this one."""
        sections = self._outline.sections
        behind = [after for before, after in pairwise(sections) if before is node]
        return behind[0].says if behind else ""


def _says(value: Any) -> bool:
    return value is not None and not isinstance(value, Gap) and value not in ("", ())


def _filled(phrase: Phrase, values: list[Any]) -> Markup:
    parts = [*phrase.parts]
    parts[1::2] = values
    return Markup().join(parts)


def _shown_plain(phrase: Phrase, values: list[Any]) -> str:
    parts = [*phrase.parts]
    parts[1::2] = [plain(value) or "……" for value in values]
    return "".join(parts)
