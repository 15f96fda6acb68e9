"""Output that never dies: cells, wrapping, carets, pipes that close, consoles without Han, a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.cli.cells import NOT_FIRST, NOT_LAST, cells, clip, flow, wrap
from drafter.cli.report import gap_lines, problem_lines
from drafter.cli.terminal import plain
from drafter.problems import Place, Problem, Severity

ROOT = Path(__file__).parent.parent.parent
TEXTS = st.text(st.sampled_from("汉字，。（）《》“”ab1 .-\u0301—"), max_size=80)


def program(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "drafter", *args],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command.replace("drafter", f"{sys.executable} -m drafter", 1)],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_han_take_two_cells() -> None:
    assert cells("ab汉字，") == 8
    assert cells("e\u0301") == 1
    assert clip("汉字汉字", 5) == "汉字…"
    assert clip("汉字", 4) == "汉字"


@given(TEXTS, st.integers(8, 40))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cells, lines)) <= width


@given(st.lists(st.text("汉字", min_size=2, max_size=30), min_size=2), st.sampled_from("，。（《"), st.integers(20, 40))
def test_marks_stand_where_they_may(parts: list[str], mark: str, width: int) -> None:
    lines = wrap(mark.join(parts), width)

    assert not any(line[0] in NOT_FIRST for line in lines[1:])
    assert not any(line[-1] in NOT_LAST for line in lines[:-1])


def shown(problem: Problem, width: int = 80) -> list[str]:
    return [plain(line) for line in problem_lines([problem], width)]


def problem(column: int, end: int, source: str) -> Problem:
    place = Place("总结.yaml", "/x", 12, column, end, source)
    return Problem("cli.no-such-command", place, {"command": "x", "near": "render"}, remedy="cli.near")


def test_a_caret_counts_han_as_two_cells() -> None:
    lines = shown(problem(5, 7, "中文: 错误 here"))

    assert lines == [
        "总结.yaml",
        "  line 12, column 5  Error: There is no command “x”.",
        "    12 │ 中文: 错误 here",
        "       │       ^^^^",
        "       → Did you mean render?",
    ]


@given(TEXTS, st.integers(0, 90), st.integers(0, 90), st.integers(40, 100))
def test_any_place_is_drawn_within_the_width(source: str, column: int, end: int, width: int) -> None:
    lines = shown(problem(column, end, source), width)

    assert max(map(cells, lines)) <= width


def test_a_long_line_is_shown_around_the_caret() -> None:
    source = "前" * 100 + "错" + "后" * 100
    numbered, caret = shown(problem(101, 102, source))[2:4]

    assert "错" in numbered
    assert cells(numbered) <= 80
    assert cells(numbered[: numbered.index("错")]) == caret.index("^")


def test_a_file_of_one_line_is_shown_at_once() -> None:
    source = "长" * 5_000_000
    begun = time.monotonic()
    numbered = shown(problem(4_000_000, 5_000_000, source))[2]

    assert time.monotonic() - begun < 0.5
    assert numbered.startswith("    12 │ …长")


def test_problems_stand_by_file_in_order_of_lines() -> None:
    places = [Place("b.yaml", "", 9), Place("a.yaml", "", 2), Place("b.yaml", "", 3), Place()]
    problems = [Problem("cli.no-libreoffice", place, severity=Severity.WARNING) for place in places]
    heads = [text for line in problem_lines(problems, 200) if "→" not in (text := plain(line))]

    assert [head.split("Warning")[0].strip() for head in heads] == [
        "b.yaml",
        "line 3",
        "line 9",
        "a.yaml",
        "line 2",
        "",
    ]


def test_a_thousand_problems_do_not_scroll_by() -> None:
    problems = [Problem("cli.no-libreoffice", Place("a.yaml", "", line)) for line in range(1, 1001)]
    lines = [plain(line) for line in problem_lines(problems, 80)]

    assert len(lines) < 210
    assert "950 more" in lines[-1]


def gap(line: int, name: str, who: str) -> Problem:
    return Problem("papers.gap", Place("a.yaml", "", line, 3), {"name": name, "who": who})


def test_gaps_stand_by_who_has_the_answer() -> None:
    gaps = [gap(20, "讲解员", "社教部"), gap(9, "馆名", ""), gap(12, "讲座", "社教部")]

    assert [plain(line) for line in gap_lines(gaps, 80)] == [
        "    yourself",
        "      馆名 (line 9)",
        "    社教部",
        "      讲座 (line 12), 讲解员 (line 20)",
    ]


def test_a_list_breaks_between_its_items() -> None:
    assert flow(["讲座（第12行）", "讲解员（第20行）", "馆名（第9行）"], "、", 34) == [
        "讲座（第12行）、讲解员（第20行）、",
        "馆名（第9行）",
    ]


@given(st.lists(TEXTS), st.integers(10, 40))
def test_a_flow_loses_nothing_and_fits(items: list[str], width: int) -> None:
    lines = flow(items, "、", width)

    assert "".join(lines).replace(" ", "").replace("、", "") == "".join(items).replace(" ", "")
    assert max(map(cells, lines)) <= width


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "latin-1"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_console_is_too_old(encoding: str, language: str) -> None:
    for code, args in ((0, ["list"]), (0, ["--help"]), (1, ["render", "没有.yaml"]), (2, ["🙂"])):
        done = program(*args, PYTHONIOENCODING=f"{encoding}:strict", DRAFTER_LANG=language)

        assert done.returncode == code
        assert b"Unicode" not in done.stderr
        assert (done.stderr if code else done.stdout).strip()


def test_a_console_of_gbk_reads_chinese() -> None:
    done = program("清单", PYTHONIOENCODING="gbk", DRAFTER_LANG="zh")

    assert "年度总结" in done.stdout.decode("gbk")


def test_a_pipe_that_closes_is_no_error() -> None:
    done = shell("drafter list | head -1; echo ${PIPESTATUS[0]}")

    assert done.stdout.splitlines()[1] == "0"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("args", ["list", "--help"])
def test_output_that_cannot_be_written_is_a_failure(args: str) -> None:
    done = shell(f"drafter {args} > /dev/full")

    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_output_is_no_error() -> None:
    assert shell("drafter list >&- 2>&-").returncode == 0


def test_a_pipe_gets_no_colours() -> None:
    done = program("rendr", FORCE_COLOR="")

    assert b"\x1b" not in done.stderr + done.stdout
