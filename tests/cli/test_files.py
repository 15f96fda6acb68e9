"""Files are precious: whole or not at all, and nobody's work is lost."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from drafter.cli import files, written
from drafter.problems import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old" * 100, b"new" * 100


def write_draft(path: str, data: bytes, outline: str, force: bool) -> str | None:
    begun = files.begin(path, data, force)
    files.finish(begun, lambda: files.make_sure(begun))
    written.remember(path, data, outline)
    return begun.backup or None


def refusal(call: object, *args: object) -> str:
    with pytest.raises(DrafterError) as caught:
        call(*args)  # type: ignore[operator]
    return caught.value.problems[0].id


def free(call: object, *args: object) -> str:
    with pytest.raises(DrafterError) as caught:
        call(*args)  # type: ignore[operator]
    return str(caught.value.problems[0].args["free"])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_draft_may_be_made_again_over_itself(folder: Path) -> None:
    assert write_draft("a.html", OLD, "a.yaml", force=False) is None
    assert write_draft("a.html", NEW, "a.yaml", force=False) is None

    assert (folder / "a.html").read_bytes() == NEW
    assert names(folder) == ["a.html"]


@pytest.mark.parametrize("suffix", ["html", "md", "txt", "pdf", "docx"])
def test_somebodys_work_is_refused(folder: Path, suffix: str) -> None:
    path = folder / f"题目.{suffix}"
    write_draft(str(path), OLD, "a.yaml", force=False)
    path.write_bytes(OLD + b"a word more")

    assert refusal(write_draft, str(path), NEW, "a.yaml", False) == "cli.edited"
    assert free(write_draft, str(path), NEW, "a.yaml", False) == f"题目（二稿）.{suffix}"
    assert path.read_bytes() == OLD + b"a word more"


def test_the_free_name_is_really_free(folder: Path) -> None:
    for name in ("题目.md", "题目（二稿）.md", "题目（三稿）.md"):
        (folder / name).write_bytes(OLD)

    assert free(write_draft, "题目.md", NEW, "a.yaml", False) == "题目（四稿）.md"


def test_force_keeps_every_version_that_was_worked_on(folder: Path) -> None:
    path = folder / "题目.txt"
    versions = [b"one", b"two", b"three"]
    backups = []
    for version in versions:
        path.write_bytes(version)
        backups.append(write_draft("题目.txt", NEW, "a.yaml", force=True))

    assert backups == ["题目（备份）.txt", "题目（备份2）.txt", "题目（备份3）.txt"]
    assert [(folder / str(backup)).read_bytes() for backup in backups] == versions
    assert path.read_bytes() == NEW


def test_force_makes_no_backup_of_what_is_our_own(folder: Path) -> None:
    write_draft("a.md", OLD, "a.yaml", force=True)

    assert write_draft("a.md", NEW, "a.yaml", force=True) is None
    assert names(folder) == ["a.md"]


def test_without_a_cache_no_file_is_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.library.cache_folder", lambda: None)
    write_draft("a.md", OLD, "a.yaml", force=False)

    assert refusal(write_draft, "a.md", NEW, "a.yaml", False) == "cli.edited"
    assert (folder / "a.md").read_bytes() == OLD


def test_a_new_file_never_replaces_another(folder: Path) -> None:
    (folder / "总结.yaml").write_bytes(OLD)

    assert refusal(files.write_new, "总结.yaml", NEW) == "cli.exists"
    assert (folder / "总结.yaml").read_bytes() == OLD


def test_a_link_that_leads_nowhere_is_not_replaced(folder: Path) -> None:
    (folder / "总结.yaml").symlink_to("elsewhere.yaml")

    assert refusal(files.write_new, "总结.yaml", NEW) == "cli.exists"


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real.md").write_bytes(b"")
    (folder / "link.md").symlink_to("real.md")
    files.write("link.md", NEW)

    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_bytes() == NEW


def test_permissions_stay_and_new_files_follow_the_umask(folder: Path) -> None:
    (folder / "old.md").write_bytes(b"")
    (folder / "old.md").chmod(0o600)
    umask = os.umask(0o022)
    files.write("old.md", NEW)
    files.write("new.md", NEW)
    os.umask(umask)

    assert stat.S_IMODE((folder / "old.md").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "new.md").stat().st_mode) == 0o644


def test_missing_folders_are_made(folder: Path) -> None:
    files.write("2026/文稿/a.md", NEW)

    assert (folder / "2026/文稿/a.md").read_bytes() == NEW


def test_what_cannot_be_written_is_explained(folder: Path) -> None:
    (folder / "folder.md").mkdir()
    (folder / "file").write_bytes(b"")
    (folder / "locked.md").write_bytes(OLD)
    (folder / "locked.md").chmod(0o400)

    assert refusal(files.write, "folder.md", NEW) == "cli.target-is-folder"
    assert refusal(files.write, "file/a.md", NEW) == "cli.not-a-folder"
    assert refusal(files.write, "题" * 100 + ".md", NEW) == "cli.name-too-long"
    assert refusal(files.write, "locked.md", NEW) == "cli.no-permission"
    assert (folder / "locked.md").read_bytes() == OLD
    assert names(folder) == ["file", "folder.md", "locked.md"]


def test_a_full_disk_leaves_the_old_file(folder: Path) -> None:
    """A limit on the size of files stands in for the disk: the write fails half way."""
    path = folder / "a.md"
    path.write_bytes(OLD)
    script = (
        "import resource, signal, sys; from drafter.cli import files; from drafter.problems import DrafterError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: files.write('a.md', b'x' * 2000)\n"
        "except DrafterError as error: print(error.problems[0].id)"
    )
    done = child(script, folder)

    assert done.stdout.strip() == "cli.cannot-write", done.stderr
    assert path.read_bytes() == OLD
    assert names(folder) == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_killed_process_leaves_the_old_file_or_the_new_one(folder: Path) -> None:
    """A child writes the two in turn without a pause and is killed at 25 moments nobody chose."""
    path = folder / "a.md"
    versions = {letter * 3_000_000 for letter in (b"a", b"b")}
    path.write_bytes(min(versions))
    script = (
        "from drafter.cli import files\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in (b'a', b'b'): files.write('a.md', letter * 3_000_000)"
    )
    chance = random.Random(9704)  # noqa: S311
    seen = set()
    for _ in range(25):
        process = subprocess.Popen(
            [sys.executable, "-c", script], cwd=folder, env=environment(), stdout=subprocess.PIPE
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * 0.03)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        seen.add(path.read_bytes())

    assert seen <= versions
    assert len(list(folder.glob(".drafter-*.tmp"))) > 0, "no kill came in the middle of a write"


def environment() -> dict[str, str]:
    from drafter import library

    root = os.path.dirname(os.path.dirname(str(library.__file__)))  # noqa: PTH120
    return os.environ | {"PYTHONPATH": root}


def child(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
