"""Drafter beside docxtpl, in one run, on the same content and the same number of paragraphs.

``python benchmarks/run.py`` prints a Markdown table of ratios; the README quotes it. Needs the ``bench`` extra.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import content
from measure import interleaved, peak, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Measure = Callable[[Sequence[str], dict[str, str] | None], float]

PEER = Path(__file__).parent / "peers" / "docxtpl_draft.py"
DRAFTER = [str(Path(sys.executable).with_name("drafter"))]
TYPICAL = 64
MANY = 300
RUNS = 15


class Row(NamedTuple):
    """One line of the table; ``goal`` is what the ratio is held against."""

    measure: str
    drafter: str
    peer: str
    ratio: str
    goal: str


class Bench:
    """A folder with the same papers for both programs, and a cache of its own for Drafter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.out.mkdir()
        self.template = str(content.write_template(folder / "template.docx"))
        self.env = os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "DRAFTER_LANG": "en"}

    def outline(self, paragraphs: int, rows: int = 0, name: str = "outline") -> str:
        """An outline file of so many paragraphs."""
        return str(content.write_outline(self.folder / f"{name}-{paragraphs}-{rows}.yaml", paragraphs, rows))

    def context(self, paragraphs: int, rows: int = 0, name: str = "context") -> str:
        """A docxtpl context file of so many paragraphs."""
        return str(content.write_context(self.folder / f"{name}-{paragraphs}-{rows}.yaml", paragraphs, rows))

    def drafter(self, outlines: list[str], *options: str, measure: Measure = run) -> float:
        """One run of ``drafter render`` over the outlines, into an empty folder."""
        shutil.rmtree(self.out)
        self.out.mkdir()
        return measure([*DRAFTER, "render", *outlines, "-o", str(self.out), *options], self.env)

    def docxtpl(self, contexts: list[str], measure: Measure = run) -> float:
        """One run of the docxtpl script over the contexts."""
        return measure([sys.executable, str(PEER), self.template, str(self.out), *contexts], None)

    def forget(self) -> None:
        """Drop Drafter's cache, as on its first day."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)


def cold(bench: Bench) -> list[Row]:
    """One draft, from the shell's prompt back to it."""
    outline, context = bench.outline(TYPICAL), bench.context(TYPICAL)
    _same_size(bench, outline, context)

    def first() -> float:
        bench.forget()
        return bench.drafter([outline])

    bench.drafter([outline])
    peer, cached = interleaved(RUNS, lambda: bench.docxtpl([context]), lambda: bench.drafter([outline]))
    (fresh,) = interleaved(5, first)
    bench.drafter([outline])
    return [
        _time("one draft, cold", cached, peer, "≤ 0.9×"),
        _time("one draft, the first ever (no skeleton cached)", fresh, peer, "—"),
    ]


def many(bench: Bench) -> list[Row]:
    """Many drafts in one run."""
    outlines = [bench.outline(TYPICAL, name=f"o{n}") for n in range(MANY)]
    contexts = [bench.context(TYPICAL, name=f"c{n}") for n in range(MANY)]
    measures = (
        lambda: bench.docxtpl(contexts),
        lambda: bench.drafter(outlines, "--jobs", "1"),
        lambda: bench.drafter(outlines, "--jobs", "2"),
    )
    peer, one, two = (MANY / seconds for seconds in interleaved(3, *measures))
    return [
        _rate("drafts a second, one process", one, peer, "≥ 5×"),
        _rate("drafts a second, two processes", two, peer, "≥ 9×"),
    ]


