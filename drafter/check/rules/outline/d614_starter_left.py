"""D614: what the program put there and nobody has replaced: placeholders, the names of a model, a starter's words."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import library
from drafter.check.typed import outline_of, typed
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import At
    from drafter.check.typed import Typed
    from drafter.check.view import View
    from drafter.outline.model import Outline

TO_FILL = "：待填】"
LONGEST_LABEL = 60
SHORTEST = 10
FEWEST = 3


def find(view: View) -> Iterator[At]:
    """Placeholders copied back from a draft; people and places of a model outline; sentences of a starter."""
    written, outline = view.once(typed), outline_of(view)
    if "】" in written.words:
        yield from _placeholders(written)
    yield from _of_models(written, outline)
    if _is_filled(outline):
        yield from _of_starter(written, outline.kind)


def _placeholders(written: Typed) -> Iterator[At]:
    end = written.words.find(TO_FILL)
    while end >= 0:
        start = written.words.rfind("【", max(0, end - LONGEST_LABEL), end)
        if start >= 0:
            yield written.at(start, end + len(TO_FILL), "placeholder")
        end = written.words.find(TO_FILL, end + 1)
    for index, said in enumerate(written.said):
        if (
            said.kind in ("title", "heading")
            and said.text[0] == "【"
            and said.text[-1] == "】"
            and TO_FILL not in said.text
        ):
            yield written.at(written.starts[index], written.starts[index] + len(said.text), "placeholder")


def _of_models(written: Typed, outline: Outline) -> Iterator[At]:
    """The first time that each name of a model stands in an outline of somebody else."""
    own = str(outline.organization.name)
    for organization, known in models():
        if organization != own:
            for name in known:
                start = written.words.find(name)
                if start >= 0:
                    yield written.at(start, start + len(name), "model", organization=organization)


def _is_filled(outline: Outline) -> bool:
    """Whether work on an outline has come so far that nothing of its starter should be left: the day and a figure."""
    return isinstance(outline.date, datetime.date) and any(fact.value is not None for fact in outline.facts.values())


def _of_starter(written: Typed, kind: str) -> Iterator[At]:
    """One finding for all sentences that are the starter's own, at the first. One with a figure in it is filled in."""
    sentences = starter(kind)
    long = [(index, said) for index, said in enumerate(written.said) if said.kind == "body" and not said.text.parts]
    left = [index for index, said in long if len(said.text) >= SHORTEST and said.text in sentences]
    if len(left) >= FEWEST:
        start = written.starts[left[0]]
        yield written.at(start, start + len(written.said[left[0]].text), "says", Severity.HINT, count=len(left))


@cache
def models() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The organizations of the model outlines, each with the names that nobody else would have."""
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    split = [line.partition("：") for line in lines if line and not line.startswith("#")]
    return tuple((organization, tuple(named.split())) for organization, _, named in split)


@cache
def starter(kind: str) -> frozenset[str]:
    """The texts that stand on one line of the starter of a kind; none where there is no such starter."""
    path = Path(library.built_in("outlines", kind))
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip().removeprefix("- ").partition(": ")[2].strip('"') for line in lines)
