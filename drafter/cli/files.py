"""Files are precious: written whole or not at all, and never over somebody's work without a word and a backup."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from drafter.cli import written
from drafter.cli.filenames import tagged
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

CAUSES = {
    errno.EACCES: "cli.no-permission",
    errno.EPERM: "cli.no-permission",
    errno.EROFS: "cli.read-only",
    errno.ENOSPC: "cli.disk-full",
    errno.EDQUOT: "cli.disk-full",
    errno.EISDIR: "cli.target-is-folder",
    errno.ENOTDIR: "cli.not-a-folder",
    errno.EEXIST: "cli.not-a-folder",
    errno.ENAMETOOLONG: "cli.name-too-long",
}
"""What the operating system says, as a message; on Windows a file open in Word is EACCES."""


def write_new(path: str, data: bytes) -> None:
    """Write a file that may not be there yet. Raises DrafterError, offering the next free name."""
    if os.path.lexists(path):
        free = _first_free(Path(path), (str(number) for number in itertools.count(2)))
        raise DrafterError(Problem("cli.exists", Place(path), {"free": _typed(free)}))
    write(path, data)


def write_draft(path: str, data: bytes, outline: str, force: bool) -> str | None:
    """Write a draft of an outline where nobody's work is lost by it; the path of the backup where one was made.

    A file that is not exactly what Drafter last wrote there is somebody's work: it is refused, or with ``force``
    copied to a backup first. Raises DrafterError.
    """
    backup = None
    if os.path.lexists(path) and not Path(path).is_dir() and not written.untouched(path):
        if not force:
            raise DrafterError(Problem("cli.edited", Place(path), {"free": _typed(next_free(path))}))
        backup = _back_up(path)
    write(path, data)
    written.remember(path, data, outline)
    return backup


def write(path: str, data: bytes) -> None:
    """Put ``data`` into ``path``: the old file stays whole until the new one is. Raises DrafterError."""
    target = Path(os.path.realpath(path))
    with _explained(path):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", path)
        if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)


def next_free(path: str) -> Path:
    """The first of 题目（二稿）, 题目（三稿）… beside ``path`` that is not taken."""
    from drafter.language.numerals import han

    return _first_free(Path(path), (f"{han(number)}稿" for number in itertools.count(2)))


def _typed(path: Path) -> str:
    from drafter.cli.paths import typed

    return typed(str(path))


def _back_up(path: str) -> str:
    """A copy beside the file, 题目（备份）.docx: the original is in its place until the new one is."""
    backup = _first_free(Path(path), itertools.chain(["备份"], (f"备份{number}" for number in itertools.count(2))))
    with _explained(str(backup)):
        _replace(backup, Path(path).read_bytes())
        shutil.copystat(path, backup)
    return str(backup)


def _first_free(path: Path, tags: Iterator[str]) -> Path:
    names = (path.with_name(tagged(path.name, tag)) for tag in tags)
    return next(name for name in names if not os.path.lexists(name))


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".drafter-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)  # noqa: PTH105 (its twin in pathlib says nothing else)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        _refuse(path, error)


def _refuse(path: str, error: OSError) -> NoReturn:
    cause = CAUSES.get(error.errno or 0)
    problem = Problem(cause, Place(path)) if cause else _other(path, error)
    raise DrafterError(problem) from error


def _other(path: str, error: OSError) -> Problem:
    return Problem("cli.cannot-write", Place(path), {"reason": error.strerror or str(error)})
