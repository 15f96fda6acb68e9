"""A baseline: the findings of a day, accepted as they are, so that later only new ones are told.

A finding is known by its file, its rule, its words and the words of its line, never by the line's number: it may move.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drafter import messages
from drafter.problems import DrafterError, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

FILE = ".drafter-baseline.json"
MOST_WORDS = 60


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """Findings alike: ``count`` times ``code`` at ``text`` on a line whose words have this ``fingerprint``.

    ``file`` is the path from the baseline's folder, with /. What no rule found has the name of its message for a code.
    """

    file: str
    code: str
    text: str
    fingerprint: str
    count: int = 1


class Baseline(msgspec.Struct, frozen=True):
    """What is accepted; ``folder`` is where the baseline lies."""

    entries: tuple[Entry, ...] = ()
    folder: str = ""


class Compared(msgspec.Struct, frozen=True):
    """Findings against a baseline: the ``new`` ones, how many were accepted, and entries that nothing answers to."""

    new: tuple[Problem, ...] = ()
    accepted: int = 0
    stale: tuple[Entry, ...] = ()


def read(path: str) -> Baseline:
    """The baseline in a file. Raises DrafterError where there is none or it cannot be read."""
    try:
        entries = msgspec.json.decode(_bytes(path), type=tuple[Entry, ...])
    except FileNotFoundError:
        raise DrafterError(Problem("check.baseline-missing", Place(path), {"file": path})) from None
    except (OSError, ValueError, RecursionError):
        raise DrafterError(Problem("check.baseline-unreadable", Place(path), {"file": path})) from None
    return Baseline(entries, os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120


def _bytes(path: str) -> bytes:
    """What a file holds. OSError where there is none, or a device or a pipe, which may never end."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
        raise OSError(errno.ENODEV, "", path)
    return Path(path).read_bytes()


def new(problems: Sequence[Problem], baseline: Baseline, files: Collection[str] | None = None) -> Compared:
    """The problems that the baseline does not accept.

    ``files`` are all that were checked, those without problems too: only what is accepted of them can be stale. Where
    they are not given, they are those of the problems.
    """
    if not baseline.entries:
        return Compared(tuple(problems))
    left = Counter({_once(entry): 0 for entry in baseline.entries})
    for entry in baseline.entries:
        left[_once(entry)] += entry.count
    found: list[Problem] = []
    for problem in problems:
        known = _entry(problem, baseline.folder)
        if known is not None and left[known] > 0:
            left[known] -= 1
        else:
            found.append(problem)
    checked = {_file(file, baseline.folder) for file in (files or {problem.place.file for problem in problems})}
    stale = tuple(_times(entry, count) for entry, count in left.items() if count > 0 and entry.file in checked)
    return Compared(tuple(found), len(problems) - len(found), stale)


def write(
    problems: Sequence[Problem],
    path: str,
    files: Collection[str] = (),
    put: Callable[[str, bytes], object] | None = None,
) -> int:
    """Accept the problems: write them into the baseline ``path``; gives how many. Raises OSError, DrafterError.

    What is accepted of other files than ``files``, those that were checked, stays accepted. An error that no rule
    found, as of a file that cannot be read, is never accepted. ``put`` writes a file whole or not at all.
    """
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    entries = [entry for problem in problems if (entry := _entry(problem, folder))]
    counted = _of_others(path, {_file(file, folder) for file in files}) + Counter(entries)
    (put or _put)(path, _json(counted))
    return len(entries)


def _put(path: str, data: bytes) -> None:
    temporary = Path(f"{path}.new")
    temporary.write_bytes(data)
    temporary.replace(path)


def _of_others(path: str, checked: set[str]) -> Counter[Entry]:
    """What an older baseline accepts of files that were not checked now."""
    older = read(path).entries if checked and Path(path).exists() else ()
    return Counter({_once(entry): entry.count for entry in older if entry.file not in checked})


def _json(counted: Counter[Entry]) -> bytes:
    """One entry a line, in order: a change is easy to see in git."""
    entries: Iterable[Entry] = (_times(entry, count) for entry, count in counted.items())
    lines = sorted(msgspec.json.encode(entry) for entry in entries)
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _entry(problem: Problem, folder: str) -> Entry | None:
    code = messages.code(problem) or (problem.id if problem.severity is not Severity.ERROR else "")
    if not code:
        return None
    text = str(problem.args.get("text", ""))[:MOST_WORDS]
    return Entry(_file(problem.place.file, folder), code, text, _fingerprint(problem.place.source))


def _fingerprint(line: str) -> str:
    """What stays the same of a line that is moved or indented."""
    return sha256("".join(line.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _file(file: str, folder: str) -> str:
    path = os.path.abspath(file)  # noqa: PTH100
    try:
        path = os.path.relpath(path, folder)
    except ValueError:  # on another drive of Windows
        return path
    return path.replace(os.sep, "/")


def _once(entry: Entry) -> Entry:
    return _times(entry, 1)


def _times(entry: Entry, count: int) -> Entry:
    return msgspec.structs.replace(entry, count=count)
