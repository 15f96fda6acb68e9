"""What went and what stayed: lines that had to be dropped, tables, the body letter for letter, and its print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.document.plain import to_text
from drafter.outline.load import loads
from drafter.papers.compose import compose
from drafter.recover.write import write

from .marks import NOT_BODY, Mark, compact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.document.manuscript import Line
    from drafter.recover.model import Old, Part

    from .annotated import Annotation


def dropped(truth: Annotation, old: Old) -> Iterator[Mark]:
    kinds: dict[int, set[str]] = {}
    for part in old.parts:
        kinds.setdefault(part.line, set()).add(part.kind)
    gone = "".join(compact(each.text) for each in old.dropped)
    sources = dict(enumerate(old.manuscript.sources, 1))
    for line in truth.dropped:
        right = line not in kinds and (old.manuscript.format == "html" or compact(sources[line]) in gone)
        yield Mark("dropped lines", right, line, f"kept as {sorted(kinds.get(line, {'part of another'}))}")
    for line in truth.sources:
        left = kinds.get(line, set()) - NOT_BODY
        yield Mark("dropped lines", not left, line, f"kept as {sorted(left)}")


def tables(truth: Annotation, old: Old) -> Iterator[Mark]:
    for line, rows, columns in truth.tables:
        table = next((part for part in old.parts if part.kind == "table" and part.line == line), None)
        size = (len(table.rows), max(map(len, table.rows), default=0)) if table else (0, 0)
        yield Mark("tables", size == (rows, columns), line, f"{size}, not {(rows, columns)}")


def joined(truth: Annotation, old: Old) -> Iterator[Mark]:
    """What goes on with the sentence of the line above begins no part of its own."""
    begun = {part.line for part in old.parts}
    for line in truth.joined:
        yield Mark("wrapped lines joined", line not in begun, line, "stands apart")


def body(truth: Annotation, old: Old) -> Iterator[Mark]:
    """Every line of the body is in the parts, letter for letter but for the changes that are told."""
    stream = "".join(map(_all_of, old.parts))
    first, last = truth.body
    for line in old.manuscript.lines:
        number = line.marks[0].line
        if first <= number <= last and number not in (*truth.dropped, *truth.sources):
            yield Mark("body lines kept", _as_told(line, truth, old) in stream, number, "lost")


def _all_of(part: Part) -> str:
    cells = [cell for row in part.rows for cell in row]
    return compact("".join((part.label, part.text, *cells)))


def _as_told(line: Line, truth: Annotation, old: Old) -> str:
    """A line after the changes, and where a part of it may go, the droppings, that are told of it."""
    number, text = line.marks[0].line, line.text
    for each in old.changes:
        text = text.replace(each.old, each.new) if each.line == number else text
    said = compact(text)
    for gone in old.dropped if number in truth.partial else ():
        said = said.removesuffix(compact(gone.text)) if gone.line == number else said
    return said


def printed(_: Annotation, old: Old) -> Iterator[Mark]:
    """The outline that is written has no problem, and prints the text of every part again."""
    loaded = loads(write(old).encode(), "旧稿.yaml")
    yield Mark("sound outline", loaded.outline is not None and not loaded.problems, 0, str(loaded.problems)[:200])
    again = compact(to_text(compose(loaded.outline, "verbatim", "旧稿.yaml"))) if loaded.outline else ""
    for part in old.parts:
        yield Mark("printed again", compact(part.text) in again, part.line, "not printed")
