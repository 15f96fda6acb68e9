"""A baseline accepts what was found on a day, wherever it moves, and tells of what is gone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.check import baseline
from drafter.check.baseline import Baseline
from drafter.check.run import check
from drafter.cli import files
from drafter.problems import DrafterError, Place, Problem

from .texts import document

if TYPE_CHECKING:
    from pathlib import Path


def found(text: str, file: str) -> list[Problem]:
    return [each for each in check(document(text, file=file)) if each.id.startswith("check/rules/punctuation/d102")]


def test_what_is_accepted_may_move_and_only_what_is_new_is_told(tmp_path: Path) -> None:
    file, path = str(tmp_path / "稿/甲.txt"), str(tmp_path / baseline.FILE)
    assert baseline.write(found("甲...\n乙...\n", file), path) == 2

    moved = found("开头。\n\n　　乙 ...\n丙...\n甲...\n", file)
    compared = baseline.new(moved, baseline.read(path))

    assert [each.place.source for each in compared.new] == ["丙..."]
    assert (compared.accepted, compared.stale) == (2, ())


def test_the_same_twice_is_accepted_once_where_it_was_there_once(tmp_path: Path) -> None:
    file, path = str(tmp_path / "甲.txt"), str(tmp_path / baseline.FILE)
    baseline.write(found("甲...\n甲...\n", file), path)
    accepted = baseline.read(path)

    assert [entry.count for entry in accepted.entries] == [2]
    assert len(baseline.new(found("甲...\n" * 3, file), accepted).new) == 1
    stale = baseline.new(found("甲...\n", file), accepted).stale
    assert [(entry.file, entry.code, entry.text, entry.count) for entry in stale] == [("甲.txt", "D102", "...", 1)]


def test_only_of_files_that_were_checked_something_can_be_gone(tmp_path: Path) -> None:
    one, other, path = str(tmp_path / "一.txt"), str(tmp_path / "二.txt"), str(tmp_path / baseline.FILE)
    baseline.write([*found("甲...", one), *found("乙...", other)], path)
    accepted = baseline.read(path)

    assert baseline.new(found("甲...", one), accepted).stale == ()
    assert [each.file for each in baseline.new([], accepted, [other]).stale] == ["二.txt"]
    assert len(baseline.new([], accepted, [one, other]).stale) == 2


def test_accepting_one_file_leaves_what_was_accepted_of_others(tmp_path: Path) -> None:
    one, other, path = str(tmp_path / "一.txt"), str(tmp_path / "二.txt"), str(tmp_path / baseline.FILE)
    baseline.write([*found("甲...", one), *found("乙...", other)], path, [one, other])
    baseline.write(found("丙...", one), path, [one])

    accepted = baseline.read(path)
    assert baseline.new(found("乙...", other), accepted).accepted == 1
    assert baseline.new(found("丙...", one), accepted).accepted == 1
    assert baseline.new(found("甲...", one), accepted).accepted == 0


def test_a_folder_may_be_moved_with_its_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "旧").mkdir()
    baseline.write(found("甲...", str(tmp_path / "旧/甲.txt")), str(tmp_path / "旧" / baseline.FILE))
    (tmp_path / "旧").rename(tmp_path / "新")
    monkeypatch.chdir(tmp_path / "新")

    assert baseline.new(found("甲...", "甲.txt"), baseline.read(baseline.FILE)).accepted == 1


def test_an_error_of_reading_is_never_accepted(tmp_path: Path) -> None:
    unreadable = Problem("outline.file-missing", Place("甲.yaml"), {"file": "甲.yaml"})
    path = str(tmp_path / baseline.FILE)

    assert baseline.write([unreadable], path) == 0
    assert baseline.new([unreadable], baseline.read(path)).new == (unreadable,)


def test_without_a_baseline_all_is_new() -> None:
    problems = found("甲...", "甲.txt")

    assert baseline.new(problems, Baseline()).new == tuple(problems)


def test_it_is_written_one_entry_a_line_the_same_for_the_same(tmp_path: Path) -> None:
    problems = found("丙...\n甲...\n乙...", str(tmp_path / "甲.txt"))
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    baseline.write(problems, str(first))
    baseline.write(problems[::-1], str(second))

    assert first.read_text("utf-8") == second.read_text("utf-8")
    assert len(first.read_text("utf-8").splitlines()) == 5
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".json"] == []


@pytest.mark.parametrize("data", [b"", b"[", b"{}", b'[{"file": 1}]', b"\xff", b"[" * 10_000])
def test_what_is_no_baseline_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / baseline.FILE
    path.write_bytes(data)
    with pytest.raises(DrafterError) as error:
        baseline.read(str(path))
    assert error.value.problems[0].id == "check.baseline-unreadable"
    with pytest.raises(DrafterError) as error:
        baseline.read(str(tmp_path / "没有"))
    assert error.value.problems[0].id == "check.baseline-missing"


@given(st.lists(st.text("甲乙. \ud800", max_size=5), max_size=6))
def test_what_was_accepted_is_accepted_whatever_the_lines(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = str(tmp_path_factory.mktemp("b") / baseline.FILE)
    problems = found("\n".join(lines), "甲.txt")
    baseline.write(problems, path)

    assert baseline.new(problems, baseline.read(path)) == baseline.Compared((), len(problems), ())


def test_a_device_that_never_ends_is_no_baseline() -> None:
    with pytest.raises(DrafterError) as error:
        baseline.read("/dev/zero" if os.path.exists("/dev/zero") else ".")  # noqa: PTH110
    assert error.value.problems[0].id == "check.baseline-unreadable"


def test_a_baseline_that_is_a_link_stays_one_and_no_file_beside_it_is_lost(tmp_path: Path) -> None:
    shared, link, beside = tmp_path / "共用.json", tmp_path / "链接.json", tmp_path / "链接.json.new"
    shared.write_text("[]", encoding="utf-8")
    link.symlink_to(shared)
    beside.write_text("别人的", encoding="utf-8")
    baseline.write(found("他说,好。", "a.txt"), str(link), put=files.write)
    assert link.is_symlink()
    assert shared.read_bytes() == link.read_bytes()
    assert beside.read_text(encoding="utf-8") == "别人的"


def test_a_baseline_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    with pytest.raises(DrafterError):
        baseline.write([], str(tmp_path / "文件" / "基线.json"), put=files.write)
