"""``--fix`` for one file: shows what would change, asks where somebody is there to answer, writes, keeps a backup.

Word goes to standard error: standard output is for what was found, which a program may read.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from drafter.cli import terminal, written
from drafter.cli.ask import agreed
from drafter.cli.changes import change_lines
from drafter.cli.files import begin, finish, make_sure
from drafter.cli.mended import Mended, mended
from drafter.cli.paths import shown
from drafter.messages import say
from drafter.outline import source
from drafter.problems import DrafterError, Edit, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Check = Callable[[bytes], Sequence[Problem]]

LARGEST = 100_000_000
MOST_ROUNDS = 8
"""Rounds after which what is still to be mended is left: two rules may not agree."""


class Fixed(msgspec.Struct, frozen=True):
    """What became of a file: the edits made, those that could not be made, and where its old text went.

    ``declined`` means that somebody was asked and said no; then nothing is ``done``.
    """

    path: str
    done: tuple[Edit, ...] = ()
    left: tuple[Edit, ...] = ()
    backup: str = ""
    declined: bool = False


def fix(path: str, problems: Sequence[Problem], check: Check | None = None) -> Fixed:
    """Mend a file by the edits of its problems. Raises DrafterError where it cannot be read or written.

    Only what a rule found is mended, never what loading complains of. ``check`` gives the problems of the file's bytes
    once they are mended: what stands in another's way now is mended in a second round, so that one run leaves nothing
    to mend. Shows nothing and asks nothing where there is nothing to mend. A file that somebody changes while the
    question stands is left as it is then.
    """
    data = _read(path)
    result = settled(path, data, problems, check)
    if not result.done:
        return Fixed(path, left=result.left)
    if terminal.interactive() and not _agreed(path, data, result.data):
        terminal.err(say("fixing.declined", file=shown(path)))
        return Fixed(path, left=(*result.done, *result.left), declined=True)
    if _read(path) != data:
        raise DrafterError(Problem("fixing.changed", Place(path)))
    backup = _write(path, result.data)
    fixed = Fixed(path, result.done, result.left, backup)
    terminal.err(*_told(fixed))
    return fixed


def settled(path: str, data: bytes, problems: Sequence[Problem], check: Check | None = None) -> Mended:
    """The bytes of a file mended until nothing more can be; without ``check``, once."""
    result = mended(path, data, problems)
    done, rounds = result.done, 1
    while check and result.done and rounds < MOST_ROUNDS:
        result = mended(path, result.data, check(result.data))
        done, rounds = (*done, *result.done), rounds + 1
    return Mended(result.data, done, result.left)


def _read(path: str) -> bytes:
    data, unread = source.read(path, LARGEST)
    if unread:
        raise DrafterError(*unread)
    return data


def _agreed(path: str, before: bytes, after: bytes) -> bool:
    terminal.out(((say("fixing.heading", file=shown(path)), "file"),))
    terminal.out(*change_lines(_lines(before, path), _lines(after, path), terminal.width(sys.stdout)))
    return agreed("fixing.ask-untouched" if written.untouched(path) else "fixing.ask")


def _lines(data: bytes, path: str) -> Sequence[str]:
    """The lines of a file, or the paragraphs of a Word file."""
    from drafter.cli.opening import document_in

    return document_in(data, path).sources


def _write(path: str, data: bytes) -> str:
    """Write the mended file; where the old one went, "" where it was nobody's work but Drafter's."""
    try:
        begun = begin(path, data, force=True)
        finish(begun, lambda: make_sure(begun))
    except DrafterError as error:
        raise DrafterError(*map(_closed, error.problems)) from error
    return begun.backup


def _closed(problem: Problem) -> Problem:
    """A problem with writing, with a remedy for a file that is mended where it lies."""
    if problem.id != "cli.no-permission":
        return problem
    return msgspec.structs.replace(problem, remedy="fixing.no-permission")


def _told(fixed: Fixed) -> list[str]:
    lines = [say("fixing.done", file=shown(fixed.path), count=len(fixed.done))]
    if fixed.backup:
        lines.append(say("fixing.backup", backup=shown(fixed.backup)))
    if fixed.left:
        lines.append(say("fixing.left", count=len(fixed.left)))
    return lines
