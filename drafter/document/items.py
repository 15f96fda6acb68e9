"""Lists whose items are paragraphs of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document.inline import PLAIN, Line, Look, fill, holds_words, item_label, rest, title_of, words
from drafter.document.model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_INLINE = "inline"


def paragraphs(items: Element) -> Iterator[Paragraph]:
    """A list as paragraphs: one where it runs on (``data-form`` inline), else at least one for each item."""
    for line in _lines(items):
        if runs := line.runs():
            yield Paragraph(runs)


def _lines(items: Element) -> list[Line]:
    form = items.get("data-form", _INLINE)
    if form == _INLINE:
        line = Line()
        rest(line, [items])
        return [line]
    shown = [item for item in items if holds_words(item)]
    look = Look(bold=form == "lead-in")
    lines = [_item(item, item_label(items, index), look) for index, item in enumerate(shown)]
    return _marked(lines, items.get("data-separator", "。"))


def _marked(groups: list[list[Line]], separator: str) -> list[Line]:
    """All lines of all items: ``separator`` between the items, 。 after each other line."""
    for group in groups:
        for line in group[:-1]:
            line.join("。")
        group[-1].join("。" if group is groups[-1] else separator)
    return [line for group in groups for line in group]


def _item(item: Element, label: str, look: Look) -> list[Line]:
    lines = _Lines()
    lines.all[0].add(label, look)
    title = title_of(item)
    if title is None:
        lines.text(item.text)
        lines.children(item)
    else:
        fill(lines.all[0], title, look)
        lines.all[0].join("。")
        lines.text(title.tail)
        lines.children(list(item)[1:])
    return lines.all


class _Lines:
    """The paragraphs of one item. The first holds its label and title; what stood there last decides who joins it."""

    def __init__(self) -> None:
        self.all = [Line()]
        self._last = "title"

    def text(self, text: str | None) -> None:
        if text and text.strip():
            words(self._open("text"), text, PLAIN)

    def children(self, children: Iterable[Element]) -> None:
        for child in children:
            if child.tag == "p":
                fill(self._open("paragraph"), child)
                self.text(child.tail)
            elif child.tag == "ol" and child.get("data-form", _INLINE) != _INLINE:
                self.all += _lines(child)
                self._last = "paragraph"
                self.text(child.tail)
            else:
                rest(self._open("text"), [child])

    def _open(self, kind: str) -> Line:
        if self._last == "paragraph" or (self._last == "text" and kind == "paragraph"):
            self.all.append(Line())
        self._last = kind
        return self.all[-1]
