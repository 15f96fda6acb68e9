"""Files are precious: written whole or not at all, and never over somebody's work without a word and a backup."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import re
import shutil
import stat
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import msgspec

from drafter.cli import written
from drafter.cli.filenames import tagged
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CAUSES = {
    errno.EACCES: "cli.no-permission",
    errno.EPERM: "cli.no-permission",
    errno.EROFS: "cli.read-only",
    errno.ENOSPC: "cli.disk-full",
    errno.EDQUOT: "cli.disk-full",
    errno.EISDIR: "cli.target-is-folder",
    errno.ENODEV: "cli.not-a-file",
    errno.ENOENT: "cli.no-such-place",
    errno.ENOTDIR: "cli.not-a-folder",
    errno.EEXIST: "cli.not-a-folder",
    errno.ENAMETOOLONG: "cli.name-too-long",
}
"""What the operating system says, as a message; on Windows a file open in Word is EACCES."""


STALE = 3600
"""Seconds after which a file half written is nobody's any more; the oldest network drive is quicker."""
BACKUP = re.compile(r"（备份\d*）(\.[^.]*)?$")
"""How the name of a backup ends."""
HALF_WRITTEN = r"\.drafter-\d+-[0-9a-f]{8}\.tmp"


class Begun(msgspec.Struct, frozen=True):
    """A file on its way: ``target`` is as it was until ``temporary``, which holds the new data, takes its place.

    ``mode`` is that of the file at ``target``, 0 for none; ``backup`` where its copy went, "" where none was made.
    """

    path: str
    target: str
    temporary: str
    file: BinaryIO
    mode: int
    backup: str


def write_new(path: str, data: bytes) -> None:
    """Write a file that may not be there yet. Raises DrafterError, offering the next free name."""
    must_be_new(path)
    write(path, data)


def must_be_new(path: str, remedy: str = "") -> None:
    """Raises DrafterError, offering the next free name, where there is a file already.

    ``remedy`` is the message that says what else can be done.
    """
    if os.path.lexists(path):
        free = _first_free(Path(path), (str(number) for number in itertools.count(2)))
        raise DrafterError(Problem("cli.exists", Place(path), {"free": _typed(free)}, remedy=remedy))


def begin(path: str, data: bytes, force: bool) -> Begun:
    """Begin to write a draft where nobody's work is lost by it; ``finish`` it once ``make_sure`` is done.

    A file that is not exactly what Drafter last wrote there is somebody's work: it is refused, or with ``force``
    copied to a backup first. Raises DrafterError.
    """
    backup = ""
    with _explained(path):
        _mode(os.path.realpath(path))
    if os.path.lexists(path) and not written.untouched(path):
        if not force:
            raise DrafterError(Problem("cli.edited", Place(path), {"free": _typed(next_free(path))}))
        backup = _back_up(path)
    with _explained(path):
        return _begun(path, data, backup)


def make_sure(begun: Begun) -> None:
    """Wait until the disk has the data for good. It may raise OSError, for ``finish`` to tell."""
    os.fsync(begun.file.fileno())


def finish(begun: Begun, sure: Callable[[], object]) -> None:
    """Put the new file in place of the old, once ``sure`` has come back. Raises DrafterError."""
    try:
        with _explained(begun.path):
            with begun.file:
                sure()
            if begun.mode:
                os.chmod(begun.temporary, stat.S_IMODE(begun.mode))  # noqa: PTH101
            os.replace(begun.temporary, begun.target)  # noqa: PTH105
    except BaseException:
        _drop(begun.temporary)
        raise


def write(path: str, data: bytes) -> None:
    """Put ``data`` into ``path``: the old file stays whole until the new one is. Raises DrafterError."""
    with _explained(path):
        begun = _begun(path, data)
    finish(begun, lambda: make_sure(begun))


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
        data = Path(path).read_bytes()
    write(str(backup), data)
    with _explained(str(backup)):
        shutil.copystat(path, backup)
    return str(backup)


def _first_free(path: Path, tags: Iterator[str]) -> Path:
    names = (path.with_name(tagged(path.name, tag)) for tag in tags)
    return next(name for name in names if not os.path.lexists(name))


def _begun(path: str, data: bytes, backup: str = "") -> Begun:
    target = os.path.realpath(path)
    mode = _mode(target)
    folder = os.path.dirname(target)  # noqa: PTH120
    if not mode:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    _sweep(folder)
    temporary = os.path.join(folder, f".drafter-{os.getpid()}-{os.urandom(4).hex()}.tmp")  # noqa: PTH118
    return Begun(path, target, temporary, _filled(temporary, data), mode, backup)


def _mode(target: str) -> int:
    """The mode of the file that is to be replaced, 0 where there is none. OSError where there may be none."""
    mode = os.stat(target).st_mode if os.path.exists(target) else 0  # noqa: PTH110, PTH116
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "", target)
    if mode and not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "", target)
    if mode and not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "", target)
    return mode


@cache
def _sweep(folder: str) -> None:
    """Remove, once a run, what runs that were killed have left half written in a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                entry.name[:1] == "."
                and re.fullmatch(HALF_WRITTEN, entry.name)
                and time.time() - entry.stat().st_mtime > STALE
            ):
                _drop(entry.path)


def _filled(temporary: str, data: bytes) -> BinaryIO:
    """A new file, still open, with ``data`` in it; no file where that fails."""
    file = open(temporary, "xb")  # noqa: PTH123, SIM115
    try:
        file.write(data)
        file.flush()
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        _drop(temporary)
        raise
    return file


def _drop(temporary: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108


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
