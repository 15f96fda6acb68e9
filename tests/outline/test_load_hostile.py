"""Nothing that can be in a file, or in place of one, ends in a traceback or a crash: each is a problem, worded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.messages import describe, remedy
from drafter.outline.load import Loaded, load, loads

REPOSITORY = Path(__file__).parents[2]
MEGABYTE = 1024 * 1024

BAD_FILES = {
    "nothing": (b"", "empty-file"),
    "blanks and comments": (b"\n\n# \xe6\x97\xa0\n   \n", "empty-file"),
    "brackets": (b"[" * 200_000, "too-deep"),
    "braces": (b"title: " + b"{a: " * 200_000, "too-deep"),
    "dashes": (b"- " * 200_000, "too-deep"),
    "question marks": (b"? " * 200_000, "too-deep"),
    "many lines": (b"- a\n" * 300_000, "too-many"),
    "too large": (b"# " + b"a" * 5 * MEGABYTE, "too-large"),
    "a Word file": (b"PK\x03\x04" + bytes(range(256)) * 4, "not-text"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "not-text"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(256), "not-text"),
    "bytes of no encoding": (b"title: \xff\xff\xff\xff\x80\x80", "not-text"),
    "zeros": (b"\0" * 4096, "not-text"),
    "half a character": ("标题".encode()[:-1], "not-text"),
    "a sentence": ("今天天气很好".encode(), "no-outline"),
    "an alias of nothing": (b"title: *a", "special-start"),
    "a directive": (b"%YAML 9.9\n---\ntitle: a\n", "special-start"),
}


def ids(loaded: Loaded) -> list[str]:
    for problem in loaded.problems:
        for lang in ("en", "zh"):
            assert describe(problem, lang)
            assert remedy(problem, lang) or problem.id.startswith("facts.")
    return [problem.id.partition(".")[2] for problem in loaded.problems]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_hostile_file_is_one_problem(name: str) -> None:
    data, expected = BAD_FILES[name]

    loaded = loads(data, "大纲.yaml")

    assert loaded.outline is None
    assert ids(loaded)[0] == expected
    assert len(loaded.problems) < 25


BOMBS = {
    "of aliases": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghijklm", "bcdefghijklmn", strict=True))
    + "sections: *n\n",
    "of a list in itself": "sections: &a\n  - *a\n  - points: *a\n",
    "of a map in itself": "meeting: &m\n  speaker: *m\n  name: *m\n",
    "of maps": "facts: &f {甲: {value: 1}}\nlists: *f\nmeeting: *f\nsections: [*f, *f]\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_an_alias_bomb_does_not_go_off(name: str) -> None:
    loaded = loads(BOMBS[name].encode(), "大纲.yaml")

    assert "anchor" in ids(loaded)
    assert len(loaded.problems) < 60


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "大纲.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MEGABYTE)

    assert ids(load(str(path))) == ["too-large"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
def test_a_file_without_end_is_too_large() -> None:
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29)); "
    code = limits + "from drafter.outline.load import load; print(load('/dev/zero').problems[0].id)"

    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "outline.too-large"


def test_what_is_no_file_is_a_problem_with_its_name(tmp_path: Path) -> None:
    missing = tmp_path / "没有.yaml"

    assert ids(load(str(missing))) == ["file-missing"]
    assert "没有.yaml" in describe(load(str(missing)).problems[0], "zh")
    assert ids(load(str(tmp_path))) == ["file-is-folder"]
    assert ids(load("a\0b.yaml")) == ["file-unreadable"]
    assert ids(load("长" * 3000)) == ["file-unreadable"]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "大纲.yaml"
    path.write_text("title: 总结\n", "utf-8")
    path.chmod(0)

    assert ids(load(str(path))) == ["file-forbidden"]


def test_a_refusal_of_the_system_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大纲.yaml"
    path.write_text("title: 总结\n", "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", refuse)

    assert ids(load(str(path), settings=False)) == ["file-forbidden"]


def test_the_parser_survives_depth_in_a_process_of_its_own() -> None:
    """A crash of the C parser would take the test run with it."""
    code = "from drafter.outline.load import loads; import sys; sys.exit(not loads(b'[{a: ' * 100_000, 'x').problems)"

    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0


def test_a_broken_file_with_many_mistakes_is_soon_done() -> None:
    loaded = loads(("title: *重点\n" * 3000).encode(), "大纲.yaml")

    assert ids(loaded)[:2] == ["special-start", "special-start"]
    assert len(loaded.problems) < 60


def test_where_hundreds_of_things_are_wrong_nobody_guesses_any_more() -> None:
    loaded = loads("".join(f"titel{number}: a\n" for number in range(1000)).encode(), "大纲.yaml")

    assert loaded.problems[0].edits
    assert loaded.problems[-1].edits == ()
    assert len(loaded.problems) == 1000


PIECES = [
    "- ", "  ", "\n", "\n  ", "\n- ", ": ", "：", "{", "}", "[", "]", "{{ year }}", "{{", "}}", "|", ">", "\t", "*a",
    "&a ", "!x ", "'", '"', " #", "%", "@", "\\", "? ", "<<: ", "---\n", "title", "标题", "sections", "points", "text",
    "facts", "value", "sum", "parts", "meeting", "speaker", "table", "rows", "lists", "numbering", "first", "papers",
    "一", "，", "010", "1,234", "2026-02-30", "\x07", "\u2028", "\ufeff", "😀",
]  # fmt: skip
SOUPS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
EXAMPLE = (REPOSITORY / "outlines" / "examples" / "annual-report.yaml").read_text("utf-8")


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A sound outline with something put in, or in place of something."""
    text = EXAMPLE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 1, 2, 30]))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[start + length :]
    return text


def check_sound(loaded: Loaded) -> None:
    """An outline or problems, each problem with words and a caret that lies on its line."""
    assert loaded.outline or loaded.problems
    ids(loaded)
    for problem in loaded.problems:
        place = problem.place
        assert 0 <= place.column <= place.end_column
        assert place.column <= len(place.source) + 1
    if loaded.outline:
        for pointer in loaded.outline.places.spots:
            loaded.outline.places.find(pointer, 3)


@given(st.binary(max_size=200))
def test_any_bytes_give_problems_or_an_outline(data: bytes) -> None:
    check_sound(loads(data, "大纲.yaml"))


@given(st.text(max_size=200))
def test_any_text_gives_problems_or_an_outline(text: str) -> None:
    check_sound(loads(text.encode("utf-8", "surrogatepass"), "大纲.yaml"))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(SOUPS)
def test_any_soup_of_yaml_gives_problems_or_an_outline(text: str) -> None:
    check_sound(loads(text.encode(), "大纲.yaml"))


@settings(max_examples=100)
@given(damaged())
def test_any_damaged_outline_gives_problems_or_an_outline(text: str) -> None:
    check_sound(loads(text.encode(), "大纲.yaml"))
