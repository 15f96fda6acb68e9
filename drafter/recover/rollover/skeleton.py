"""Last year's tasks and problems as points of this year's: what was to be done, and a blank for what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import names
from drafter.outline.edits import scalar
from drafter.outline.references import fold
from drafter.outline.scalars import quoted, value
from drafter.outline.source import Source
from drafter.recover.rollover.marks import note, said
from drafter.recover.rollover.moves import LAST_YEAR
from drafter.recover.rollover.nodes import end, is_blank, items, members, start
from drafter.recover.rollover.scalars import Said
from drafter.yaml_files import MappingNode, Node, ScalarNode, SequenceNode, compose, scalars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.outline.references import Reference
    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair

KEPT = ("owner", "due", "measure", "papers", "numbering", "form", "separator")
SAID = ("text", "lead", "tail", "paragraph")
LAST, THIS, NEXT = -1, 0, 1
YEARS = {LAST: "last_year", THIS: "year", NEXT: "next_year"}


def points(frame: Frame, pair: Pair | None) -> list[str]:
    """The points below a key, line by line; comments among them stay above what they stood above."""
    if pair is None:
        return []
    notes = [each for each in frame.comments if end(pair[0]) <= each.start() < _line_end(frame.text, end(pair[1]))]
    waiting = [(each.start(), each[0]) for each in reversed(notes)]
    lines = [line for node in items(pair[1]) for line in _point(frame, node, waiting, nested=False)]
    return [*lines, *_comments(waiting, len(frame.text))]


def recalled(frame: Frame, typed: Mapping[str, Pair]) -> list[str]:
    """What a node said, as comments."""
    said = (typed[name][1] for name in SAID if name in typed)
    return [f"# {LAST_YEAR}{note(text=each)}" for node in said for each in words(frame, node)]


def words(frame: Frame, node: Node) -> list[str]:
    """The paragraphs of a text as last year's papers printed them."""
    found = (value(each).split("\n") for each in scalars(node))
    return [frame.printed(line) for lines in found for line in lines if line.strip()]


def fields(frame: Frame, typed: Mapping[str, Pair], wanted: Iterable[str]) -> list[str]:
    """Some fields of a node as they were typed, a line each."""
    present = (name for name in wanted if name in typed and not is_blank(typed[name][1]))
    return [f"  {frame.key('node', name)}: {_raw(frame, typed[name][1])}" for name in present]


def inline(lines: Iterable[str]) -> str:
    """Lines of YAML between braces; comments are left out."""
    text = "\n".join(lines)
    root = compose(text, Source("", text))
    return _inline(root.value[0]) if root is not None else ""


