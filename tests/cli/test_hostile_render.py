"""Drafting with clumsy hands: odd outputs, odd surroundings, killed processes; nothing hangs and nothing is lost."""

from __future__ import annotations

import errno
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter import library
from drafter.cli import batch, files
from drafter.cli.drafting import Drafted, Job, lost
from tests.cli.test_render import NAME, OUTLINE, drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Drafter

posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
SECONDS = 20
"""After which a child counts as hanging."""


@pytest.fixture
def outline(folder: Path) -> Path:
    path = folder / "总结.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(library.__file__).parent.parent)} | more


def child(*args: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, which is killed where it hangs."""
    return process([sys.executable, "-m", "drafter", *args], cwd, **more)


def process(command: list[str], cwd: Path | None, **more: str) -> subprocess.CompletedProcess[str]:
    """Any command that imports this very drafter, with ``more`` in its environment."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


# ── where drafts go


@posix
@pytest.mark.parametrize("name", ["p.md", "p.docx"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_draft_is_never_written_into_a_pipe_or_a_device(
    folder: Path, outline: Path, name: str, force: list[str]
) -> None:
    os.mkfifo(folder / name)
    ran = child("render", outline.name, "-o", name, *force, cwd=folder)

    assert ran.returncode == 1
    assert "not an ordinary file" in ran.stderr
    assert (folder / name).is_fifo()


@posix
def test_nor_is_the_schema(folder: Path) -> None:
    os.mkfifo(folder / "s.json")
    ran = child("schema", "-o", "s.json", cwd=folder)

    assert ran.returncode == 2
    assert "not an ordinary file" in ran.stderr
    assert (folder / "s.json").is_fifo()


@pytest.mark.parametrize("to", ["md", "txt", "html"])
def test_a_dash_is_standard_output(drafter: Drafter, folder: Path, outline: Path, to: str) -> None:
    drafter("render", outline, "-o", f"a.{to}")
    ran = drafter("render", outline, "--to", to, "-o", "-")

    assert ran.code == 0
    assert ran.out.rstrip("\n") == (folder / f"a.{to}").read_text("utf-8").rstrip("\n")
    assert drafts(folder) == [f"a.{to}"]


@pytest.mark.parametrize("to", [[], ["--to", "docx"], ["--to", "pdf"]])
def test_what_is_no_text_is_not_sent_to_a_terminal(
    drafter: Drafter, folder: Path, outline: Path, to: list[str]
) -> None:
    ran = drafter("render", outline, "-o", "-", *to)

    assert ran.code == 2
    assert "--to md" in ran.err
    assert not drafts(folder)


def test_many_drafts_are_not_run_together_on_standard_output(drafter: Drafter, outline: Path) -> None:
    ran = drafter("render", outline, "--paper", "all", "--to", "md", "-o", "-")

    assert ran.code == 2
    assert ran.out == ""


def test_blanks_around_a_name_are_not_part_of_it(drafter: Drafter, folder: Path, outline: Path) -> None:
    assert drafter("render", outline, "-o", " a.docx ").code == 0
    assert drafts(folder) == ["a.docx"]


def test_a_name_too_long_for_the_disk_is_told(drafter: Drafter, outline: Path) -> None:
    ran = drafter("render", outline, "-o", "长" * 100 + ".docx")

    assert ran.code == 1
    assert "too long for the disk" in ran.err


@posix
def test_a_place_that_cannot_be_made_is_told(drafter: Drafter, outline: Path) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("no folder in which nobody can make one")
    ran = drafter("render", outline, "-o", "/proc/nowhere/a.docx")

    assert ran.code == 1
    assert "is not there" in ran.err


def test_what_a_killed_run_left_behind_goes_with_a_later_one(drafter: Drafter, folder: Path, outline: Path) -> None:
    out = folder / "out"
    out.mkdir()
    for name in (".drafter-1-0a0a0a0a.tmp", ".drafter-2-0b0b0b0b.tmp", ".drafter-mine.tmp", "drafter.tmp"):
        (out / name).write_bytes(b"")
    hours_ago = time.time() - 2 * files.STALE
    for name in (".drafter-1-0a0a0a0a.tmp", ".drafter-mine.tmp", "drafter.tmp"):
        os.utime(out / name, (hours_ago, hours_ago))
    drafter("render", outline, "-o", "out")

    assert drafts(out) == [".drafter-2-0b0b0b0b.tmp", ".drafter-mine.tmp", "drafter.tmp", f"{NAME}.docx"]


# ── wrong words on the command line


@pytest.mark.parametrize("word", ["0", "-1", "abc", "1.5", "²", "9" * 5000])
def test_a_number_of_processes_that_is_none(drafter: Drafter, folder: Path, outline: Path, word: str) -> None:
    ran = drafter("render", outline, "--jobs", word)

    assert ran.code == 2
    assert "--jobs takes a whole number" in ran.err
    assert not drafts(folder)


def test_a_part_of_templates_is_no_paper(drafter: Drafter, outline: Path) -> None:
    ran = drafter("render", outline, "--paper", "_body")

    assert ran.code == 2
    assert "no paper “_body”" in ran.err


@posix
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_called_like_a_paper_and_is_no_file_is_not_offered(
    drafter: Drafter, folder: Path, outline: Path, make: Callable[[Path], None]
) -> None:
    papers = folder / "templates/papers"
    papers.mkdir(parents=True)
    make(papers / "简报.html.j2")
    named = drafter("render", outline, "--paper", "简报")
    every = drafter("render", outline, "--paper", "all", "-o", "out")

    assert named.code == 2
    assert "Did you mean" not in named.err
    assert every.code == 0
    assert "简报" not in drafter("list").out


# ── surroundings


@pytest.mark.parametrize("columns", ["0", "-5", "abc", "²", "1", "9" * 5000, "99999999"])
def test_any_width_of_a_terminal(
    drafter: Drafter, outline: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert drafter("render", "没有.yaml").code == 1
    assert drafter("show", outline).code == 0


@posix
@pytest.mark.parametrize("command", [["list"], ["new", "annual-report"], ["render", "a.yaml"], ["show", "a.yaml"]])
def test_a_folder_that_was_deleted_is_told(tmp_path: Path, command: list[str]) -> None:
    script = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); from drafter.cli import main; main()"
    )
    ran = process([sys.executable, "-c", script, *command], tmp_path)

    assert ran.returncode == 2
    assert "no longer there" in ran.stderr


@posix
def test_names_that_the_system_cannot_write_are_told(folder: Path, outline: Path) -> None:
    outline.rename(folder / "a.yaml")
    ran = child("render", "a.yaml", cwd=folder, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert ran.returncode == 2
    assert "UTF-8" in ran.stderr
    assert "made a mistake" not in ran.stderr


def test_nothing_that_is_shown_can_steer_the_terminal(drafter: Drafter) -> None:
    ran = drafter("render", "\x1b[2J\x9b31m没有.yaml")

    assert ran.code == 1
    assert "没有.yaml" in ran.err
    assert not {"\x1b", "\x9b"} & set(ran.err)


# ── processes that end before their time


@posix
def test_an_interruption_while_the_program_starts_is_no_traceback(folder: Path) -> None:
    script = (
        "import sys, signal\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "from drafter.cli import main; main()"
    )
    ran = process([sys.executable, "-c", script, "list"], folder)

    assert ran.returncode == 130
    assert "Traceback" not in ran.stderr


def _dies_of_one(job: Job) -> Drafted:
    if job.outline == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return Drafted(job.outline)


def _lingers(job: Job) -> Drafted:
    if job.outline != "0":
        time.sleep(60)
    return Drafted(job.outline, gaps=(os.getpid(),))  # type: ignore[arg-type]


@posix
def test_an_outline_that_kills_its_process_costs_few_others() -> None:
    results = list(batch.run(batch.Work(_dies_of_one, lost), [Job(str(number)) for number in range(60)], 2))
    failed = {drafted.outline for drafted in results if drafted.problems}

    assert [drafted.outline for drafted in results] == [str(number) for number in range(60)]
    assert "7" in failed
    assert len(failed) <= 3


def _succeeds(job: Job) -> Drafted:
    return Drafted(job.outline)


@posix
@pytest.mark.parametrize("after", [0, 1])
def test_where_no_process_can_be_started_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    if multiprocessing.get_start_method() != "fork":
        pytest.skip("the stand-in below reaches forked processes only")
    real, calls = os.fork, itertools.count()

    def fork() -> int:
        if next(calls) >= after:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        return real()

    monkeypatch.setattr(os, "fork", fork)
    results = list(batch.run(batch.Work(_succeeds, lost), [Job(str(number)) for number in range(40)], 2))

    assert [drafted.outline for drafted in results] == [str(number) for number in range(40)]
    assert not any(drafted.problems for drafted in results)


@posix
def test_processes_do_not_outlive_one_that_is_killed() -> None:
    script = (
        "from drafter.cli import batch; from drafter.cli.drafting import Job, lost\n"
        "from tests.cli import test_hostile_render\n"
        "import multiprocessing\n"
        "work = batch.Work(test_hostile_render._lingers, lost)\n"
        "results = batch.run(work, [Job(str(number)) for number in range(40)], 2)\n"
        "next(results)\n"
        "print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
        "next(results)"
    )
    root = str(Path(__file__).parent.parent.parent)
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=root, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        children = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()
    deadline = time.monotonic() + 10
    while any(map(_runs, children)) and time.monotonic() < deadline:
        time.sleep(0.01)

    assert len(children) == 2
    assert not any(map(_runs, children))


def _runs(pid: int) -> bool:
    """Whether a process is at work; one that ended and that nobody has asked about does not count."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
