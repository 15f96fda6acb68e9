"""What stands below a heading, in runs: paragraphs, tables, and lists whose points are numbered and set alike."""

from __future__ import annotations

import msgspec

from drafter.language.numbering import STYLES, RunsOut, label, parse
from drafter.language.punctuation import close
from drafter.language.width import normal
from drafter.recover.tree import Twig, is_table


class Run(msgspec.Struct):
    """Neighbours of one sort: ``text``, ``table`` or ``list``.

    A list has a style, the forms that would print it as it stood (the likeliest first), and the number of its first
    point. Where lists and texts go on in one paragraph, they are a list without numbers, and ``inner`` are its runs.
    """

    sort: str
    twigs: list[Twig]
    style: str = "none"
    forms: tuple[str, ...] = ()
    start: int = 1
    inner: list[Run] = []

    @property
    def form(self) -> str:
        """How it is set."""
        return self.forms[0] if self.forms else ""

    @property
    def following(self) -> int:
        """The number of the next point, if there were one more."""
        return self.start + len(self.twigs)

    def label(self, at: int) -> str:
        """What is printed before the point ``at`` of a list."""
        total = self.following - 1
        return label(self.style, self.start + at, total) if self.style != "none" else ""


def runs(twigs: list[Twig]) -> list[Run]:
    """``twigs`` in runs, in their order."""
    found = [each for run in _runs(twigs) for each in _without_shifts(run)]
    for run in found:
        if run.sort == "list" and run.style != "none" and not _prints(run):
            run.style, run.start = "none", 1
    return _in_one_paragraph(found)


def _runs(twigs: list[Twig]) -> list[Run]:
    found: list[Run] = []
    for twig in twigs:
        if not found or not _joins(twig, found[-1]):
            found.append(_begun(twig))
        else:
            found[-1].twigs.append(twig)
            found[-1].forms = tuple(form for form in found[-1].forms if form in forms(twig))
    return found


def _without_shifts(run: Run) -> list[Run]:
    """A list, parted where its numbers slipped and never came right again: that may be another list, or a gap."""
    right = [at for at, twig in enumerate(run.twigs) if twig.part.number in (0, run.start + at)]
    if run.sort != "list" or run.style == "none" or right[-1] == len(run.twigs) - 1:
        return [run]
    kept, shifted = run.twigs[: right[-1] + 1], run.twigs[right[-1] + 1 :]
    return [*_runs(kept), *(each for part in _runs(shifted) for each in _without_shifts(part))]


def _in_one_paragraph(found: list[Run]) -> list[Run]:
    """What goes on in the paragraph of a list becomes one run with it."""
    joined: list[Run] = []
    for run in found:
        before = joined[-1] if joined and run.twigs[0].runs_in else None
        if before is None or before.form != "inline":
            joined.append(run)
        elif before.inner:
            before.inner.append(run)
        else:
            joined[-1] = Run("list", before.twigs, forms=("inline",), inner=[before, run])
    return joined


def forms(twig: Twig) -> tuple[str, ...]:
    """The forms that print a heading or point as it stood, the likeliest first."""
    heads = twig.part.kind == "heading"
    in_front, apart = ("lead-in", "paragraph") if heads else ("paragraph", "lead-in"), ("line",)
    if twig.inline:
        return ("inline",)
    if twig.inside and twig.inside[0].runs_in:
        return in_front
    if close(twig.part.text) != twig.part.text or (twig.inside and sort_of(twig.inside[0]) == "text"):
        return apart
    return apart + in_front if heads else in_front + apart


def sort_of(twig: Twig) -> str:
    """Which sort of run a twig belongs to."""
    if twig.is_node:
        return "list"
    return "table" if is_table(twig.part) else "text"


def style_of(twig: Twig) -> str:
    """How a heading or point is numbered: ``none`` where no number of ours would print its label."""
    part = twig.part
    known = part.label and part.style in STYLES and part.text.strip()
    return part.style if known and (part.number or part.style == "first") else "none"


def _begun(twig: Twig) -> Run:
    if not twig.is_node:
        return Run(sort_of(twig), [twig])
    style = style_of(twig)
    return Run("list", [twig], style, forms(twig), (twig.part.number or 1) if style != "none" else 1)


def _joins(twig: Twig, run: Run) -> bool:
    """Whether a twig goes on with a run; points that run on do only in one paragraph."""
    if run.sort != sort_of(twig) or run.sort == "table":
        return False
    if run.sort == "text":
        return twig.runs_in or not run.twigs[0].runs_in
    if run.style != style_of(twig) or not set(run.forms) & set(forms(twig)):
        return False
    return (not twig.inline or twig.runs_in) and (run.style == "none" or _counts_on(twig, run))


def _counts_on(twig: Twig, run: Run) -> bool:
    """Whether a number is the next, or a slip in its place: not one that begins anew, nor skips one that is there."""
    number, due = twig.part.number, run.following
    if number in (0, due):
        return True
    if number == due + 1:
        return not _is_there(due, run.style, run.twigs[-1])
    return number == due - 1 and number > 1


def _is_there(number: int, style: str, twig: Twig) -> bool:
    """Whether a line somewhere below a twig begins with a label that was not taken for one."""
    for below in twig.inside:
        label = None if below.is_node else parse(below.part.text)
        if label and label.style == style and label.number == number:
            return True
    return any(_is_there(number, style, below) for below in twig.inside)


def _prints(run: Run) -> bool:
    """Whether there are labels for all points; where they are words, those that stood there. Else they stay text."""
    try:
        printed = [run.label(at) for at in range(len(run.twigs))]
    except RunsOut:
        return False
    stood = [normal(twig.part.label).strip() for twig in run.twigs]
    return run.style != "first" or printed == stood
