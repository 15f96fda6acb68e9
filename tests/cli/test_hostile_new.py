"""Starting an outline with clumsy hands: answers that no field can hold, names that are none, files in the way."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from drafter.cli import terminal
from drafter.outline.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.outline.model import Outline
    from tests.cli.conftest import Drafter


NAMES = ("a/b\\..", "- x", "yes", "@馆", "*馆", "&馆", "!馆", "%馆", "| x", "{a: b}", "? x", "---", "010", "馆" * 300)
NAMES += ("\u3000x", "😀馆", "{{", "{% x %}", "a: b", "x #y", "null", "“馆”", "it's")


class Keyboard(io.StringIO):
    """What somebody types; the answer ``broken`` comes in an encoding that the terminal does not have."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(-1 if size is None else size)
        if line == "broken\n":
            b"\xb9\xdd".decode("utf-8")
        return line


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "interactive", lambda: True)


def outline(path: str = "annual-report.yaml") -> Outline:
    loaded = load(path).outline
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("option", ["--organization", "--meeting", "--led-by"])
@pytest.mark.parametrize("character", ["\n", "\r\n", "\t", "\x07", "\u2028", "\x85", "\udce9"])
def test_what_one_line_cannot_hold_is_told_before_it_is_written(
    drafter: Drafter, folder: Path, option: str, character: str
) -> None:
    ran = drafter("new", "annual-report", option, f"市{character}馆", "-o", "a.yaml")

    assert ran.code == 2
    assert "invisible character" in ran.err
    assert not list(folder.iterdir())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_any_name_comes_out_as_it_was_typed(drafter: Drafter, folder: Path, name: str, keys: str) -> None:
    assert drafter("new", "annual-report", "--organization", name, "--keys", keys, "-o", "a.yaml").code == 0
    ran = drafter("render", "a.yaml", "-o", "a.txt")

    assert ran.code == 0, ran.err
    assert name.strip() in (folder / "a.txt").read_text("utf-8")


@pytest.mark.parametrize("year", ["2025", "2025年", "２０２５", "２０２５年"])
def test_a_year_may_be_typed_in_full_width(drafter: Drafter, year: str) -> None:
    assert drafter("new", "annual-report", "--year", year, "-o", "a.yaml").code == 0
    assert outline("a.yaml").year == 2025


@pytest.mark.usefixtures("at_a_terminal")
def test_a_file_in_the_way_is_told_before_five_questions(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "annual-report.yaml").write_text("mine", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("城市博物馆\n\n\n\n\n"))
    ran = drafter("new", "annual-report", "--keys", "en")

    assert ran.code == 1
    assert "Who writes?" not in ran.out
    assert "annual-report（2）.yaml" in ran.err


@pytest.mark.usefixtures("at_a_terminal")
def test_characters_the_terminal_cannot_read_are_asked_for_again(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard("broken\n城市博物馆\n\n\n\n\n"))
    ran = drafter("new", "annual-report", "--keys", "en")

    assert ran.code == 0, ran.err
    assert "could not be read" in ran.err
    assert outline().organization.name == "城市博物馆"


@pytest.mark.parametrize("output", ["大纲", "大纲/", "a/b/"])
def test_an_outline_goes_into_a_folder_under_its_own_name(drafter: Drafter, folder: Path, output: str) -> None:
    (folder / "大纲").mkdir()
    ran = drafter("new", "annual-report", "-o", output)

    assert ran.code == 0, ran.err
    assert (folder / output / "annual-report.yaml").is_file()
    assert (folder / output / ".drafter/outline.schema.json").is_file()


@pytest.mark.parametrize("output", ["总结", "2026.2.8总结", "总结2.0"])
def test_a_name_without_an_ending_gets_one_that_editors_know(drafter: Drafter, folder: Path, output: str) -> None:
    ran = drafter("new", "annual-report", "-o", output)

    assert ran.code == 0, ran.err
    assert (folder / f"{output}.yaml").is_file()
    assert f"{output}.yaml" in ran.out


@pytest.mark.parametrize("output", ["总结.docx", "总结.md", "总结.pdf"])
def test_an_outline_is_never_called_like_a_draft(drafter: Drafter, folder: Path, output: str) -> None:
    ran = drafter("new", "annual-report", "-o", output)

    assert ran.code == 2
    assert "-o 总结.yaml" in ran.err
    assert not list(folder.iterdir())


STARTER = "drafter: 1\norganization:\n  name:\nsections: []\n# 旧\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_starter_of_ones_own_in_any_encoding(drafter: Drafter, folder: Path, encoding: str) -> None:
    (folder / "outlines").mkdir()
    (folder / "outlines/月报.yaml").write_bytes(STARTER.encode(encoding))
    ran = drafter("new", "月报", "--organization", "城市博物馆", "-o", "a.yaml")

    assert ran.code == 0, ran.err
    assert "name: 城市博物馆" in (folder / "a.yaml").read_text("utf-8")
    assert "\ufeff" not in (folder / "a.yaml").read_text("utf-8")
    assert "# 旧" in (folder / "a.yaml").read_text("utf-8")


BROKEN = [b"", b"\0\0", b"\x89PNG\r\n", b"a: [", b"- a", b"organization: [a]", b"titel: x", b"[" * 100_000]
BROKEN += [b"organization: &o\n  name:\nmeeting:\n  <<: *o\n", b"organization:\n  name:\norganization:\n  name:\n"]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_starter_that_is_broken_is_told_and_not_copied(drafter: Drafter, folder: Path, data: bytes) -> None:
    (folder / "outlines").mkdir()
    (folder / "outlines/月报.yaml").write_bytes(data)
    ran = drafter("new", "月报", "--organization", "城市博物馆", "-o", "a.yaml")

    assert ran.code == 2
    assert "月报.yaml" in ran.err
    assert "made a mistake" not in ran.err
    assert not (folder / "a.yaml").exists()


def test_a_dash_is_standard_output_and_no_file(drafter: Drafter, folder: Path) -> None:
    new = drafter("new", "annual-report", "--organization", "城市博物馆", "-o", "-")
    schema = drafter("schema", "-o", "-")

    assert new.code == schema.code == 0
    assert "name: 城市博物馆" in new.out
    assert "Created" not in new.out
    assert "$schema" not in new.out
    assert schema.out.startswith("{")
    assert not list(folder.iterdir())
