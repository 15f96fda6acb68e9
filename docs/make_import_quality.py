"""Writes the scores of ``import-quality.md`` anew: ``python docs/make_import_quality.py``.

Between ``<!-- scores: GROUP -->`` and ``<!-- /scores -->`` stands how well each document of a group is understood, and
between ``<!-- missed: GROUP -->`` and ``<!-- /missed -->`` what is not; both come from ``tests/recover/scoring``, and
``tests/recover/test_import_quality.py`` fails where the page is behind. A group whose documents are not there is left
as it is.
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoring.marks import Mark

FOLDER = Path(__file__).parent
PAGE = FOLDER / "import-quality.md"
sys.path.append(str(FOLDER.parent / "tests" / "recover"))

from scoring.floors import GOALS  # noqa: E402, found in the folder that was just named
from scoring.scores import CATEGORIES, cell, rows, scores, share  # noqa: E402

SHOWN = tuple(each for each in CATEGORIES if each not in ("other head and end lines", "tables", "sound outline"))
_PLACE = re.compile(r"(<!-- (scores|missed): (\w+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)


def made(text: str) -> str:
    """The page with its scores and what is missed as they are now."""
    return _PLACE.sub(lambda found: f"{found[1]}{_filled(found)}{found[4]}", text)


def _filled(found: re.Match[str]) -> str:
    there = any(document.group == found[3] for document, _ in scores())
    return MAKERS[found[2]](found[3]) if there else found[0].removeprefix(found[1]).removesuffix(found[4])


def _scores(group: str) -> str:
    """A row a document, then all of them, their share, and the goal."""
    names = [document.name for document, _ in scores() if document.group == group]
    table = dict(rows())
    total = table[f"all {group}"]
    lines = [_row(name, (cell(table[name], each) for each in SHOWN)) for name in names]
    lines += [_row("**all**", (cell(total, each) for each in SHOWN))]
    lines += [_row("**share**", (f"{share(total, each):.1%}" if each in total else "–" for each in SHOWN))]
    lines += [_row("**goal**", (f"{GOALS[each]:.0%}" if each in GOALS else "–" for each in SHOWN))]
    return "".join((_row("document", SHOWN), _row("---", ["---"] * len(SHOWN)), *lines))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join((name, *cells))} |\n"


def _missed(group: str) -> str:
    """What is missed, a line a category: the documents with the numbers of the lines."""
    wrong = [
        (mark, document.name)
        for document, marks in scores()
        if document.group == group
        for mark in marks
        if not mark.right
    ]
    lines = (_missed_of(each, [pair for pair in wrong if pair[0].category == each]) for each in CATEGORIES)
    return "".join(lines) or "Nothing.\n"


def _missed_of(category: str, wrong: list[tuple[Mark, str]]) -> str:
    where = (
        f"{name} {', '.join(str(number) for number in dict.fromkeys(mark.line for mark, _ in here))}"
        for name, here in ((name, list(pairs)) for name, pairs in groupby(wrong, lambda pair: pair[1]))
    )
    return f"- **{category}** ({len(wrong)}): {'; '.join(where)}\n" if wrong else ""


MAKERS: dict[str, Callable[[str], str]] = {"scores": _scores, "missed": _missed}

if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text("utf-8")), "utf-8")
