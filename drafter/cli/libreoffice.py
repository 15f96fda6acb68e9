"""LibreOffice, which turns one format into another: found where it usually lies, run apart from the user's own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.exe",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
START = 90
"""Seconds LibreOffice may take to get going for the first time, with a profile to make."""
EACH = 30
"""Seconds a file may take."""


class File(NamedTuple):
    """A file's bytes and how its name ends (``.doc``)."""

    data: bytes
    ending: str


class Slow(Exception):  # noqa: N818
    """LibreOffice did not come to an end within ``seconds`` and was stopped."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def find() -> str:
    """The path of LibreOffice's program; "" where it is not installed."""
    named = (shutil.which(program) for program in PROGRAMS)
    usual = (os.path.expandvars(Path(place).expanduser()) for place in PLACES)
    return next((path for path in (*named, *usual) if path and Path(path).is_file()), "")


def convert(program: str, files: Sequence[File], to: str) -> list[bytes | None]:
    """Each file in the format ``to`` (``pdf``), in order, in one run; None where LibreOffice made nothing of it.

    The profile is a new one, so that a LibreOffice that is open does not get in the way, nor its settings. Raises Slow,
    and OSError where the program does not start.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{number}{file.ending}" for number, file in enumerate(files)]
        for source, file in zip(sources, files, strict=True):
            source.write_bytes(file.data)
        _run(program, folder, sources, to)
        return [_result(folder / "out" / f"{source.stem}.{to}") for source in sources]


def _run(program: str, folder: Path, sources: list[Path], to: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", "--norestore", profile, "--convert-to", to, "--outdir", str(folder / "out")]
    seconds = START + EACH * len(sources)
    try:
        _wait([*command, *map(str, sources)], seconds)
    except subprocess.TimeoutExpired as error:
        raise Slow(seconds) from error


def _wait(command: list[str], seconds: int) -> None:
    """Run a command to its end; it and what it started are stopped where that is not to be waited for."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 (a program the user installed, our own file names)
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        process.wait(seconds)
    except BaseException:
        _stop(process)
        raise


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
