"""The program called as a user calls it, in this process: arguments in; exit code, output and complaints out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from drafter import messages
from drafter.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Ran(NamedTuple):
    """What a call of the program came to."""

    code: int
    out: str
    err: str


class Drafter(Protocol):
    def __call__(self, *args: object) -> Ran: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def drafter(folder: Path, capsys: pytest.CaptureFixture[str]) -> Drafter:  # noqa: ARG001 (it works there)
    """Call the program in ``folder``."""

    def call(*args: object) -> Ran:
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program speaks Chinese."""
    monkeypatch.setenv("DRAFTER_LANG", "zh")
    messages.language.cache_clear()
    yield
    messages.language.cache_clear()
