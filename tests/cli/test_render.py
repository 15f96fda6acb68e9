"""The main job from outside: outlines in; files, gaps and problems out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from drafter import library
from drafter.cli import batch, libreoffice, progress
from drafter.cli.drafting import Drafted, Job, lost
from drafter.outline import names

if TYPE_CHECKING:
    from tests.cli.conftest import Drafter

PAPERS = {name.en: name.zh for name in names.tables()["papers"] if name.en != "verbatim"}

OUTLINE = """\
drafter: 1
kind: annual-report
title: 城市博物馆2025年工作总结
year: 2025
date: 2026-02-08
organization: {name: 城市博物馆, self: 我馆}
meeting: {name: 年度总结会, date: 2026-02-08, place: 报告厅, time: 上午}
facts:
  接待游客: {value: 45120, unit: 人次, show: 万}
sections:
  - role: achievements
    title: 工作完成情况
    points:
      - title: 开放服务
        text: 接待游客{{ 接待游客 }}。
"""
NAME = "城市博物馆2025年工作总结（工作报告）"
GAP = OUTLINE.replace("value: 45120, ", "source: 开放部, ")


@pytest.fixture
def outline(folder: Path) -> Path:
    path = folder / "总结.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def drafts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".yaml")


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_the_kinds_own_paper_under_its_title(drafter: Drafter, folder: Path, outline: Path) -> None:
    ran = drafter("render", outline)

    assert (ran.code, ran.out) == (0, f"Wrote {NAME}.docx\n")
    assert "接待游客4.5万人次" in words(folder / f"{NAME}.docx")


@pytest.mark.parametrize("asked", [["report", "speech"], ["工作报告", "讲话稿"], ["讲话稿", "report", "speech"]])
def test_papers_by_either_name_each_once(drafter: Drafter, folder: Path, outline: Path, asked: list[str]) -> None:
    drafter("出稿", outline, *(arg for word in asked for arg in ("--paper", word)), "-o", "out")

    assert {name.rpartition("（")[2] for name in drafts(folder / "out")} == {"工作报告）.docx", "讲话稿）.docx"}


@pytest.mark.parametrize("word", ["all", "全部"])
def test_all_papers_have_names_of_their_own(drafter: Drafter, folder: Path, outline: Path, word: str) -> None:
    ran = drafter("render", outline, "--paper", word, "-o", "out")

    assert ran.code == 0
    assert {name.rpartition("（")[2].removesuffix("）.docx") for name in drafts(folder / "out")} == set(PAPERS.values())
    assert "drafts: 4" in ran.err


def test_a_paper_of_ones_own(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "templates/papers").mkdir(parents=True)
    template = "<article><h1>{{ organization.name }}简报</h1><p>一句话。</p></article>"
    (folder / "templates/papers/简报.html.j2").write_text(template, "utf-8")
    ran = drafter("render", outline, "--paper", "简报", "-o", "out")

    assert ran.code == 0, ran.err
    assert drafts(folder / "out") == ["城市博物馆简报（简报）.docx"]


@pytest.mark.parametrize(("to", "has"), [("html", "<html"), ("md", "# "), ("txt", "接待游客")])
def test_other_formats(drafter: Drafter, folder: Path, outline: Path, to: str, has: str) -> None:
    assert drafter("render", outline, "--to", to).code == 0
    assert drafter("render", outline, "-o", f"x.{to}").code == 0

    text = (folder / f"{NAME}.{to}").read_text("utf-8")
    assert text == (folder / f"x.{to}").read_text("utf-8")
    assert has in text
    assert "万人次" in text


def test_gaps_are_counted_and_listed_with_lines(drafter: Drafter, outline: Path) -> None:
    outline.write_text(GAP, "utf-8")
    ran = drafter("render", outline)

    assert ran.code == 0
    assert ran.out == f"Wrote {NAME}.docx  (gaps: 1)\n"
    assert "in all: 1" in ran.err
    assert "    开放部\n      接待游客 (line 9)" in ran.err


def test_strict_writes_nothing_where_gaps_are_left(drafter: Drafter, folder: Path, outline: Path) -> None:
    outline.write_text(GAP, "utf-8")
    ran = drafter("render", outline, "--strict")

    assert ran.code == 1
    assert "接待游客 (line 9)" in ran.err
    assert "--strict allows none" in ran.err
    assert not drafts(folder)


def test_a_draft_that_was_worked_on_is_kept(drafter: Drafter, folder: Path, outline: Path) -> None:
    path = folder / f"{NAME}.docx"
    drafter("render", outline)
    again = drafter("render", outline)
    edited = docx.Document(str(path))
    edited.add_paragraph("馆长加的一句。")
    edited.save(str(path))
    refused = drafter("render", outline)

    assert again.code == 0
    assert refused.code == 1
    assert f"-o {NAME}（二稿）.docx" in refused.err
    assert "馆长加的一句。" in words(path)

    forced = drafter("render", outline, "--force")

    assert forced.code == 0
    assert f"(the old file: {NAME}（备份）.docx)" in forced.out
    assert "馆长加的一句。" in words(folder / f"{NAME}（备份）.docx")
    assert "馆长加的一句。" not in words(path)


def test_one_failure_does_not_stop_the_rest(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "坏.yaml").write_text("titel: x\n- y", "utf-8")
    ran = drafter("render", "没有.yaml", "坏.yaml", outline, folder, "-o", "out")

    assert ran.code == 1
    assert drafts(folder / "out") == [f"{NAME}.docx"]
    assert "没有.yaml" in ran.err
    assert "outlines with errors: 3" in ran.err


def test_an_outline_with_errors_makes_no_draft(drafter: Drafter, folder: Path, outline: Path) -> None:
    outline.write_text(OUTLINE.replace("{{ 接待游客 }}", "{{ 接待旅客 }}"), "utf-8")
    ran = drafter("render", outline)

    assert ran.code == 1
    assert "line 15, column 22" in ran.err
    assert "接待游客" in ran.err
    assert not drafts(folder)


def test_a_mistake_of_ours_in_one_outline_does_not_stop_the_rest(
    drafter: Drafter, folder: Path, outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.outline import load as room

    real = room.load
    monkeypatch.setattr(room, "load", lambda path: 1 / 0 if "bad" in path else real(path))
    (folder / "bad.yaml").write_text(OUTLINE, "utf-8")
    ran = drafter("render", "bad.yaml", outline)

    assert ran.code == 1
    assert "ZeroDivisionError" in ran.err
    assert "Traceback" not in ran.err
    assert drafts(folder) == [f"{NAME}.docx"]


def test_outlines_of_one_title_do_not_overwrite_each_other(drafter: Drafter, folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("一分馆.yaml", "二分馆.yaml", "b/二分馆.yaml"):
        (folder / name).write_text(OUTLINE.replace("45120", str(len(name) * 10000)), "utf-8")
    files = ["一分馆.yaml", "二分馆.yaml", "b/二分馆.yaml"]
    expected = [f"{NAME}.docx", f"{NAME}（二分馆 2）.docx", f"{NAME}（二分馆）.docx"]
    for _ in range(2):
        ran = drafter("render", *files, "-o", "out")

        assert ran.code == 0
        assert drafts(folder / "out") == sorted(expected)


@pytest.mark.parametrize("to", ["docx", "md"])
def test_nor_do_they_in_later_runs(drafter: Drafter, folder: Path, to: str) -> None:
    for name in ("一分馆.yaml", "二分馆.yaml"):
        (folder / name).write_text(OUTLINE, "utf-8")
    for name in ("一分馆.yaml", "二分馆.yaml", "一分馆.yaml", "二分馆.yaml"):
        assert drafter("render", name, "-o", "out", "--to", to).code == 0

    assert drafts(folder / "out") == [f"{NAME}.{to}", f"{NAME}（二分馆）.{to}"]

    (folder / "一分馆.yaml").rename(folder / "改名.yaml")
    drafter("render", "改名.yaml", "-o", "out", "--to", to)

    assert len(drafts(folder / "out")) == 2


def test_names_that_differ_by_case_only_are_taken_for_the_same(drafter: Drafter, folder: Path) -> None:
    for name, letter in (("x", "A"), ("y", "a")):
        (folder / f"{name}.yaml").write_text(OUTLINE.replace("title: 城市博物馆", f"title: {letter}馆"), "utf-8")
    drafter("render", "x.yaml", "y.yaml", "-o", "out")

    assert drafts(folder / "out") == ["A馆2025年工作总结（工作报告）.docx", "a馆2025年工作总结（工作报告）（y）.docx"]


def test_an_outline_given_twice_is_drafted_once(drafter: Drafter, folder: Path, outline: Path) -> None:
    ran = drafter("render", outline, "./总结.yaml")

    assert ran.out.count("Wrote") == 1
    assert drafts(folder) == [f"{NAME}.docx"]


@pytest.mark.parametrize(
    "title", ["../../出去", "/etc/passwd", "..\\..\\出去", "C:\\出去", "~/出去", "\u202e出去", "CON"]
)
def test_no_title_leads_out_of_the_folder(drafter: Drafter, folder: Path, title: str) -> None:
    (folder / "in").mkdir()
    (folder / "in/x.yaml").write_text(OUTLINE.replace("城市博物馆2025年工作总结", json.dumps(title)), "utf-8")
    before = set(folder.rglob("*"))
    ran = drafter("render", "in/x.yaml", "-o", "in/out")
    new = {path for path in folder.rglob("*") if path.is_file()} - before

    assert ran.code == 0, ran.err
    assert {path.parent for path in new} == {folder / "in/out"}


def test_an_existing_folder_may_be_called_like_a_file(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "2025.md").mkdir()

    assert drafter("render", outline, "-o", "2025.md").code == 0
    assert drafts(folder / "2025.md") == [f"{NAME}.docx"]


def test_where_it_cannot_be_written_is_told(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "file.txt").write_text("", "utf-8")
    ran = drafter("render", outline, "-o", "file.txt/out/")

    assert ran.code == 1
    assert "file, not a folder" in ran.err


def test_a_layout_by_name_by_path_and_none_at_all(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "templates/layouts").mkdir(parents=True)
    built_in = Path(library.built_in("layouts", "gbt9704")).read_bytes()
    (folder / "templates/layouts/本馆.yaml").write_bytes(built_in)
    (folder / "别处.yaml").write_bytes(built_in)

    assert drafter("render", outline, "--layout", "本馆").code == 0
    assert drafter("render", outline, "--layout", "别处.yaml").code == 0
    ran = drafter("render", outline, "--layout", "gbt9740")
    assert ran.code == 2
    assert "gbt9704" in ran.err


def test_an_unknown_paper_is_told_once_before_any_work(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "b.yaml").write_text(OUTLINE, "utf-8")
    ran = drafter("render", outline, "b.yaml", "--paper", "讲话", "--paper", "news")

    assert ran.code == 2
    assert ran.err.count("“讲话”") == 1
    assert "Did you mean 讲话稿?" in ran.err
    assert not drafts(folder)


def test_a_paper_that_only_one_outline_knows(drafter: Drafter, folder: Path, outline: Path) -> None:
    (folder / "b/templates/papers").mkdir(parents=True)
    (folder / "b/templates/papers/简报.html.j2").write_text("<article><h1>简报</h1></article>", "utf-8")
    (folder / "b/b.yaml").write_text(OUTLINE, "utf-8")
    ran = drafter("render", outline, "b/b.yaml", "--paper", "简报", "-o", "out")

    assert ran.code == 1
    assert "no paper “简报”" in ran.err
    assert drafts(folder / "out") == ["简报（简报）.docx"]


def test_a_layout_an_outline_asks_for_is_missed_once(drafter: Drafter, outline: Path) -> None:
    outline.write_text(OUTLINE + "layout: 没有\n", "utf-8")
    ran = drafter("render", outline, "--paper", "all")

    assert ran.code == 1
    assert ran.err.count("“没有”") == 1


@pytest.mark.parametrize("context", ["fork", "spawn"])
def test_processes_make_the_same_files_in_the_same_order(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch, context: str
) -> None:
    """Windows and macOS spawn their processes; every name must be found again from nothing."""
    import multiprocessing

    if context not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {context} here")
    monkeypatch.setattr(multiprocessing, "get_context", lambda *_: multiprocessing.context._concrete_contexts[context])
    monkeypatch.setattr(batch, "AHEAD", 1)
    for number in range(12):
        text = GAP if number % 3 else OUTLINE
        (folder / f"{number:02}.yaml").write_text(text.replace("城市", f"第{number // 2}"), "utf-8")
    files = sorted(path.name for path in folder.glob("*.yaml"))
    alone = drafter("render", *files, "坏.yaml", "-o", "alone", "--jobs", "1")
    together = drafter("render", *files, "坏.yaml", "-o", "together", "--jobs", "3")

    assert drafts(folder / "alone") == drafts(folder / "together")
    assert len(drafts(folder / "alone")) == 12
    assert all(
        (folder / "alone" / name).read_bytes() == (folder / "together" / name).read_bytes()
        for name in drafts(folder / "alone")
    )
    assert together.out == alone.out.replace("alone", "together")
    assert together.err == alone.err.replace("alone", "together")
    assert (alone.code, together.code) == (1, 1)


def _die(_: Job) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_process_that_is_killed_is_told() -> None:
    results = list(batch.run(batch.Work(_die, lost), [Job("a.yaml"), Job("b.yaml"), Job("c.yaml")], 2))

    assert [drafted.outline for drafted in results] == ["a.yaml", "b.yaml", "c.yaml"]
    assert {problem.id for drafted in results for problem in drafted.problems} == {"cli.process-died"}


def _sleep(job: Job) -> Drafted:
    if job.outline != "first":
        time.sleep(60)
    return Drafted(job.outline)


def test_processes_do_not_outlive_an_interruption() -> None:
    import multiprocessing

    if multiprocessing.get_start_method() != "fork":
        pytest.skip("the stand-in below reaches forked processes only")
    results = batch.run(batch.Work(_sleep, lost), [Job("first"), *(Job(str(number)) for number in range(40))], 2)
    next(results)
    children = [child.pid for child in multiprocessing.active_children()]
    results.close()
    deadline = time.monotonic() + 10
    while any(map(_runs, children)) and time.monotonic() < deadline:
        time.sleep(0.01)

    assert len(children) == 2
    assert not any(map(_runs, children))


def _runs(pid: int | None) -> bool:
    """Whether there is such a process; asked of the system, since two threads here wait for it."""
    try:
        os.kill(pid or 0, 0)
    except ProcessLookupError:
        return False
    return True


def test_processes_are_used_where_they_are_worth_it() -> None:
    assert batch.processes(None, 3) == 1
    assert batch.processes(None, 1000) == (os.cpu_count() or 1)
    assert batch.processes(8, 3) == 3
    assert batch.processes(2, 1000) == 2


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_a_sentence_and_whole_files(folder: Path, jobs: str) -> None:
    for number in range(400):
        (folder / f"{number}.yaml").write_text(OUTLINE.replace("城市", f"第{number}"), "utf-8")
    command = [sys.executable, "-m", "drafter", "render", *(path.name for path in folder.glob("*.yaml"))]
    root = str(Path(library.__file__).parent.parent)
    process = subprocess.Popen(
        [*command, "-o", "out", "--jobs", jobs],
        env=os.environ | {"PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 20
    while not list(folder.glob("out/*.docx")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    try:
        _, err = process.communicate(timeout=20)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    assert process.returncode == 130
    assert err.strip().splitlines()[-1] == "Stopped. What was already written is whole."
    assert "Traceback" not in err
    assert 0 < len(drafts(folder / "out")) < 400
    assert all("开放服务" in words(path) for path in (folder / "out").glob("*.docx"))


def test_a_bar_is_shown_to_those_who_watch_and_wait(
    drafter: Drafter, folder: Path, outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr("drafter.cli.terminal.watched", lambda: True)
    for number in range(3):
        (folder / f"{number}.yaml").write_text(GAP.replace("城市", f"第{number}"), "utf-8")
    ran = drafter("render", "0.yaml", "1.yaml", "2.yaml", outline)

    assert ran.code == 0
    assert ran.out.count("Wrote") == 4
    assert ran.err.count("接待游客 (line 9)") == 3


def test_pdf_needs_libreoffice_and_says_so(
    drafter: Drafter, folder: Path, outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(libreoffice, "PLACES", ())
    ran = drafter("render", outline, "--to", "pdf")

    assert ran.code == 2
    assert "LibreOffice is not installed" in ran.err
    assert not drafts(folder)


def fake_office(folder: Path, script: str) -> None:
    """A program that stands where LibreOffice would."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/bash\n{script}\n", "utf-8")
    program.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in")
