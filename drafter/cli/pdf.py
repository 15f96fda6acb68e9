"""Word to PDF through LibreOffice."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from drafter.cli import libreoffice, terminal
from drafter.messages import say
from drafter.outline import names
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.drafting import Draft, Drafted

TOGETHER = 20
"""Outlines to one run of LibreOffice: starting it takes longer than a draft."""


def find() -> str:
    """The path of LibreOffice's program. Raises DrafterError where it is not installed."""
    program = libreoffice.find()
    if not program:
        raise DrafterError(Problem("cli.no-libreoffice"))
    return program


def convert(drafts: list[bytes]) -> list[bytes | None]:
    """Each Word file as PDF, in order, in one run of LibreOffice; None where it made nothing of a draft.

    Raises DrafterError where LibreOffice is not installed or does not come to an end.
    """
    if not drafts:
        return []
    program = find()
    try:
        return libreoffice.convert(program, [libreoffice.File(draft, ".docx") for draft in drafts], "pdf")
    except libreoffice.Slow as error:
        raise DrafterError(Problem("cli.libreoffice-slow", args={"seconds": error.seconds})) from error
    except OSError as error:
        raise DrafterError(Problem("cli.libreoffice-broken", args={"program": program})) from error


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
