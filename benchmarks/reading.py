"""Reading Word files beside python-docx, in one run, on the same files: text and style name of every paragraph.

``python benchmarks/reading.py`` prints a Markdown table of ratios. Time is taken in this process, memory is the peak of
a process that reads one file.
"""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from measure import interleaved, peak

from drafter.word.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS = 5_000
MANY = 50_000
SENTENCE = "推动公共文化服务扩面提质，全年接待观众４５万人次，"
STREAM = (
    "import sys; from drafter.word.opc import Package; from drafter.word.stream import paragraphs\n"
    "package = Package(open(sys.argv[1], 'rb').read())\n"
    "for _ in paragraphs(package.stream('word/document.xml', 10**9)): pass"
)
READ = "import sys; from drafter.word.read import read; read(open(sys.argv[1], 'rb').read(), '')"
PEER = "import sys, docx; [(each.text, each.style.name) for each in docx.Document(sys.argv[1]).paragraphs]"


def write(path: Path, paragraphs: int) -> Path:
    """A Word file with python-docx's own styles, one paragraph in ten a heading, three runs to a paragraph."""
    empty = path.with_suffix(".empty")
    docx.Document().save(str(empty))
    with ZipFile(empty) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, _filled(data, paragraphs) if name == "word/document.xml" else data)
    return path


def _filled(document: bytes, paragraphs: int) -> bytes:
    """The main part with a body like Word's and WPS's, which name no style where it is the default one."""
    run = f'<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t>{SENTENCE}</w:t></w:r>'
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run}</w:p>'
    body = "".join(f"<w:p>{run * 3}</w:p>" if number % 10 else heading for number in range(paragraphs))
    return document.replace(b"<w:body>", b"<w:body>" + body.encode())


def ours(path: Path) -> list[tuple[str, str]]:
    """Text and style name of every paragraph, as Drafter reads them."""
    return [(line.text, line.style) for line in read(path.read_bytes(), path.name).lines]


def peers(path: Path) -> list[tuple[str, str]]:
    """The same by python-docx."""
    return [(each.text, each.style.name) for each in docx.Document(str(path)).paragraphs]


def timed(work: Callable[[], object]) -> float:
    """The seconds a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def speed(path: Path) -> None:
    """Paragraphs a second."""
    if [text for text, _ in ours(path)] != [text for text, _ in peers(path)]:
        raise SystemExit("the two do not read the same text")
    peer, own = interleaved(5, partial(timed, partial(peers, path)), partial(timed, partial(ours, path)))
    rates = [f"{PARAGRAPHS / seconds:,.0f}/s" for seconds in (own, peer)]
    row(f"paragraphs a second, of {PARAGRAPHS:,}", *rates, f"{peer / own:.1f}×", "≥ 8×")


def growth(path: Path, large: Path) -> None:
    """Time a paragraph in a file ten times as long."""
    few, many = interleaved(3, partial(timed, partial(ours, path)), partial(timed, partial(ours, large)))
    ratio = f"{many / MANY / (few / PARAGRAPHS):.2f}×"
    row(f"growth: {MANY:,} against {PARAGRAPHS:,}, a paragraph", ratio, "", ratio, "≤ 1.2×")


def memory(path: Path, large: Path) -> None:
    """What parsing holds, which is not to grow; and what reading holds, which is the text it gives."""
    for name, script, goal in (("parsing", STREAM, "flat"), ("reading", READ, "—")):
        few, many = (peak([sys.executable, "-c", script, str(each)]) for each in (path, large))
        row(
            f"peak memory of {name}, {MANY:,} against {PARAGRAPHS:,}", f"{many:.0f} MiB", "", f"{many / few:.2f}×", goal
        )
    own, peer = (peak([sys.executable, "-c", script, str(path)]) for script in (READ, PEER))
    row(f"peak memory, {PARAGRAPHS:,} paragraphs", f"{own:.0f} MiB", f"{peer:.0f} MiB", f"{own / peer:.2f}×", "—")


def row(*cells: str) -> None:
    """A row of the table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Run every measure and print the table."""
    row("measure", "Drafter", "python-docx", "ratio", "goal")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path, large = (write(Path(folder) / f"{number}.docx", number) for number in (PARAGRAPHS, MANY))
        speed(path)
        growth(path, large)
        memory(path, large)


if __name__ == "__main__":
    main()
