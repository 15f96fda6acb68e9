"""How long it takes to understand an old document, from its bytes to the outline written, as documents grow.

``python benchmarks/importing.py`` prints a Markdown table; ``python benchmarks/importing.py passes`` each pass's share.
The document is a report of chapters, headings, figures and lists; starting the program is not counted. Time is that
of the processor, which other work on the machine does not change.
"""

from __future__ import annotations

import random
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

from checking import clauses
from measure import interleaved

from drafter.document.read import read
from drafter.language.numbering import label
from drafter.recover.passes import PASSES, begin, recover
from drafter.recover.write import write

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (5_000, 50_000, 300_000, 3_000_000)
"""Characters; the last two have some 5,000 and 50,000 paragraphs."""
RUNS = {5_000: 15, 50_000: 5, 300_000: 1, 3_000_000: 1}
IN_CHAPTER, UNDER_HEADING = 40, 12
FIGURES = ("接待游客{}人次", "举办活动{}场", "投入资金{}万元", "新增设施{}处", "培训人员{}名", "覆盖率达到{}%")
PEOPLE, PLACES = ("开放", "社教", "典藏", "研究", "安保", "文创"), ("城东", "城南", "城西", "城北", "新区", "老城")


def report(characters: int) -> bytes:
    """A report of so many characters, as a text file."""
    lines = ["城市博物馆2025年工作总结"]
    left = characters - len(lines[0])
    for line in _lines(clauses(), random.Random(characters)):  # noqa: S311, chance as in dice
        lines.append(line)
        left -= len(line)
        if left <= 0:
            break
    return "\n".join(lines).encode()


def _lines(pool: list[str], chance: random.Random) -> Iterator[str]:
    for chapter in range(1, 1000):
        yield f"{label('chapter', chapter)}{chance.choice(pool)}"
        for heading in range(1, IN_CHAPTER + 1):
            yield f"{label('paren', heading)}{chance.choice(pool)}"
            yield from (_paragraph(pool, chance, number) for number in range(UNDER_HEADING))


def _paragraph(pool: list[str], chance: random.Random, number: int) -> str:
    """Every fourth paragraph a list, every second with a figure."""
    first, second, third = chance.sample(pool, 3)
    if number % 4 == 3:
        return f"全年抓了三件事：一是{first}；二是{second}；三是{third}。"
    figure = chance.choice(FIGURES).format(chance.randrange(2, 9999))
    where = f"{chance.choice(PLACES)}{chance.choice(PEOPLE)}"
    return f"{first}，{second}，{where}{figure}，{third}。" if number % 2 else f"{first}，{second}。{third}，{where}。"


def seconds(data: bytes) -> float:
    """The time from a document's bytes to the outline of it."""
    start = time.process_time()
    write(recover(read(data, "旧稿.txt")))
    return time.process_time() - start


def sizes() -> None:
    """The table: time by size, characters a second, and a character's time against that in the smallest."""
    seconds(report(1_000))
    first = 0.0
    print("| characters | paragraphs | time | characters a second | growth | goal |\n|---|---|---|---|---|---|")
    for size in SIZES:
        data = report(size)
        (taken,) = interleaved(RUNS[size], lambda data=data: seconds(data))
        first = first or taken / size
        row = (f"{size:,}", f"{data.count(10) + 1:,}", f"{taken * 1000:,.0f} ms", f"{size / taken:,.0f}")
        print("| " + " | ".join((*row, f"{taken / size / first:.2f}×", "≤ 1.5×")) + " |", flush=True)


def passes() -> None:
    """Each step's time over a small and a large document, and how a character's time grows."""
    small, large = (_steps(report(size)) for size in SIZES[1:3])
    print(f"| step | {SIZES[1]:,} characters | {SIZES[2]:,} characters | growth |\n|---|---|---|---|")
    for name, little in small.items():
        growth = large[name] / little / (SIZES[2] / SIZES[1])
        print(f"| {name} | {little * 1000:.1f} ms | {large[name] * 1000:.0f} ms | {growth:.2f}× |")


def _steps(data: bytes) -> dict[str, float]:
    taken: dict[str, float] = {}

    def timed(name, step, what):
        start = time.process_time()
        done = step(what)
        taken[name] = time.process_time() - start
        return done

    old = begin(timed("read", lambda data: read(data, "旧稿.txt"), data))
    for name in (*PASSES, *(() if "facts" in PASSES else ("facts",))):
        old = timed(name, import_module(f"drafter.recover.{name}").run, old)
    timed("write", write, old)
    return taken


if __name__ == "__main__":
    passes() if sys.argv[1:] == ["passes"] else sizes()
