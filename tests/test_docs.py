"""What the documentation says is so: every snippet loads, and prints what the page says that it prints.

Fenced blocks are read in order; each ``##`` begins with an empty folder. ``yaml`` is an outline, ``yaml PATH`` and
``jinja PATH`` another file of the folder (drafter.yaml, a template, wording, a layout). ``text PAPER`` holds lines that
stand one after another in that paper of the outline above it, ``text problems`` all that is said of it. ``txt PATH``
is a document, ``console`` a command after ``$`` with all that it prints.
"""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from drafter.document.plain import to_text
from drafter.messages import describe, remedy
from drafter.outline.load import Loaded, load
from drafter.papers.compose import compose
from drafter.problems import Severity
from drafter.word.skeleton import skeleton
from drafter.word.write import write

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
GENERATED = runpy.run_path(str(ROOT / "docs" / "make_tables.py"), run_name="make_tables")
FENCED = re.compile(r"^(?P<heading>## [^\n]*)$|^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
OUTLINE = "总结.yaml"


class Block(msgspec.Struct, frozen=True):
    """A fenced block; ``folder`` counts the headings before it, ``what`` is the rest of its first line."""

    page: str
    line: int
    language: str
    what: str
    body: str
    folder: int


def blocks(page: Path) -> list[Block]:
    text, found, folder = page.read_text("utf-8"), [], 0
    for match in FENCED.finditer(text):
        if match["heading"]:
            folder += 1
        else:
            language, _, what = match["info"].partition(" ")
            line = text.count("\n", 0, match.start()) + 1
            found.append(Block(page.name, line, language, what.strip(), match["body"], folder))
    return found


BLOCKS = [block for page in PAGES for block in blocks(page)]
STATED = [block for block in BLOCKS if block.language == "text" and block.what]
OUTLINES = [block for block in BLOCKS if block.language == "yaml" and not block.what]
SESSIONS = [block for block in BLOCKS if block.language == "console"]
LAYOUTS = [block for block in BLOCKS if block.what.startswith("templates/layouts/")]


def named(block: Block) -> str:
    return f"{block.page}:{block.line}"


def desk(block: Block, folder: Path) -> Path:
    """The folder of a block with all files that the page has put there so far; the outline's path."""
    here = [each for each in BLOCKS if (each.page, each.folder) == (block.page, block.folder)]
    for each in here:
        if each.line <= block.line and each.language in ("yaml", "jinja", "txt"):
            path = folder / (each.what or OUTLINE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.body, "utf-8")
    return folder / OUTLINE


def language(page: str) -> str:
    return "zh" if ".zh" in page else "en"


def said(loaded: Loaded, page: str) -> list[str]:
    lang = language(page)
    blank = "" if lang == "zh" else " "
    return [f"{each.place.line}: {describe(each, lang)}{blank}{remedy(each, lang)}" for each in loaded.problems]


def printed(block: Block, outline: Path) -> list[str]:
    loaded = load(str(outline))
    if block.what == "problems":
        return said(loaded, block.page)
    assert loaded.outline, said(loaded, block.page)
    return to_text(compose(loaded.outline, block.what, str(outline))).splitlines()


@pytest.mark.parametrize("block", STATED, ids=named)
def test_a_page_says_what_is_printed(block: Block, tmp_path: Path) -> None:
    lines = printed(block, desk(block, tmp_path))
    stated = block.body.splitlines()
    assert stated
    assert stated in [lines[first : first + len(stated)] for first in range(len(lines))], "\n".join(lines)


@pytest.mark.parametrize("block", OUTLINES, ids=named)
def test_an_outline_on_a_page_is_sound(block: Block, tmp_path: Path) -> None:
    following = next((each for each in BLOCKS if each.page == block.page and each.line > block.line), None)
    loaded = load(str(desk(block, tmp_path)))
    if following is None or following.what != "problems":
        assert said(loaded, block.page) == []


@pytest.mark.parametrize("block", LAYOUTS, ids=named)
def test_a_layout_on_a_page_works(block: Block, tmp_path: Path) -> None:
    desk(block, tmp_path)
    outline = tmp_path / OUTLINE
    outline.write_text("title: 题目\nsections:\n  - text: 一句话。\n", "utf-8")
    loaded = load(str(outline))
    assert loaded.outline
    assert write(compose(loaded.outline, "report"), skeleton(str(tmp_path / block.what)))


@pytest.mark.parametrize("page", GENERATED["pages"](), ids=lambda page: page.name)
def test_the_tables_are_what_the_program_knows(page: Path) -> None:
    text = page.read_text("utf-8")
    assert GENERATED["made"](text, GENERATED["language"](page)) == text, "run python docs/make_tables.py"


def test_every_table_of_words_is_on_both_pages() -> None:
    wanted = {"node", "fact", "organization", "meeting", "campaign", "filters", "references", "roles", "settings"}
    for name in ("outline.md", "outline.zh-CN.md"):
        shown = re.findall(r"<!-- table: (?:keys|words) (\w+) -->", (ROOT / "docs" / name).read_text("utf-8"))
        assert wanted <= set(shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = link.partition("#")
        if path.startswith("http"):
            continue
        target = (page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["outline", "templates", "rules"])
def test_both_languages_have_the_same_chapters_and_snippets(name: str) -> None:
    pages = [ROOT / "docs" / f"{name}{ending}" for ending in (".md", ".zh-CN.md")]
    shapes = [
        [(block.language, block.what.partition("/")[0], block.folder) for block in blocks(page)] for page in pages
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_quick_start_is_two_commands_of_one_line(page: str) -> None:
    """The second is what .ci/run looks for and runs."""
    commands = [block.body for block in BLOCKS if block.page == page and block.language == "sh"][:2]
    assert all(command.count("\n") == 1 for command in commands)
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
    assert " render outlines/examples/" in commands[0]
    assert "pytest" in commands[1]
    found = re.search(r"^python3 .*pytest.*$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    assert found
    assert f"{found[0]}\n" == commands[1]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_commands_for_a_first_paper_work(page: str, tmp_path: Path) -> None:
    first = next(block for block in BLOCKS if block.page == page and block.body.startswith("drafter "))
    for line in first.body.splitlines():
        words = re.split(r"\s{2,}#", line)[0].split()[1:]
        environment = os.environ | {"DRAFTER_LANG": language(page), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "drafter", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    assert len(list(tmp_path.glob("*.docx"))) == len(("工作报告", "讲话稿", "新闻稿", "活动总结"))


@pytest.mark.parametrize("block", SESSIONS, ids=named)
def test_a_command_prints_what_a_page_says(block: Block, tmp_path: Path) -> None:
    desk(block, tmp_path)
    command, _, printed = block.body.removeprefix("$ drafter ").partition("\n")
    environment = os.environ | {"DRAFTER_LANG": language(block.page), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *command.split()],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.stdout == printed, done.stderr


def test_every_option_of_a_command_on_a_page_exists() -> None:
    for page in PAGES:
        for name, words in re.findall(r"`(?:\.venv/bin/)?drafter (\w+)([^`\n]*)`", page.read_text("utf-8")):
            for option in re.findall(r"--[a-z-]+", words if name != "COMMAND" else ""):
                assert option in help_of(name), f"{page.name}: drafter {name} {option}"


def help_of(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", command, "--help"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_false_page_would_be_found(tmp_path: Path) -> None:
    """The tests above look at something: what is stated is neither nothing nor anything."""
    assert len(STATED) > 20
    assert Severity.ERROR in {problem.severity for block in STATED for problem in _problems(block, tmp_path)}


def _problems(block: Block, folder: Path) -> tuple[object, ...]:
    if block.what != "problems":
        return ()
    return load(str(desk(block, folder))).problems
