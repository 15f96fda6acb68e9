"""Every example, in every paper, as the command makes it: part by part against the golden files.

``pytest tests/test_examples.py --update-golden`` writes them anew; read the difference before you commit it.
"""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted((ROOT / "outlines" / "examples").glob("*.yaml"))
PAPERS = ("工作报告", "讲话稿", "新闻稿", "活动总结")
OWN_PARTS = ("word/document.xml", "word/comments.xml", "docProps/core.xml")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, str]]:
    """The parts of every draft, by example and paper."""
    found = {}
    for example in EXAMPLES:
        folder = tmp_path_factory.mktemp(example.stem)
        command = [sys.executable, "-m", "drafter", "render", str(example), "--paper", "all", "-o", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        for file in folder.glob("*.docx"):
            paper = next(paper for paper in PAPERS if file.stem.endswith(f"（{paper}）"))
            found[example.stem, paper] = _parts(file)
    return found


def _parts(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as package:
        return {name: _readable(package.read(name)) for name in package.namelist()}


def _readable(part: bytes) -> str:
    root = etree.fromstring(part)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("example", [example.stem for example in EXAMPLES])
def test_a_draft_is_the_golden_one(
    drafts: dict[tuple[str, str], dict[str, str]], example: str, paper: str, update_golden: bool
) -> None:
    parts = drafts[example, paper]
    for name in OWN_PARTS:
        golden = GOLDEN / example / paper / Path(name).name
        if update_golden and name in parts:
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(parts[name], "utf-8")
        assert parts.get(name) == (golden.read_text("utf-8") if golden.exists() else None), name


def test_every_draft_shares_the_other_parts(drafts: dict[tuple[str, str], dict[str, str]], update_golden: bool) -> None:
    shared = {name: text for name, text in next(iter(drafts.values())).items() if _is_shared(name)}
    for name, text in shared.items() if update_golden else ():
        golden = GOLDEN / "gbt9704" / name
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    golden = {name: (GOLDEN / "gbt9704" / name).read_text("utf-8") for name in shared}
    for parts in drafts.values():
        assert {name: text for name, text in parts.items() if _is_shared(name)} == golden


def _is_shared(name: str) -> bool:
    """The digest in custom.xml is the draft's own, as are the parts held above."""
    return name not in (*OWN_PARTS, "docProps/custom.xml")
