"""The tree of an old document as the sections of an outline, and the labels that the program will print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.language.numbering import LEVELS, default_form, default_style, style_below
from drafter.recover.tree_lists import Run, runs
from drafter.recover.write_split import (
    closing,
    closing_table,
    leading,
    main_list,
    own_from,
    same_role,
    with_its_own,
)
from drafter.recover.write_tables import table_of
from drafter.recover.write_text import STOP, clean, glued, literal, title_of, typed, without_mark
from drafter.recover.write_yaml import ABOVE, Behind, Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.recover.tree import Twig

Fields = dict[Any, Any]
SEPARATORS = ("；", "。", "，")
LEADS = "："


class Body:
    """Writes sections. ``labels`` holds, by the index of each heading and point, the label that will be printed.

    ``guessed`` is the comment behind a role nobody is sure of.
    """

    def __init__(self, guessed: str) -> None:
        self.labels: dict[int, str] = {}
        self._guessed = guessed

    def sections(self, twigs: list[Twig]) -> Fields:
        """``sections``, and how they are numbered and set."""
        found = runs(twigs)
        main = main_list(found, ("heading",))
        fields = _numbers(main, default_style(0), "line") if main else {}
        return {**fields, "sections": self._parts(found, main, "other", top=True)}

    def _below(self, twigs: list[Twig], role: str, own: str, line: bool) -> Fields:
        """The content of a node: text, lead, points, tail and table. ``own`` is the style of the node's label.

        ``line``: nothing goes on in the paragraph of its title.
        """
        found = runs(twigs)
        before, found = leading(found)
        table, found = closing_table(found)
        tail, found = closing(found)
        below = style_below(own) if own in LEVELS[:-1] else ""
        fields: Fields = {}
        if len(found) == 1 and found[0].form == "inline" and found[0].twigs[0].runs_in == (bool(before) or not line):
            fields |= {**_led(before), **self._list(found[0], role, below)}
        else:
            before, found = with_its_own(before, found)
            fields |= {"text": _texts(before), **self._points(found, role, below)}
        return {**fields, "tail": _texts(tail), "table": table_of(table.part) if table else {}}

    def _list(self, run: Run, role: str, below: str) -> Fields:
        """One list as the points of a node, with how they are numbered and set."""
        if run.inner:
            points = [each for part in run.inner for each in self._in_line(part, role)]
            return {**_numbers(run, below, "inline"), "points": points}
        mark = _common_mark(run) if run.form == "inline" else ""
        points = [self._node(twig, run, at, role, mark) for at, twig in enumerate(run.twigs)]
        told = any(isinstance(point, dict) and point.get("text") for point in points)
        separator = "" if mark == (STOP if told else SEPARATORS[0]) else mark
        return {**_numbers(run, below, default_form(run.style)), "separator": separator, "points": points}

    def _in_line(self, run: Run, role: str) -> list[Any]:
        """A text or a list that stands in one paragraph with others."""
        return [{"paragraph": _texts(run.twigs)}] if run.sort == "text" else [self._list(run, role, "")]

    def _points(self, found: list[Run], role: str, below: str) -> Fields:
        """Several lists and what stands between them as the points of a node."""
        if not found:
            return {}
        main = main_list(found)
        fields = _numbers(main, below, default_form(main.style)) if main else {"form": "" if below else "paragraph"}
        return {**fields, "points": self._parts(found, main, role)}

    def _parts(self, found: list[Run], main: Run | None, role: str, top: bool = False) -> list[Any]:
        """Runs as points: those of the main list with their titles, other lists in groups, texts between them."""
        titled = {twig.index: at for at, twig in enumerate(main.twigs)} if main else {}
        parts: list[Any] = []
        texts: list[Twig] = []
        for run in found:
            if run.sort == "text":
                texts = [*texts, *run.twigs]
                continue
            at = own_from(texts, run, top)
            parts += self._texts(texts[:at], role, top)
            if main and run.twigs[0].index in titled:
                parts += [self._node(twig, main, titled[twig.index], role) for twig in run.twigs]
            else:
                parts += self._apart(run, texts[at:], role, top)
            texts = []
        return parts + self._texts(texts, role, top)

    def _apart(self, run: Run, own: list[Twig], role: str, top: bool) -> list[Any]:
        """A list that is not the main one, with the texts it goes on in; or tables."""
        if run.sort == "table":
            return [{"table": table_of(twig.part)} for twig in run.twigs]
        said = self._role(own[-1] if own else run.twigs[0], role, top, own[:-1])
        return [{**said, **_led(own), **self._list(run, said.get("role", role), "")}]

    def _node(self, twig: Twig, run: Run, at: int, role: str, mark: str = "") -> Fields | str:
        """A heading or point. ``mark`` is the one that all points of a list end with, "" where they differ."""
        self.labels[twig.index] = run.label(at)
        said = self._role(twig, role)
        words = _ending(twig, run.form, STOP if at == len(run.twigs) - 1 else mark)
        title = title_of(twig.part, run.style != "none", words)
        own = "" if run.style == "none" else run.style
        fields = {**said, "title": title, **self._below(twig.inside, said.get("role", role), own, run.form == "line")}
        return fields if any(fields[key] for key in fields if key != "title") or not title else title

    def _role(self, twig: Twig, around: str, top: bool = False, beside: Iterable[Twig] = ()) -> Fields:
        """The role of a part, and the notes on it, on the texts in it and on those ``beside`` it."""
        part = twig.part
        noted = [*(each.part for each in beside), part, *(below.part for below in twig.inside if not below.is_node)]
        notes = [line for each in noted for note in each.notes for line in clean(note).split("\n")]
        fields: Fields = {ABOVE: notes} if notes else {}
        if part.role and (part.role != around or top):
            fields["role"] = part.role
            if not part.sure:
                fields[Behind("role")] = self._guessed
        return fields

    def _texts(self, texts: list[Twig], role: str, top: bool) -> list[Any]:
        """Unnumbered paragraphs: at the top sections by role, elsewhere one item."""
        if not top:
            return [{"paragraph": _texts(texts)}] if texts else []
        found: list[Any] = []
        while texts:
            at = same_role(texts)
            found.insert(0, {**self._role(texts[at], role, top, texts[at + 1 :]), "text": _texts(texts[at:])})
            texts = texts[:at]
        return found


def _ending(twig: Twig, form: str, mark: str) -> str:
    """A title without what the program will print behind it: a 。 before text, a ``mark`` between points."""
    text = twig.part.text.rstrip()
    if form == "line":
        return text
    if form == "inline" and not twig.inside:
        return without_mark(text, mark)
    first = twig.inside[0].part if twig.inside else None
    return without_mark(text, STOP, first.label + first.text if first else "")


def _numbers(run: Run, usual_style: str, usual_form: str) -> Fields:
    """How a list is numbered and set, where the outline has to say so."""
    return {
        "numbering": run.style if run.style != usual_style else "",
        "form": run.form if run.form != usual_form else "",
        "start": run.start if run.start != 1 else "",
    }


def _texts(texts: list[Twig]) -> Paragraphs:
    """Texts as paragraphs; what goes on in a paragraph is joined to it."""
    found: list[str] = []
    for at, twig in enumerate(texts):
        words = glued(literal(twig.part.label), typed(twig.part))
        if at and twig.runs_in:
            found[-1] = glued(found[-1], words)
        else:
            found.append(words)
    return Paragraphs(words for words in found if words)


def _led(texts: list[Twig]) -> Fields:
    """Texts before a list that goes on in the last: that leads into it where it says so."""
    said = _texts(texts)
    if said and said[-1].endswith(LEADS) and "\n" not in said[-1]:
        return {"text": Paragraphs(said[:-1]), "lead": Paragraphs(said[-1:])}
    return {"text": said}


def _common_mark(run: Run) -> str:
    """The mark that each point but the last ends with, of those that consist of a title; "" where they differ."""
    marks = {twig.part.text.rstrip()[-1:] for twig in run.twigs[:-1] if not twig.inside}
    mark = marks.pop() if len(marks) == 1 else ""
    return mark if mark in SEPARATORS else ""
