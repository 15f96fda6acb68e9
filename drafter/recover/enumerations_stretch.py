"""The text under one heading as one string, each character of which knows the part it came from."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.language import width
from drafter.language.enumeration_marks import AMONG
from drafter.language.enumerations import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.enumerations_groups import Item
    from drafter.recover.model import Part


class Stretch:
    """Parts side by side, a line each; a label that Word prints stands before its line's text."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._lines = [f"{part.label} {part.text}" if part.label else part.text for part in parts]
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.text = "\n".join(self._lines)
        self.normal = width.normal(self.text)

    def text_parts(self, start: int, end: int, level: int) -> Iterator[Part]:
        """The characters ``start`` to ``end`` as parts, a line each; blank ones are none."""
        while start < end:
            index = self._index(start)
            stop = min(end, self._starts[index] + len(self._lines[index]))
            text = self.text[start:stop].strip()
            if text:
                part = self._parts[index]
                runs_in = part.runs_in or bool(self.text[self._starts[index] : start].strip())
                yield replace(part, text=text, label="", level=level, runs_in=runs_in)
            start = stop + 1

    def point(self, style: str, item: Item) -> Part:
        """A member's first words, with its label; one of no style that can be printed (其一，) has none."""
        index = self._index(item.start)
        part, runs_in = self._parts[index], bool(self.text[self._starts[index] : item.start].strip())
        label, words = self.typed(item), self.text[item.words : item.title_end].strip()
        found = replace(part, text=words, kind="point", number=item.number, runs_in=part.runs_in or runs_in)
        if style == AMONG:
            return replace(found, label=label)
        return replace(found, label=written(style, item.number) if item.lost else label, style=style)

    def typed(self, item: Item) -> str:
        """A member's label as it stands."""
        return self.text[item.start : item.words].strip()

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1
