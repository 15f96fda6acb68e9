"""What ``drafter render`` says of its outline by the way: one line, and only where something is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from drafter.check.rule import Rule

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Drafter

OUTLINE = """\
drafter: 1
kind: annual-report
title: 城市博物馆2025年工作总结
year: 2025
date: 2026-01-15
organization: {name: 城市博物馆, self: 我馆}
facts:
  接待游客: {value: 45120, unit: 人次, show: 万, source: 开放部}
sections:
  - role: achievements
    title: 工作完成情况
    text: 全年接待游客{{ 接待游客 }}。
  - role: problems
    title: 存在的问题
    text: 讲解力量还要加强。
  - role: tasks
    title: 下一年工作打算
    text: 办好新馆开馆展览。
"""
"""A year in the title is worth a hint, no more."""
UNUSED = OUTLINE.replace("sections:", "  青少年观众: {value: 9300, unit: 人次, source: 开放部}\nsections:")
SAID = re.compile(r"^Check: .*$", re.MULTILINE)


def write(folder: Path, text: str, name: str = "总结.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_sound_outline_has_nothing_said_of_it(drafter: Drafter, folder: Path) -> None:
    assert drafter("render", write(folder, OUTLINE)).err == ""


def test_what_is_found_is_counted_in_one_line(drafter: Drafter, folder: Path) -> None:
    code, _, err = drafter("render", write(folder, UNUSED))
    found = drafter("check", "总结.yaml", "--only", "D6").out

    assert code == 0
    assert len(SAID.findall(err)) == 1
    assert "see drafter check 总结.yaml" in err
    for word in ("errors", "warnings"):
        told = re.search(rf"{word} (\d+)", err)
        assert f"{word}: {told[1] if told else 0}" in found


@pytest.mark.usefixtures("chinese")
def test_in_chinese(drafter: Drafter, folder: Path) -> None:
    err = drafter("出稿", write(folder, UNUSED)).err

    assert re.search(r"^检查：\d+处(错误|提醒).*，详见 drafter 检查 总结\.yaml$", err, re.MULTILINE)


def test_gaps_are_told_as_gaps_only(drafter: Drafter, folder: Path) -> None:
    err = drafter("render", write(folder, OUTLINE.replace("value: 45120, ", ""))).err

    assert "Still to fill in" in err
    assert not SAID.search(err)


def test_many_outlines_are_summed_up(drafter: Drafter, folder: Path) -> None:
    outlines = [write(folder, UNUSED, f"{number}.yaml") for number in range(3)]
    err = drafter("render", *outlines, "-o", "out").err
    counts = [int(count) for line in SAID.findall(err) for count in re.findall(r"\d+(?=;|,)", line)]

    assert len(SAID.findall(err)) == 3
    assert str(sum(counts)) in next(line for line in err.splitlines() if line.startswith("Check of all"))


def test_what_a_comment_silences_is_not_counted(drafter: Drafter, folder: Path) -> None:
    line = "  青少年观众: {value: 9300, unit: 人次, source: 开放部}"

    assert not SAID.search(drafter("render", write(folder, UNUSED.replace(line, f"{line}  # 不查 D602"))).err)


def test_what_is_accepted_is_not_counted(drafter: Drafter, folder: Path) -> None:
    outline = write(folder, UNUSED)
    drafter("check", outline, "--write-baseline")

    assert not SAID.search(drafter("render", outline).err)


def test_what_the_settings_leave_out_is_not_counted(drafter: Drafter, folder: Path) -> None:
    outline = write(folder, UNUSED)
    (folder / "drafter.yaml").write_text("checking: {ignore: [D602]}\n", "utf-8")

    assert not SAID.search(drafter("render", outline).err)


def test_a_rule_that_breaks_does_not_cost_a_draft(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(self: Rule) -> object:
        raise ZeroDivisionError(self)

    monkeypatch.setattr(Rule, "find", property(find))
    code, out, err = drafter("render", write(folder, UNUSED))

    assert (code, err) == (0, "")
    assert out.startswith("Wrote ")