def growth(bench: Bench) -> list[Row]:
    """Time a paragraph as papers grow, what a run costs before its first paragraph taken off."""
    sizes = (64, 640, 6400)
    outlines = [bench.outline(size) for size in (content.FRAME, *sizes)]
    contexts = [bench.context(size) for size in (content.FRAME, *sizes)]
    empty, *ours = interleaved(5, *(lambda outline=outline: bench.drafter([outline]) for outline in outlines))
    blank, *theirs = interleaved(3, *(lambda context=context: bench.docxtpl([context]) for context in contexts))
    rows = [
        _micro(f"time a paragraph, {size} paragraphs", (our - empty) / size, (their - blank) / size)
        for size, our, their in zip(sizes[1:], ours[1:], theirs[1:], strict=True)
    ]
    ratio = ((ours[2] - empty) / sizes[2]) / ((ours[1] - empty) / sizes[1])
    return [*rows, Row("growth: 6,400 against 640, a paragraph", f"{ratio:.2f}×", "", f"{ratio:.2f}×", "≤ 1.2×")]


def table(bench: Bench) -> list[Row]:
    """A table of a thousand rows."""
    outline, context = bench.outline(8, 1000), bench.context(8, 1000)
    peer, ours = interleaved(5, lambda: bench.docxtpl([context]), lambda: bench.drafter([outline]))
    return [_time("a table of 1,000 rows, cold", ours, peer, "—")]


def memory(bench: Bench) -> list[Row]:
    """Peak memory of one run over a hundred and over a thousand drafts."""
    outlines = [bench.outline(TYPICAL, name=f"m{n}") for n in range(1000)]
    hundred = bench.drafter(outlines[:100], "--jobs", "1", measure=peak)
    thousand = bench.drafter(outlines, "--jobs", "1", measure=peak)
    peer = bench.docxtpl([bench.context(TYPICAL, name=f"c{n}") for n in range(100)], peak)
    return [
        Row("peak memory, 100 drafts", f"{hundred:.0f} MiB", f"{peer:.0f} MiB", f"{hundred / peer:.2f}×", "—"),
        Row("peak memory, 1,000 drafts against 100", f"{thousand:.0f} MiB", "", f"{thousand / hundred:.2f}×", "flat"),
    ]


def help_page(bench: Bench) -> list[Row]:
    """``--help`` beside a Python that does nothing."""
    bare, ours = interleaved(
        RUNS, lambda: run([sys.executable, "-c", "pass"]), lambda: run([*DRAFTER, "--help"], bench.env)
    )
    return [_time("--help (beside bare Python)", ours, bare, "≤ 8×")]


def _same_size(bench: Bench, outline: str, context: str) -> None:
    import docx

    bench.drafter([outline])
    (ours,) = bench.out.glob("*.docx")
    counted = [_paragraphs(docx.Document(str(ours)))]
    bench.docxtpl([context])
    counted.append(_paragraphs(docx.Document(str(bench.out / f"{Path(context).stem}.docx"))))
    if counted != [TYPICAL, TYPICAL]:
        raise SystemExit(f"not the same number of paragraphs: {counted}, wanted {TYPICAL}")


def _paragraphs(document) -> int:
    return sum(1 for paragraph in document.paragraphs if paragraph.text.strip())


def _time(name: str, ours: float, peer: float, goal: str) -> Row:
    return Row(name, f"{ours * 1000:.0f} ms", f"{peer * 1000:.0f} ms", f"{ours / peer:.2f}×", goal)


def _rate(name: str, ours: float, peer: float, goal: str) -> Row:
    return Row(name, f"{ours:.0f}/s", f"{peer:.0f}/s", f"{ours / peer:.1f}×", goal)


def _micro(name: str, ours: float, peer: float) -> Row:
    return Row(name, f"{ours * 1e6:.0f} µs", f"{peer * 1e6:.0f} µs", f"{ours / peer:.2f}×", "—")


def main() -> None:
    """Run every measure and print the table."""
    chosen = set(sys.argv[1:])
    print("| measure | Drafter | docxtpl | ratio | goal |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for number, measure in enumerate((cold, many, growth, table, memory, help_page)):
            if chosen and measure.__name__ not in chosen:
                continue
            own = Path(folder) / str(number)
            own.mkdir()
            for row in measure(Bench(own)):
                print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
