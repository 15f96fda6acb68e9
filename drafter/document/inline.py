"""What stands inside a paragraph: stretches of text, and lists that run on in it (一是……；二是……。)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.document.model import Gap, Run, Runs
from drafter.language.numbering import label
from drafter.language.punctuation import END_MARKS, PAUSE_MARKS, close

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

_BREAKS = re.compile(r"[ \t]*\n[ \t\n]*")
_MARKS = tuple(END_MARKS + PAUSE_MARKS)


class Look(NamedTuple):
    """What a run has besides its text."""

    bold: bool = False
    level: int = 0
    source: str = ""
    fact: str = ""
    gap: Gap | None = None


PLAIN = Look()


class Line:
    """A paragraph while its runs are put together. Falsy as long as nothing was added."""

    __slots__ = ("_clause", "_joint", "_parts")

    def __init__(self) -> None:
        self._parts: list[tuple[str, Look]] = []
        self._clause = 0
        self._joint = ""

    def __bool__(self) -> bool:
        return bool(self._parts)

    def add(self, text: str, look: Look) -> None:
        """Put ``text`` at the end, behind the mark that ``join`` left there."""
        if self._joint:
            self._join_to(text)
        self._parts.append((text, look))

    def join(self, mark: str) -> None:
        """Let ``mark`` stand here, before whatever follows or at the end; the last of several wins.

        It is dropped where the text before it closes with a mark of its own, or the text behind begins with one.
        """
        self._joint = mark if self._parts else ""

    def runs(self) -> Runs:
        """All that was added, neighbours of one look as one run."""
        if self._joint:
            self._join_to("")
        merged: list[tuple[str, Look]] = []
        for text, look in self._parts:
            if merged and merged[-1][1] == look:
                merged[-1] = (merged[-1][0] + text, look)
            else:
                merged.append((text, look))
        return tuple([Run(text, *look) for text, look in merged])

    def _join_to(self, following: str) -> None:
        mark, self._joint = self._joint, ""
        clause = "".join([text for text, _ in self._parts[self._clause :]])
        if not following.startswith(_MARKS) and close(clause, mark) != clause:
            before = self._parts[-1][1]
            self._parts.append((mark, Look(before.bold, before.level)))
        self._clause = len(self._parts)


def fill(line: Line, element: Element, look: Look = PLAIN) -> None:
    """Add all that ``element`` holds to ``line``."""
    if element.text:
        words(line, element.text, look)
    if len(element):
        rest(line, element, look)


def rest(line: Line, children: Iterable[Element], look: Look = PLAIN) -> None:
    """Add elements and the text behind each to ``line``."""
    for child in children:
        _ADD[str(child.tag)](line, child, look)
        if child.tail:
            words(line, child.tail, look)


def words(line: Line, text: str | None, look: Look) -> None:
    """Add plain text; in the template's own (it has no source) white space with a line end in it vanishes."""
    if text and not look.source and "\n" in text:
        text = _BREAKS.sub("", text)
    if text:
        line.add(text, look)


def item_label(items: Element, index: int) -> str:
    """The label of the item at ``index`` (from 0) of an ``ol``; its numbering is 一是 where none is given."""
    start = int(items.get("data-start", "1"))
    total = int(items.get("data-total", "0")) or start - 1 + len(items)
    return label(items.get("data-numbering", "shi"), start + index, total)


def title_of(item: Element) -> Element | None:
    """The ``b`` that an item begins with."""
    starts = len(item) and item[0].tag == "b" and not (item.text or "").strip()
    return item[0] if starts else None


def _bold(line: Line, element: Element, look: Look) -> None:
    fill(line, element, look._replace(bold=True))


def _span(line: Line, element: Element, look: Look) -> None:
    source = element.get("data-src")
    fill(line, element, Look(look.bold, look.level, source, look.fact) if source else look)


def _data(line: Line, element: Element, look: Look) -> None:
    fill(line, element, Look(look.bold, look.level, look.source, element.get("data-fact", ""), look.gap))


def _mark(line: Line, element: Element, look: Look) -> None:
    gap = Gap(element.get("data-gap", ""), element.get("data-who", ""))
    fill(line, element, Look(look.bold, look.level, element.get("data-src") or look.source, look.fact, gap))


def _list(line: Line, items: Element, look: Look) -> None:
    """Add an enumeration; the words before it stay as they are, a 。 stands after it."""
    items_shown = [item for item in items if holds_words(item)]
    separator = items.get("data-separator") or ("。" if any(map(_has_text, items_shown)) else "；")
    for index, item in enumerate(items_shown):
        line.add(item_label(items, index), look)
        _item(line, item, look)
        line.join(separator)
    line.join("。" if items_shown else "")


def _item(line: Line, item: Element, look: Look) -> None:
    title = title_of(item)
    if title is None:
        fill(line, item, look)
        return
    fill(line, title, look)
    line.join("。")
    words(line, title.tail, look)
    rest(line, list(item)[1:], look)


def holds_words(element: Element) -> bool:
    """Whether anything would be printed of ``element``."""
    return bool("".join(element.itertext()).strip())


def _has_text(item: Element) -> bool:
    title = title_of(item)
    if title is None:
        return True
    return bool((title.tail or "").strip()) or any(holds_words(child) for child in list(item)[1:])


_ADD: dict[str, Callable[[Line, Element, Look], None]] = {
    "b": _bold,
    "span": _span,
    "data": _data,
    "mark": _mark,
    "ol": _list,
}
