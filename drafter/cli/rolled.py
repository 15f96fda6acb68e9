"""What a rollover did, as a person reads it: figures, dates, texts and sections, then what is left to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import messages
from drafter.cli.cells import cells, flow, wrap
from drafter.messages import say
from drafter.outline import names
from drafter.recover.rollover.moves import DATES, FACTS, QUESTIONS, SECTIONS, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.cli.terminal import Line
    from drafter.recover.rollover.moves import Rolled, Told

INDENT = "  "
INNER_QUOTES = str.maketrans("“”", "‘’")


def lines(rolled: Rolled, files: tuple[str, str], width: int) -> Iterator[Line]:
    """The report in lines of at most ``width`` cells. ``files`` are the old and the new one, "" for none written."""
    page = _Page(rolled, not files[1], width)
    heading = "rollover.heading" if files[1] else "rollover.heading-plan"
    years = {"last": rolled.last, "year": rolled.year}
    yield from page.text(say(heading, old=files[0], new=files[1], **years), "", "file")
    for group in (FACTS, DATES, YEARS, SECTIONS, QUESTIONS):
        told = [each for each in rolled.told if each.move.group == group]
        if told:
            yield ()
            yield from page.text(say(f"rollover.{group}"), "", "file")
            yield from page.group(group, told)


class _Page:
    """Lines of a width; line numbers are those of the file that is there to be read."""

    def __init__(self, rolled: Rolled, planned: bool, width: int) -> None:
        self.planned, self.width, self.next_year = planned, width, rolled.year == rolled.last + 1
        self.digits = max((len(str(self.line(each))) for each in rolled.told), default=1)

    def line(self, told: Told) -> int:
        return told.last_line if self.planned else told.line

    def text(self, words: str, indent: str, style: str = "") -> Iterator[Line]:
        """Words broken where they must be; what follows the first line is indented a little more."""
        for index, line in enumerate(wrap(words, self.width - cells(indent) - 2 * len(INDENT))):
            yield ((indent + ("  " if index else "") + line, style),)

    def group(self, group: str, told: Sequence[Told]) -> Iterator[Line]:
        if group == FACTS:
            yield from self._facts(told)
        elif group == QUESTIONS:
            yield from self._questions(told)
        else:
            for each in told:
                yield from self._row(each, _said(each))

    def _facts(self, told: Sequence[Told]) -> Iterator[Line]:
        facts = [each for each in told if each.move.id == "fact"]
        parts = {
            "moved" if self.next_year else "far": ([each for each in facts if each.move.args["figure"]], "figure"),
            "unfilled": ([each for each in facts if not each.move.args["figure"] and not each.move.args["target"]], ""),
            "target": ([each for each in facts if each.move.args["target"]], "target"),
            "gone": ([each for each in told if each.move.id == "once"], ""),
        }
        for name, (those, figure) in parts.items():
            yield from self._flow(f"rollover.facts-{name}", those, figure)
        yield from self._sentences([each for each in told if each.move.id == "sentence"])

    def _flow(self, id: str, told: Sequence[Told], figure: str) -> Iterator[Line]:
        if told:
            yield from self.text(say(id, count=len(told)), INDENT)
            items = (_named(each, figure, self.line(each) if figure or self.planned else 0) for each in told)
            for line in flow(items, say("rollover.separator"), self.width - 2 * len(INDENT)):
                yield ((2 * INDENT + line, ""),)

    def _sentences(self, told: Sequence[Told]) -> Iterator[Line]:
        if told:
            yield from self.text(say("rollover.facts-sentences", count=len(told)), INDENT)
        for each in told:
            yield from self._row(each, str(each.move.args["words"]), INDENT)

    def _questions(self, told: Sequence[Told]) -> Iterator[Line]:
        """Those that stand alone, then those of a kind under what is asked of them all."""
        of_a_kind = [each for each in told if "around" in each.move.args]
        for each in told:
            if each not in of_a_kind:
                yield from self._row(each, _said(each))
        for kind in dict.fromkeys(each.move.id for each in of_a_kind):
            yield from self.text(say(f"rollover.{kind}"), INDENT, "hint")
            for each in of_a_kind:
                if each.move.id == kind:
                    yield from self._row(each, str(each.move.args["around"]), INDENT)

    def _row(self, told: Told, words: str, indent: str = "") -> Iterator[Line]:
        """A line's number, and what is said of it."""
        number = say("rollover.line", line=f"{self.line(told):>{self.digits}}")
        before = f"{INDENT}{indent}{number}  "
        first, *rest = wrap(words, self.width - cells(before))
        yield (before, "dim"), (first, "")
        yield from (((" " * cells(before) + line, ""),) for line in rest)


def _named(told: Told, figure: str, line: int) -> str:
    args = told.move.args
    words = say("rollover.fact", name=args["name"], figure=args[figure]) if figure else str(args["name"])
    return say("rollover.at", words=words, line=line) if line else words


def _said(told: Told) -> str:
    args = dict(told.move.args)
    if told.move.id == "blank":
        key = names.find(str(args["table"]), str(args["key"]))
        path = args["key"] if args["table"] == "outline" else f"{args['table']}.{args['key']}"
        args["key"] = (key.label or key.zh) if key and messages.language() == "zh" else path
    if told.move.group == SECTIONS and not args["title"]:
        args["title"] = names.chinese("roles", str(args["role"])) if messages.language() == "zh" else args["role"]
    if told.move.group == SECTIONS:
        args["title"] = str(args["title"]).translate(INNER_QUOTES)
    words = say(f"rollover.{told.move.id}", **args)
    around = args.get("around", "")
    return f"{words}  {around}" if told.move.group == YEARS and around else words
