"""A folder full of traps: templates, wording, layouts and outlines of somebody who is careless, or means no good."""

from __future__ import annotations

import io
import json
import os
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from tests.cli.test_hostile_render import child, posix, process
from tests.cli.test_render import OUTLINE, drafts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Drafter

MEMORY = 1 << 30
"""Bytes that a draft may take, and far more than one does."""


@pytest.fixture
def outline(folder: Path) -> Path:
    path = folder / "a.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def put(folder: Path, name: str, words: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return path


def paper(folder: Path, body: str) -> None:
    put(folder, "templates/papers/x.html.j2", f"<article><h1>x</h1>{body}</article>")


# ── outlines


@posix
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "p.yaml")
    ran = child("render", "p.yaml", cwd=folder)

    assert ran.returncode == 1
    assert "empty" in ran.stderr


@posix
def test_an_outline_may_come_through_a_pipe(folder: Path) -> None:
    command = "(sleep 0.3; cat a.yaml) | exec $0 -m drafter render /dev/stdin -o b.md"
    put(folder, "a.yaml", OUTLINE)
    ran = process(["sh", "-c", command, sys.executable], folder)

    assert ran.returncode == 0, ran.stderr
    assert drafts(folder) == ["b.md"]


# ── templates

SIXTY = "{% set n=namespace(x=FIRST) %}{% for i in range(60) %}{% set n.x = NEXT %}{% endfor %}"
BLOCK = "{% set n=namespace(x='x') %}{% for i in range(60) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}"
MACRO = "{% macro m(x, n) %}{% if n %}{{ m(x ~ x, n - 1) }}{% endif %}{% endmacro %}{{ m('x', 60) }}"
PILE = "{% set n=namespace(x=[]) %}{% for i in range(90000) %}{% set n.x = n.x + ['x' ~ i] %}{% endfor %}"
BOMBS = {
    "joined": SIXTY.replace("FIRST", "'x'").replace("NEXT", "n.x ~ n.x"),
    "added": SIXTY.replace("FIRST", "[1]").replace("NEXT", "n.x + n.x"),
    "through a filter": SIXTY.replace("FIRST", "'x'").replace("NEXT", "[n.x, n.x]|join"),
    "summed": SIXTY.replace("FIRST", "[1]").replace("NEXT", "[n.x, n.x]|sum(start=[])"),
    "in a block": BLOCK,
    "in a macro": MACRO,
    "piled up": PILE,
    "sliced": "{{ range(99999)|slice(99999999)|list|length }}",
    "in batches": "{{ [1]|batch(999999999, 'x')|list|length }}",
}
WATCHED = f"""
import resource, sys
from drafter.cli.app import run
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
code = run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits and counts memory as Linux does")
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_no_template_eats_the_memory(folder: Path, outline: Path, bomb: str) -> None:
    paper(folder, bomb)
    begun = time.monotonic()
    ran = process([sys.executable, "-c", WATCHED, "render", outline.name, "--paper", "x"], folder)

    assert ran.returncode == 1
    assert "x.html.j2" in ran.stderr
    assert "goes on and on" in ran.stderr
    assert int(ran.stdout) * 1024 < MEMORY / 2
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("words", ["{{ ''.__class__ }}", "{{ self.__init__ }}", "{{ cycler.__init__ }}"])
def test_what_is_forbidden_is_not_offered_instead(drafter: Drafter, folder: Path, outline: Path, words: str) -> None:
    paper(folder, f"<p>{words}</p>")
    ran = drafter("render", outline, "--paper", "x")

    assert ran.code == 1
    assert "There is no field" in ran.err
    assert "Did you mean" not in ran.err


@pytest.mark.parametrize("name", ["/etc/passwd", "../../a.yaml", "../papers/report.html.j2", "a.yaml", "_body"])
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_no_template_leads_out_of_its_folder(
    drafter: Drafter, folder: Path, outline: Path, tag: str, name: str
) -> None:
    paper(folder, f"{{% {tag} '{name}' {'as y' if tag == 'import' else ''} %}}")
    ran = drafter("render", outline, "--paper", "x")

    assert ran.code == 1
    assert "which is not there" in ran.err


def test_a_template_of_gigabytes_is_not_read(drafter: Drafter, folder: Path, outline: Path) -> None:
    path = put(folder, "templates/papers/x.html.j2", "")
    os.truncate(path, 8 << 30)
    begun = time.monotonic()
    ran = drafter("render", outline, "--paper", "x")

    assert ran.code == 1
    assert "larger than 5 MB" in ran.err
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("words", ["{{ x.__class__ }}", "{{ 1 + 1 }}", "{{ range(9) }}", "{{ self }}"])
def test_an_outline_calls_nothing(drafter: Drafter, folder: Path, outline: Path, words: str) -> None:
    outline.write_text(OUTLINE.replace("接待游客{{ 接待游客 }}。", f"'{words}'"), "utf-8")
    ran = drafter("render", outline)

    assert ran.code == 1
    assert "line 15" in ran.err
    assert not drafts(folder)


@pytest.mark.parametrize("words", ["{% include '/etc/passwd' %}", "{% raw %}", "{# x #}", "<script>", "&lt;b&gt;"])
def test_what_is_code_elsewhere_is_text_in_an_outline(
    drafter: Drafter, folder: Path, outline: Path, words: str
) -> None:
    outline.write_text(OUTLINE.replace("接待游客{{ 接待游客 }}。", json.dumps(words)), "utf-8")

    assert drafter("render", outline, "-o", "a.txt").code == 0
    assert words in (folder / "a.txt").read_text("utf-8")


# ── wording, layouts


def test_wording_given_twice_is_told(drafter: Drafter, folder: Path, outline: Path) -> None:
    put(folder, "templates/wording/report.yaml", "opening: [甲。]\nending: [乙。]\nopening: [丙。]\n")
    ran = drafter("render", outline)

    assert ran.code == 1
    assert "line 3" in ran.err
    assert "“opening” stands here a second time" in ran.err


def house(part: str, change: bytes, by: bytes) -> bytes:
    """A Word file in whose ``part`` something stands that was not there."""
    plain, made = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "眉"
    document.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or change in data
            target.writestr(name, data.replace(change, by, 1) if name == part else data)
    return made.getvalue()


XXE = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:'


@pytest.mark.parametrize(
    ("part", "change", "by"),
    [
        ("word/styles.xml", b"<w:", XXE),
        ("word/header1.xml", b"<w:", XXE),
        ("word/header1.xml", "眉".encode(), b"&secret;"),
        ("word/header1.xml", b"</w:hdr>", b""),
    ],
)
def test_no_draft_is_made_from_a_house_file_that_word_would_not_open(
    drafter: Drafter, folder: Path, outline: Path, part: str, change: bytes, by: bytes
) -> None:
    put(folder, "house.docx", house(part, change, by))
    ran = drafter("render", outline, "--layout", "house.docx")

    assert ran.code == 1
    assert "damaged" in ran.err
    assert drafts(folder) == ["house.docx"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/dev/zero", "..", "x/../../y", "C:\\x", "house\\x"])
def test_no_layout_leads_anywhere_else(drafter: Drafter, folder: Path, outline: Path, name: str) -> None:
    put(folder, "drafter.yaml", f"layout: {name}\n")
    ran = drafter("render", outline)

    assert ran.code == 1
    assert "There is no layout" in ran.err