@pytest.mark.parametrize(("script", "complaint"), [("sleep 60", "stopped"), ("exit 1", "made no PDF")])
def test_a_libreoffice_that_fails_is_told(
    drafter: Drafter, folder: Path, outline: Path, monkeypatch: pytest.MonkeyPatch, script: str, complaint: str
) -> None:
    (folder / "bin").mkdir()
    fake_office(folder / "bin", script)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(libreoffice, "START", 1)
    monkeypatch.setattr(libreoffice, "EACH", 0)
    begun = time.monotonic()
    ran = drafter("render", outline, "--to", "pdf", "-o", "out")

    assert time.monotonic() - begun < 10
    assert ran.code == 1
    assert complaint in ran.err
    assert not (folder / "out").exists()


@pytest.mark.skipif(not any(map(__import__("shutil").which, libreoffice.PROGRAMS)), reason="needs LibreOffice")
def test_two_papers_as_pdf(drafter: Drafter, folder: Path, outline: Path) -> None:
    ran = drafter("render", outline, "--paper", "report", "--paper", "news", "--to", "pdf", "-o", "out")

    assert ran.code == 0, ran.err
    assert [path.read_bytes()[:5] for path in (folder / "out").iterdir()] == [b"%PDF-"] * 2
    assert all(name.endswith("）.pdf") for name in drafts(folder / "out"))