def _inline(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "{" + ", ".join(f"{_inline(key)}: {_inline(child)}" for key, child in node.value) + "}"
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(map(_inline, node.value)) + "]"
    return scalar(value(node)) if isinstance(node, ScalarNode) and node.value else ""


def _point(frame: Frame, node: Node, waiting: list[tuple[int, str]], nested: bool) -> Iterator[str]:
    typed = members(node, "node")
    below = typed.get("points")
    yield from _comments(waiting, start(below[1]) if below else _line_end(frame.text, end(node)))
    if all(not each.value.strip() for each in _values(node)):
        return
    if isinstance(node, ScalarNode):
        yield from _alone(frame, node, nested)
    elif "paragraph" in typed:
        yield from recalled(frame, typed)
    elif "title" not in typed and below:
        yield from (line for each in items(below[1]) for line in _point(frame, each, waiting, nested))
    elif isinstance(node, MappingNode):
        yield from _whole(frame, typed, waiting)


def _values(node: Node) -> Iterator[ScalarNode]:
    """The scalars of a node, keys aside."""
    if isinstance(node, ScalarNode):
        yield node
    else:
        children = (child for _, child in node.value) if isinstance(node, MappingNode) else node.value
        yield from (each for child in children for each in _values(child))


def _alone(frame: Frame, node: ScalarNode, nested: bool) -> Iterator[str]:
    """A point that is a title; inside of a task it stays one."""
    if nested:
        yield f"- {_raw(frame, node)}".rstrip()
    else:
        yield f"- {frame.key('node', 'title')}: {_raw(frame, node)}".rstrip()
        yield f"  {frame.key('node', 'text')}:"


def _whole(frame: Frame, typed: dict[str, Pair], waiting: list[tuple[int, str]]) -> Iterator[str]:
    below = items(typed["points"][1]) if "points" in typed else ()
    yield from _titled(frame, typed.get("title"))
    yield from (f"  {line}" for line in recalled(frame, typed))
    if not any(isinstance(each, MappingNode) for each in below):
        yield f"  {frame.key('node', 'text')}: {_measured(frame, typed)}".rstrip()
    gone = "measure" in typed and fold(str(typed["measure"][1].value)) in frame.gone
    yield from fields(frame, typed, [name for name in KEPT if name != "measure" or not gone])
    if below:
        yield f"  {frame.key('node', 'points')}:"
        yield from (f"    {line}" for each in below for line in _point(frame, each, waiting, nested=True))


def _titled(frame: Frame, pair: Pair | None) -> Iterator[str]:
    """A title, or one for each paper."""
    key = frame.key("node", "title")
    if pair is None or not isinstance(pair[1], MappingNode):
        yield f"- {key}: {_raw(frame, pair[1]) if pair else ''}".rstrip()
        return
    yield f"- {key}:"
    yield from (f"    {paper.value}: {_raw(frame, node)}".rstrip() for paper, node in pair[1].value)


def _measured(frame: Frame, typed: dict[str, Pair]) -> str:
    """What came of a task that has a measure: the figure, and how much of the target it is; "" for any other."""
    name = str(typed["measure"][1].value).strip() if "measure" in typed else ""
    fact = frame.known.get(fold(name))
    if fact is None or fact.target is None or fact.rank or fold(name) in frame.gone:
        return ""
    form = said()["notes"]["measure"]
    return scalar(form.format(name=fact.name, completion=frame.key("filters", "completion")))


def _comments(waiting: list[tuple[int, str]], until: int) -> Iterator[str]:
    """The comments that stood before a character and have not been written yet."""
    while waiting and waiting[-1][0] < until:
        yield waiting.pop()[1]


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _raw(frame: Frame, node: Node) -> str:
    """A value as it was typed, on one line, its references turned to what they mean a year later."""
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(_raw(frame, each) for each in node.value) + "]"
    if not isinstance(node, ScalarNode):
        return _inline(node)
    old = frame.text[start(node) : end(node)]
    new = _a_year_later(frame, node)
    if "\n" in old or node.style in ("|", ">"):
        return scalar(" ".join(new.split("\n")).strip())
    if new == value(node):
        return old
    return quoted(new) if node.style else scalar(new)


def _a_year_later(frame: Frame, node: ScalarNode) -> str:
    said = Said(node, "")
    new = said.words
    for each in reversed(said.references):
        new = new[: each.offset] + _reference(frame, each) + new[each.offset + len(each.source) :]
    return new


def _reference(frame: Frame, reference: Reference) -> str:
    """{{ next_year }} is {{ year }} now; a target is to be held against the figure, a figure is last year's."""
    filters = [names.canonical("filters", word.text) for word in reference.filters]
    fact, year = frame.fact_of(reference), names.canonical("references", reference.name.text)
    if fact in frame.gone or "anniversary" in filters or (not fact and _is_held(reference)):
        return frame.printed(reference.source)
    if fact:
        return _of_fact(frame, reference, filters)
    years = {name: distance for distance, name in YEARS.items()}
    return _of_year(frame, reference, years[year]) if year in years else reference.source


def _is_held(reference: Reference) -> bool:
    """Whether it is to the paper's day, its meeting or campaign: last year's is meant."""
    return names.canonical("references", reference.name.text.partition(".")[0]) in ("date", "meeting", "campaign")


def _of_fact(frame: Frame, reference: Reference, filters: list[str | None]) -> str:
    name = reference.name.text
    if filters == ["target"]:
        return f"{{{{ {name} }}}}"
    return f"{{{{ {name} | {frame.key('filters', 'previous')} }}}}" if not filters else reference.source


def _of_year(frame: Frame, reference: Reference, distance: int) -> str:
    now = YEARS.get(distance - frame.distance)
    if now is None:
        return frame.printed(reference.source)
    words = [frame.key("references", now), *(word.text for word in reference.filters)]
    return "{{ " + " | ".join(words) + " }}"
