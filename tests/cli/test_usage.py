"""Wrong command lines and help pages, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter import __version__, messages
from drafter.cli import commands
from drafter.cli.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Drafter

COMMANDS = list(commands.CHINESE)


def test_the_version(drafter: Drafter) -> None:
    assert drafter("--version") == (0, f"drafter {__version__}\n", "")


def test_without_a_command_the_commands_are_listed(drafter: Drafter) -> None:
    code, out, _ = drafter()

    assert code == 0
    assert all(name in out and chinese in out for name, chinese in commands.CHINESE.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_page_has_an_example_that_begins_like_the_usage(drafter: Drafter, name: str) -> None:
    code, out, _ = drafter(name, "--help")

    assert code == 0
    assert out.startswith(f"Usage: drafter {name}")
    assert f"\nExample\n  drafter {name}" in out


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_chinese_speaks_chinese_throughout(drafter: Drafter, name: str) -> None:
    chinese = commands.CHINESE[name]
    out = drafter(chinese, "--help").out

    assert out.startswith(f"用法：drafter {chinese}")
    assert f"\n示例\n  drafter {chinese}" in out
    assert not any(word in out for word in ("Usage", "Options", "Show", "TEXT", "INTEGER"))


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_fits_the_terminal(
    drafter: Drafter,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    width: int,
    language: str,
    name: str,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    if language == "zh":
        request.getfixturevalue("chinese")
    page = drafter(*filter(None, [name]), "--help").out
    prose, example = page.split("示例\n" if language == "zh" else "Example\n")

    assert max(map(cells, prose.splitlines())) <= width
    assert example.count("drafter") >= 1


WRONG = [
    (["rendr"], "no command “rendr”", "Did you mean render?"),
    (["出搞"], "no command “出搞”", "Did you mean 出稿?"),
    (["zzz"], "no command “zzz”", "drafter --help lists"),
    (["render"], "OUTLINE is missing", "drafter render --help"),
    (["render", "x.yaml", "--ouput", "x"], "no option --ouput", "Did you mean --output?"),
    (["render", "x.yaml", "-x"], "no option -x", "drafter render --help"),
    (["render", "x.yaml", "--to"], "--to needs something", "drafter render --help"),
    (["render", "x.yaml", "--force=1"], "--force stands alone", "drafter render --help"),
    (["list", "rules", "all"], "“all” is one word too many", "quotation marks"),
    (["list", "layuots"], "no list of “layuots”", "Did you mean layouts?"),
    (["check"], "FILE is missing", "drafter check --help"),
    (["check", "x.txt", "--only", "elipsis"], "no rule “elipsis”", "Did you mean ellipsis?"),
    (["check", "x.txt", "--fail-on", "eror"], "“eror” is no level", "Did you mean error?"),
    (["check", "x.txt", "--format", "jsn"], "“jsn”", "Did you mean json?"),
    (["check", "-", "--fix"], "no file that --fix could mend", "Save it"),
    (["render", "x.yaml", "—paper", "news"], "“—paper” begins with a dash", "Type --paper"),
    (["render", "x.yaml", "－－paper", "news"], "“－－paper” begins with a dash", "Type --paper"),
    (["render", "x.yaml", "--to", "dcox"], "“dcox”", "Did you mean docx?"),
    (["render", "x.yaml", "--jobs", "many"], "not “many”", ""),
    (["render", "x.yaml", "--jobs", "0"], "not “0”", ""),
    (["render", "x.yaml", "-o", "x.doc"], "“doc” files", "Did you mean docx?"),
    (["render", "x.yaml", "-o", "x.pdf", "--to", "docx"], "“x.pdf”", "Leave out one"),
    (["render", "x.yaml", "y.yaml", "-o", "x.docx"], "“x.docx”", "folder"),
    (["render", "x.yaml", "--paper", "all", "-o", "x.docx"], "“x.docx”", "folder"),
    (["schema", "--lang", "fr"], "“fr”", "--lang en"),
]


@pytest.mark.parametrize(("args", "complaint", "remedy"), WRONG, ids=[" ".join(args) for args, _, _ in WRONG])
def test_a_wrong_command_line_is_explained(drafter: Drafter, args: list[str], complaint: str, remedy: str) -> None:
    code, out, err = drafter(*args)

    assert (code, out) == (2, "")
    assert complaint in err
    assert remedy in err


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("args", [args for args, _, _ in WRONG], ids=[" ".join(args) for args, _, _ in WRONG])
def test_and_in_chinese_too(drafter: Drafter, args: list[str]) -> None:
    code, _, err = drafter(*args)

    assert code == 2
    assert err.startswith("错误：")
    assert "  → " in err


def test_an_outline_without_a_command_is_recognized(drafter: Drafter, folder: Path) -> None:
    (folder / "总结.yaml").write_text("drafter: 1\n", "utf-8")

    assert "drafter render 总结.yaml" in drafter("总结.yaml").err


def test_nobody_sees_a_traceback(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(commands, "function", broken)
    code, _, err = drafter("list")
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    with_traceback = drafter("list").err

    assert code == 2
    assert "RuntimeError: two (test_usage.py:" in err
    assert "Traceback" not in err
    assert "Traceback" in with_traceback


def test_an_interruption_ends_with_a_plain_sentence(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "function", interrupted)

    assert drafter("list") == (130, "", "\nStopped. What was already written is whole.\n")


@pytest.fixture
def unsaid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An English machine on which nobody chose a language."""
    monkeypatch.delenv("DRAFTER_LANG")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    messages.prefer("")
    yield
    messages.prefer("")


@pytest.mark.usefixtures("unsaid")
@pytest.mark.parametrize(("word", "said"), [("zh", "找不到文件"), ("中文", "找不到文件"), ("en", "There is no file")])
def test_the_language_is_that_of_the_folders_settings(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch, word: str, said: str
) -> None:
    (folder / "drafter.yaml").write_text(f"language: {word}\n", "utf-8")
    (folder / "2025").mkdir()
    monkeypatch.chdir(folder / "2025")

    assert said in drafter("show", "没有.yaml").err


@pytest.mark.usefixtures("unsaid")
@pytest.mark.parametrize("settings", ["", "language: 法文\n", "language: *zh\n", "- zh\n"])
def test_settings_that_name_no_language_leave_the_machines(drafter: Drafter, folder: Path, settings: str) -> None:
    (folder / "drafter.yaml").write_text("language: zh\n", "utf-8")
    assert "找不到" in drafter("show", "没有.yaml").err
    (folder / "drafter.yaml").write_text(settings, "utf-8")

    assert "There is no file" in drafter("show", "没有.yaml").err


def test_what_the_environment_says_comes_before_the_settings(drafter: Drafter, folder: Path) -> None:
    (folder / "drafter.yaml").write_text("language: zh\n", "utf-8")

    assert "There is no file" in drafter("show", "没有.yaml").err
