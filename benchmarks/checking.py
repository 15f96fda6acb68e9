"""How long a check takes as documents grow, and which rules take most of it.

``python benchmarks/checking.py`` prints a Markdown table: the time of all rules over a text in this process, reading
not counted. ``python benchmarks/checking.py rules`` prints each rule's share, the slowest first.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from measure import interleaved

from drafter.check.of_manuscript import view_of
from drafter.check.rule import every
from drafter.check.run import check, run
from drafter.document.manuscript import Line, Manuscript, Mark
from drafter.document.plain import to_text
from drafter.language.numbering import label
from drafter.outline.load import load
from drafter.papers.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parent.parent / "outlines" / "examples"
SIZES = (5_000, 50_000, 500_000)
RUNS = {5_000: 21, 50_000: 7, 500_000: 3}
SECTION = 8
"""Paragraphs under a heading."""
GOAL = 30
"""Milliseconds for 5,000 characters."""


def clauses() -> list[str]:
    """The clauses of the example papers, each once."""
    found = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        outline = load(str(path)).outline
        text = to_text(compose(outline, "report", str(path)))
        found |= dict.fromkeys(clause for line in text.split("\n") for clause in line.strip("　。").split("，"))
    return [clause for clause in found if 4 < len(clause) < 40 and not clause[:3].endswith(("、", "是", "）"))]


def paper(characters: int) -> Manuscript:
    """A paper of so many characters: clauses of real papers anew each time, so that no sentence comes twice."""
    lines: list[str] = []
    for line in _lines(clauses(), random.Random(characters)):  # noqa: S311, chance as in dice
        lines.append(line)
        characters -= len(line)
        if characters <= 0:
            break
    made = tuple(Line(line, (Mark(0, number, 1),)) for number, line in enumerate(lines, 1))
    return Manuscript("paper.txt", "txt", made, tuple(lines))


def _lines(pool: list[str], chance: random.Random) -> Iterator[str]:
    section = 0
    while True:
        section += 1
        yield f"{label('chapter', section, section)}{chance.choice(pool)}"
        for _ in range(SECTION):
            yield "".join("，".join(chance.sample(pool, 4)) + "。" for _ in range(3))


def seconds(manuscript: Manuscript) -> float:
    """The time of all rules over a document."""
    start = time.perf_counter()
    check(view_of(manuscript))
    return time.perf_counter() - start


def sizes() -> None:
    """The table: time by size, and a character's time against that in the smallest."""
    check(view_of(paper(1_000)))
    first = 0.0
    print("| characters | time | a character | growth | found | goal |\n|---|---|---|---|---|---|")
    for size in SIZES:
        manuscript = paper(size)
        (taken,) = interleaved(RUNS[size], lambda manuscript=manuscript: seconds(manuscript))
        first = first or taken / size
        found, goal = len(check(view_of(manuscript))), f"≤ {GOAL * size / SIZES[0]:,.0f} ms"
        row = (f"{size:,}", f"{taken * 1000:.0f} ms", f"{taken / size * 1e6:.1f} µs", f"{taken / size / first:.2f}×")
        print("| " + " | ".join((*row, str(found), goal)) + " |", flush=True)


def by_rule() -> None:
    """Each rule's time over the smallest and the largest paper, what several share counted for the first to ask."""
    small, large = view_of(paper(SIZES[0])), view_of(paper(SIZES[-1]))
    print("| rule | 5,000 characters | 500,000 characters | growth |\n|---|---|---|---|")
    rows = [(rule.name, _once(rule, small), _once(rule, large)) for rule in every() if rule.area != "outline"]
    for name, little, much in sorted(rows, key=lambda row: -row[2]):
        growth = much / little / (SIZES[-1] / SIZES[0])
        print(f"| {name} | {little * 1000:.2f} ms | {much * 1000:.0f} ms | {growth:.2f}× |")


def _once(rule, view) -> float:
    run([rule], view_of(paper(1_000)))
    _ = view.prose, view.normal
    start = time.perf_counter()
    run([rule], view)
    return time.perf_counter() - start


if __name__ == "__main__":
    by_rule() if sys.argv[1:] == ["rules"] else sizes()
