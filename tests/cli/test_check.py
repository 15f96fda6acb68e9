"""``drafter check`` from outside: files in; what is told, the exit code, what a fix leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from drafter.check.rule import every
from drafter.cli.cells import cells

if TYPE_CHECKING:
    from tests.cli.conftest import Drafter

ROOT = Path(__file__).parent.parent.parent
ONLY = ("--only", "D102")
SLIP = "展览、讲座、研学...都受欢迎。"
RIGHT = "展览、讲座、研学……都受欢迎。"
OUTLINE = """\
drafter: 1
kind: annual-report
title: 城市博物馆2025年工作总结
year: 2025
organization: {name: 城市博物馆, self: 我馆}
sections:
  - role: achievements
    title: 工作完成情况
    text: 展览、讲座、研学...都受欢迎。
"""


@pytest.fixture
def paper(folder: Path) -> Path:
    path = folder / "旧稿.txt"
    path.write_text(f"标题\n{SLIP}\n", "utf-8")
    return path


def test_a_slip_is_shown_in_its_line_with_a_caret_and_a_remedy(drafter: Drafter, paper: Path) -> None:
    code, out, err = drafter("check", paper, *ONLY)

    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "旧稿.txt",
        "  line 2, column 9  Warning: «...» is no ellipsis  [D102]",
        f"     2 │ {SLIP}",
        "       │                 ^^^",
        "       → Write …….",
        "",
        "Files: 1 · errors: 0 · warnings: 1 · notes: 0",
        "--fix mends 1 of them.",
        "Why: drafter check --explain D102",
    ]


@pytest.mark.usefixtures("chinese")
def test_in_chinese_by_its_chinese_name(drafter: Drafter, paper: Path) -> None:
    out = drafter("检查", paper, *ONLY).out

    assert "第2行第9字  提醒：省略号写成了“...”  [D102]" in out
    assert "查了1个文件：错误0处，提醒1处，提示0处。" in out


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("hint", 1), ("错误", 0), ("提醒", 1), ("提示", 1), ("Hint", 1)]
)
def test_the_exit_code_is_1_from_the_level_asked_for(drafter: Drafter, paper: Path, level: str, code: int) -> None:
    assert drafter("check", paper, *ONLY, "--fail-on", level).code == code


def test_an_error_fails_by_default(drafter: Drafter, paper: Path) -> None:
    paper.write_text("[bookmark: _GoBack]一是管理规范。\n", "utf-8")

    assert drafter("check", paper, "--only", "D405").code == 1


def test_nothing_found_is_said(drafter: Drafter, paper: Path) -> None:
    paper.write_text(RIGHT, "utf-8")

    assert drafter("check", paper, *ONLY, "--fail-on", "hint") == (0, "Files: 1. Nothing found.\n", "")


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_it(drafter: Drafter, paper: Path) -> None:
    broken = paper.with_name("坏.docx")
    broken.write_bytes(b"PK\x03\x04 this is no zip")
    code, out, _ = drafter("check", "没有.txt", broken, paper, *ONLY)

    assert code == 1
    assert [line for line in out.splitlines() if line.endswith((".txt", ".docx"))] == [
        "没有.txt",
        "坏.docx",
        "旧稿.txt",
    ]
    assert "Files: 3 · errors: 2 · warnings: 1 · notes: 0" in out


def test_a_rule_that_breaks_is_told_and_the_other_files_are_checked(
    drafter: Drafter, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.cli import checking

    def check(view: object) -> list[object]:
        raise ZeroDivisionError(view)

    monkeypatch.setattr(checking, "check", check)
    code, out, err = drafter("check", paper, "没有.txt")

    assert (code, err) == (1, "")
    assert "ZeroDivisionError" in out
    assert "errors: 2" in out


def test_files_are_named_once_and_stay_in_order(drafter: Drafter, paper: Path) -> None:
    other = paper.with_name("a.md")
    other.write_text(SLIP, "utf-8")
    out = drafter("check", paper, other, f"./{paper.name}", *ONLY).out

    assert out.index("旧稿.txt") < out.index("a.md")
    assert "Files: 2 " in out


def test_a_folder_stands_for_what_can_be_checked_in_it(drafter: Drafter, folder: Path) -> None:
    for name in ("稿/b.txt", "稿/深/a.md", "稿/.隐藏.txt", "稿/.git/x.txt", "稿/~$b.docx", "稿/图.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SLIP, "utf-8")
    (folder / "稿/总结.yaml").write_text(OUTLINE, "utf-8")
    (folder / "稿/drafter.yaml").write_text("layout: gbt9704\n", "utf-8")
    (folder / "稿/别的.yaml").write_text("services: [web]\n", "utf-8")
    (folder / "稿/出稿.pdf").write_bytes(b"%PDF-1.7")
    out = drafter("check", "稿", *ONLY).out

    heads = [line for line in out.splitlines() if line.startswith("稿")]
    assert heads == ["稿/b.txt", "稿/总结.yaml", "稿/深/a.md"]
    assert "Files: 3 · errors: 0 · warnings: 3 " in out
    assert "PDF files were passed over: 1." in out


def test_an_empty_folder_cannot_be_checked(drafter: Drafter, folder: Path) -> None:
    (folder / "空").mkdir()

    assert drafter("check", "空").code == 2


def test_a_text_from_standard_input(folder: Path) -> None:
    done = program("check", "-", *ONLY, stdin=SLIP.encode("gb18030"), folder=folder)

    assert done.returncode == 0
    assert "[D102]" in done.stdout.decode()


def test_what_is_no_document_is_refused_from_standard_input_too(folder: Path) -> None:
    done = program("check", "-", stdin=b"%PDF-1.7\n", folder=folder)

    assert done.returncode == 1
    assert "is a PDF" in done.stdout.decode()


def test_what_comes_up_often_is_shown_a_few_times_and_its_lines_are_named(drafter: Drafter, paper: Path) -> None:
    paper.write_text(f"{SLIP}\n" * 30, "utf-8")
    out = drafter("check", paper, *ONLY).out

    assert out.count("^^^") == 5
    assert out.count("→ Write") == 1
    assert "[D102] 25 more, in line 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 and others" in out
    assert "Not shown one by one: 25. --all shows everything." in out
    assert "warnings: 30" in out


def test_all_is_shown_where_that_is_asked_for(drafter: Drafter, paper: Path) -> None:
    paper.write_text(f"{SLIP}\n" * 30, "utf-8")
    out = drafter("check", paper, *ONLY, "--all").out

    assert out.count("^^^") == 30
    assert "more" not in out


@pytest.mark.usefixtures("chinese")
def test_a_word_file_counts_paragraphs(drafter: Drafter, folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph("标题")
    document.add_paragraph(SLIP)
    document.save(str(folder / "旧稿.docx"))
    out = drafter("检查", "旧稿.docx", *ONLY).out

    assert "第2段第9字" in out


def test_an_outline_has_what_loading_and_what_rules_find_in_order(drafter: Drafter, folder: Path) -> None:
    (folder / "总结.yaml").write_text(OUTLINE.replace("year: 2025", "yaer: 2025") + "    brief: 简短\n", "utf-8")
    out = drafter("check", "总结.yaml").out
    places = [line.split()[1].rstrip(",") for line in out.splitlines() if line.startswith("  line")]

    assert places == sorted(places, key=int)
    assert "yaer" in out
    assert out.count("[D102]") == 1


def test_what_is_wrong_with_shared_settings_is_told_once(drafter: Drafter, folder: Path) -> None:
    (folder / "drafter.yaml").write_text("layuot: gbt9704\n", "utf-8")
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(OUTLINE, "utf-8")
    (folder / "c.txt").write_text(SLIP, "utf-8")
    out = drafter("check", ".", "--only", "D102").out

    assert out.count("layuot") == 2  # in the message, and in the line it stands on


def test_only_what_a_fix_mends_is_promised(drafter: Drafter, paper: Path) -> None:
    (paper.parent / "drafter.yaml").write_text("检查: {词表: []}\n", "utf-8")
    told = drafter("check", str(paper)).out

    assert "Did you mean" in told
    assert "--fix mends 1 of them." in told


@pytest.mark.parametrize("asked", ["D102", "d102", "D1", "Ellipsis", "省略号", "D405,D102", "D405、省略号"])
def test_rules_are_chosen_by_code_or_name(drafter: Drafter, paper: Path, asked: str) -> None:
    assert "[D102]" in drafter("check", paper, "--only", asked).out
    assert "[D102]" not in drafter("check", paper, "--ignore", asked).out


def test_last_years_paper_must_be_there(drafter: Drafter, paper: Path) -> None:
    code, out, err = drafter("check", paper, "--last", "去年.docx")

    assert (code, out) == (2, "")
    assert "去年.docx" in err


@pytest.mark.parametrize("last", ["去年.txt", "去年.yaml"])
def test_last_years_paper_may_be_a_document_or_an_outline(drafter: Drafter, paper: Path, last: str) -> None:
    (paper.parent / last).write_text(OUTLINE if last.endswith("yaml") else SLIP, "utf-8")

    assert drafter("check", paper, *ONLY, "--last", last).code == 0


def test_a_fix_mends_the_file_and_keeps_the_old_one(drafter: Drafter, paper: Path) -> None:
    code, out, _ = drafter("check", paper, *ONLY, "--fix", "--fail-on", "hint")

    assert code == 0
    assert "Nothing found" in out
    assert paper.read_text("utf-8") == f"标题\n{RIGHT}\n"
    assert [path.read_text("utf-8") for path in paper.parent.glob("*备份*")] == [f"标题\n{SLIP}\n"]
    assert drafter("check", paper, *ONLY, "--fix") == (0, "Files: 1. Nothing found.\n", "")


def test_a_fix_mends_what_is_asked_for_only(drafter: Drafter, paper: Path) -> None:
    drafter("check", paper, "--ignore", "D102", "--fix")

    assert SLIP in paper.read_text("utf-8")


def test_what_a_comment_silences_is_counted(drafter: Drafter, folder: Path) -> None:
    (folder / "总结.yaml").write_text(OUTLINE.replace(SLIP, f"{SLIP}  # 不查 D102"), "utf-8")
    out = drafter("check", "总结.yaml", *ONLY).out

    assert "Silenced by comments: 1." in out
    assert "^^^" not in out


def test_what_is_accepted_once_is_not_told_again(drafter: Drafter, paper: Path) -> None:
    accepted = drafter("check", paper, *ONLY, "--write-baseline")
    quiet = drafter("check", paper, *ONLY)
    paper.write_text(f"标题\n{SLIP}\n还有讲座...。\n", "utf-8")
    louder = drafter("check", paper, *ONLY)

    assert accepted.code == 0
    assert ".drafter-baseline.json: 1" in accepted.out
    assert quiet.out == "Files: 1. Nothing found.\nAccepted earlier: 1.\n"
    assert "line 3" in louder.out
    assert "line 2" not in louder.out


def test_what_is_accepted_and_no_more_there_is_said_where_all_is_asked_for(drafter: Drafter, paper: Path) -> None:
    drafter("check", paper, *ONLY, "--write-baseline")
    paper.write_text(f"标题\n{RIGHT}\n", "utf-8")

    assert "no more: 1" in drafter("check", paper).out
    assert "no more" not in drafter("check", paper, "--only", "D405").out


def test_sentences_taken_over_from_last_year_are_told(drafter: Drafter, paper: Path) -> None:
    sentence = "全年接待游客四点五万人次，讲解服务进社区进校园二十八场，馆藏文物预防性保护项目通过验收。"
    paper.write_text(f"今年的工作\n{sentence}\n", "utf-8")
    (paper.parent / "去年.txt").write_text(f"去年的工作\n{sentence}\n", "utf-8")

    assert "[D418]" not in drafter("check", paper).out
    assert "[D418]" in drafter("check", paper, "--last", "去年.txt").out


@pytest.mark.parametrize("word", ["D102", "d102", "省略号", "ellipsis"])
def test_a_rule_explains_itself(drafter: Drafter, word: str) -> None:
    code, out, _ = drafter("check", "--explain", word)

    assert code == 0
    for said in ("D102", "ellipsis", "warning", "GB/T 15834-2011", SLIP, RIGHT, "--fix", "# nocheck D102"):
        assert said in out


def test_an_unknown_rule_is_answered_with_the_nearest(drafter: Drafter) -> None:
    assert "Did you mean ellipsis?" in drafter("check", "--explain", "elipsis").err
    assert "drafter list rules" in drafter("check", "--explain", "春天").err


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained_within_60_cells(
    drafter: Drafter, rule: object, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter import messages

    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("DRAFTER_LANG", language)
    messages.language.cache_clear()
    code, out, err = drafter("check", "--explain", rule.code)
    messages.language.cache_clear()

    assert (code, err) == (0, "")
    assert max(map(cells, out.splitlines())) <= 60


@pytest.mark.parametrize("word", ["rules", "规则"])
def test_the_rules_are_listed(drafter: Drafter, word: str) -> None:
    code, out, _ = drafter("list", word)

    assert code == 0
    assert all(rule.code in out for rule in every())
    assert "built in" not in out


@pytest.mark.parametrize("word", ["papers", "文种"])
def test_one_list_alone(drafter: Drafter, word: str) -> None:
    out = drafter("list", word).out

    assert "Papers" in out
    assert "Layouts" not in out


@pytest.mark.parametrize("width", ["40", "60", "80"])
def test_everything_fits_the_terminal(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    (folder / "长.txt").write_text(f"{'长' * 300}...{'句' * 300}\n" * 20, "utf-8")
    lines = drafter("check", "长.txt", *ONLY).out.splitlines()

    assert sum("长...句" in line for line in lines) == 5
    assert max(map(cells, lines)) <= int(width)


def test_a_console_without_all_characters_does_not_die(paper: Path) -> None:
    done = program("check", paper.name, *ONLY, folder=paper.parent, PYTHONIOENCODING="gbk", DRAFTER_LANG="zh")

    assert done.returncode == 0
    assert "省略号写成了" in done.stdout.decode("gbk")


def program(
    *args: str, folder: Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "drafter", *args],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"} | environment,
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
    )
