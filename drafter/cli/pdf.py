"""Word to PDF through LibreOffice: found where it is usually installed, run apart from the user's own."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drafter.cli import terminal
from drafter.messages import say
from drafter.outline import names
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.drafting import Draft, Drafted

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
"""Seconds a draft may take."""
TOGETHER = 20
"""Outlines to one run of LibreOffice: starting it takes longer than a draft."""


def find() -> str:
    """The path of LibreOffice's program. Raises DrafterError where it is not installed."""
    named = (shutil.which(program) for program in PROGRAMS)
    usual = (os.path.expandvars(Path(place).expanduser()) for place in PLACES)
    for path in (*named, *usual):
        if path and Path(path).is_file():
            return path
    raise DrafterError(Problem("cli.no-libreoffice"))


def convert(drafts: list[bytes]) -> list[bytes | None]:
    """Each Word file as PDF, in order, in one run of LibreOffice; None where it made nothing of a draft.

    The profile is a new one, so that a LibreOffice that is open does not get in the way, nor its settings. Raises
    DrafterError where LibreOffice is not installed or does not come to an end.
    """
    if not drafts:
        return []
    program = find()
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{number}.docx" for number in range(len(drafts))]
        for source, draft in zip(sources, drafts, strict=True):
            source.write_bytes(draft)
        _run(program, folder, sources)
        return [_result(source.with_suffix(".pdf")) for source in sources]


def converted(made: Iterator[Drafted]) -> Iterator[Drafted]:
    """The same drafts as PDF, some outlines at a time. Raises DrafterError where LibreOffice is not installed."""
    find()
    if terminal.watched():
        terminal.err(say("cli.converting"))
    while some := list(itertools.islice(made, TOGETHER)):
        yield from _converted(some)


def _converted(some: list[Drafted]) -> Iterator[Drafted]:
    try:
        results = iter(convert([draft.data for drafted in some for draft in drafted.drafts]))
    except DrafterError as error:
        yield from (_failed(drafted, error) for drafted in some)
        return
    for drafted in some:
        yield _with_results(drafted, [(draft, next(results)) for draft in drafted.drafts])


def _failed(drafted: Drafted, error: DrafterError) -> Drafted:
    return msgspec.structs.replace(drafted, drafts=(), problems=drafted.problems + error.problems)


def _with_results(drafted: Drafted, results: list[tuple[Draft, bytes | None]]) -> Drafted:
    drafts = tuple(msgspec.structs.replace(draft, data=data) for draft, data in results if data)
    failed = tuple(
        Problem("cli.no-pdf", Place(drafted.outline), {"paper": names.chinese("papers", draft.paper)})
        for draft, data in results
        if not data
    )
    return msgspec.structs.replace(drafted, drafts=drafts, problems=drafted.problems + failed)


def _run(program: str, folder: Path, sources: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    seconds = START + EACH * len(sources)
    try:
        _wait([*command, *map(str, sources)], seconds)
    except subprocess.TimeoutExpired as error:
        raise DrafterError(Problem("cli.libreoffice-slow", args={"seconds": seconds})) from error
    except OSError as error:
        raise DrafterError(Problem("cli.libreoffice-broken", args={"program": program})) from error


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
