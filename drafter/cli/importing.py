"""From one old document to its outline on disk, and what is to be told of it; worker processes do all but the disk."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drafter.cli import schema, written
from drafter.cli.files import begin, finish, make_sure, must_be_new
from drafter.cli.import_account import Account, account
from drafter.cli.paths import STANDARD_OUTPUT, is_outline, typed
from drafter.outline.source import LARGEST
from drafter.problems import DrafterError, Place, Problem
from drafter.recover.facts import Which

if TYPE_CHECKING:
    from collections.abc import Iterable


class Job(msgspec.Struct, frozen=True):
    """A document, where its outline goes, and what is asked for: the language of its keys, which facts."""

    old: str
    new: str
    keys: str = "zh"
    facts: Which = "all"
    keep_all: bool = False
    force: bool = False


class Imported(msgspec.Struct, frozen=True):
    """What came of a job. ``text`` is the outline; ``backup`` where the file went that stood in its place, or "".

    Where there are ``problems`` there is no outline.
    """

    job: Job
    text: str = ""
    account: Account | None = None
    backup: str = ""
    problems: tuple[Problem, ...] = ()


def run(job: Job) -> Imported:
    """Make the outline; what keeps it from being made comes back as problems. Never raises."""
    try:
        return _run(job)
    except DrafterError as error:
        return Imported(job, problems=error.problems)
    except Exception as error:
        from drafter.cli.unexpected import problem_of

        return Imported(job, problems=(msgspec.structs.replace(problem_of(error), place=Place(job.old)),))


def lost(job: Job) -> Imported:
    """What came of a job whose process was killed."""
    return Imported(job, problems=(Problem("import.process-died", Place(job.old)),))


def place(imported: Imported) -> Imported:
    """Put the outline where it goes. Never raises; standard output is left to whoever speaks."""
    if imported.problems or imported.job.new == STANDARD_OUTPUT:
        return imported
    try:
        return msgspec.structs.replace(imported, text="", backup=_written(imported))
    except DrafterError as error:
        return Imported(imported.job, problems=error.problems)


def _run(job: Job) -> Imported:
    from drafter.cli.opening import open_document
    from drafter.papers.printed import printed
    from drafter.recover.convert import convert

    if is_outline(job.old):
        raise DrafterError(Problem("import.outline", Place(job.old), {"file": typed(job.old)}))
    _must_be_free(job)
    manuscript = open_document(job.old)
    _must_fit(job, (line.text for line in manuscript.lines))
    converted = convert(manuscript, printed, job.keys, job.facts, job.keep_all)
    _must_fit(job, (converted.text,))
    return Imported(job, converted.text, account(converted))


def _must_fit(job: Job, words: Iterable[str]) -> None:
    """Raises DrafterError where words are more than an outline may hold, which would be written and never read."""
    if sum(len(each.encode("utf-8", "replace")) for each in words) > LARGEST:
        raise DrafterError(Problem("import.too-long", Place(job.old), {"megabytes": LARGEST // 1024 // 1024}))


def _must_be_free(job: Job) -> None:
    """Raises DrafterError where there is a file already that nobody asked to replace."""
    if not job.force and job.new != STANDARD_OUTPUT:
        must_be_new(job.new, "import.exists")


def _written(imported: Imported) -> str:
    """Write the outline and, beside it, the schema that its first line speaks of; the backup that was made, or ""."""
    job = imported.job
    data = f"# yaml-language-server: $schema={schema.BESIDE}\n{imported.text}".encode()
    begun = begin(job.new, data, job.force)
    finish(begun, lambda: make_sure(begun))
    written.remember(job.new, data, os.path.abspath(job.old))  # noqa: PTH100 (the name as it was typed, links and all)
    _put_schema(str(Path(job.new).absolute().parent), job.keys)
    return begun.backup


@cache
def _put_schema(folder: str, keys: str) -> None:
    """Write the schema into a folder, once a run."""
    schema.put_beside(f"{folder}/*.yaml", keys)
