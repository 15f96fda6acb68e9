"""The comments a rollover writes, and where on a page they go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from drafter.outline.comments import matches
from drafter.outline.edits import translate_keys
from drafter.recover.lists import table
from drafter.recover.rollover.frame import is_ours
from drafter.recover.rollover.moves import HOW_TO, LAST_YEAR, Change, Note
from drafter.yaml_files import scalars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.recover.rollover.frame import Frame

BETWEEN = "，"


def said() -> dict[str, dict[str, Any]]:
    """The words of ``data/new_year.toml``."""
    return table("new_year")


def note(**parts: str) -> str:
    """What a comment says of last year: those of its parts that there is something to say of."""
    forms = said()["notes"]
    return BETWEEN.join(forms[name].format(words=words) for name, words in parts.items() if words)


def guidance(frame: Frame, name: str) -> list[str]:
    """The comments that tell what to write in a new block, in the keys of the outline."""
    lines = [f"# {HOW_TO}{line}" for line in said()[name]["guidance"]]
    return translate_keys("\n".join([*lines, "drafter: 1"]), frame.lang).split("\n")[:-1]


def written(frame: Frame, notes: Iterable[Note]) -> Iterator[Change]:
    """The changes that take an earlier rollover's comments away and write new ones."""
    ours = [match for match in matches(frame.text, frame.root) if is_ours(match[0])]
    yield from (_removed(frame.text, *match.span()) for match in ours)
    page = _Page(frame)
    by_spot: dict[tuple[int, bool], list[str]] = {}
    for each in notes:
        by_spot.setdefault(page.spot(each), []).append(each.words)
    for (at, above), words in by_spot.items():
        yield page.above(at, words) if above else Change(at, at, f"  # {LAST_YEAR}{BETWEEN.join(words)}")


def kept(frame: Frame, changes: Sequence[Change]) -> Iterator[Change]:
    """The comments that stand in what is taken away, put above it: what a person wrote is not lost."""
    starts, elsewhere = [match.start() for match in frame.comments], "\n".join(change.new for change in changes)
    for change in changes:
        inside = frame.comments[bisect_left(starts, change.start) : bisect_left(starts, change.end)]
        words = [match[0] for match in inside if match[0] not in elsewhere]
        if words:
            line = frame.text.rfind("\n", 0, change.start) + 1
            indent = " " * (len(frame.text[line:]) - len(frame.text[line:].lstrip(" ")))
            yield Change(line, line, "".join(f"{indent}{each}\n" for each in words))


def _removed(text: str, start: int, end: int) -> Change:
    """A comment taken away, with its line where nothing else is on it."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return Change(line + len(text[line:start].rstrip()), end, "")
    return Change(line, min(end + 1, len(text)), "")


class _Page:
    """Where there is room for a comment: not inside a text, and one to a line."""

    def __init__(self, frame: Frame) -> None:
        self.text = frame.text
        self.spans = sorted((node.start_mark.index, node.end_mark.index) for node in scalars(frame.root))
        self.starts = [start for start, _ in self.spans]
        self.commented = {self._end(match.start()) for match in frame.comments}

    def spot(self, note: Note) -> tuple[int, bool]:
        """Where a comment goes, and whether that is a line of its own."""
        at = self._end(note.at)
        if note.above or at in self.commented or self._inside(at):
            return self._line_above(note.at), True
        return at, False

    def above(self, at: int, words: list[str]) -> Change:
        """Comments on lines of their own above the line that begins at a character."""
        line = self.text[at : self._end(at)]
        indent = line[: len(line) - len(line.lstrip(" "))]
        return Change(at, at, "".join(f"{indent}# {LAST_YEAR}{each}\n" for each in words))

    def _line_above(self, at: int) -> int:
        first = self.text.rfind("\n", 0, at) + 1
        while (start := self._inside(first)) is not None:
            first = self.text.rfind("\n", 0, start) + 1
        return first

    def _end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def _inside(self, at: int) -> int | None:
        """Where the scalar begins that a character stands inside of; None where it stands in none."""
        before = bisect_right(self.starts, at - 1) - 1
        start, end = self.spans[before] if before >= 0 else (0, 0)
        return start if start < at < end else None
