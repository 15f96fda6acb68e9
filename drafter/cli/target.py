"""Where drafts go: into the file or folder asked for, each under a name that no other draft of the run has."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import written
from drafter.cli.choices import one_of
from drafter.cli.drafting import FORMATS, PDF, WORD
from drafter.cli.filenames import file_name, same, tagged
from drafter.cli.paths import ENDING, STANDARD_OUTPUT, is_folder
from drafter.outline import names
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.cli.drafting import Draft


class Target:
    """Names the files of one run. ``file`` is "" where drafts go into ``folder`` under their titles."""

    def __init__(self, folder: str, file: str, to: str) -> None:
        self.folder, self.file, self.to = folder, file, to
        self._taken: dict[str, tuple[str, str]] = {}

    def path(self, draft: Draft, outline: str) -> str:
        """The path of a draft; where another outline has its name, it takes its own outline's name along.

        ``outline`` is an absolute path.
        """
        if self.file:
            return self.file
        free = (name for name in self._names(draft, Path(outline).stem) if self._is_free(name, draft.paper, outline))
        return self._path(next(free))

    def _is_free(self, name: str, paper: str, outline: str) -> bool:
        """Whether no other draft of this run has the name, nor one of an outline that is still there."""
        if self._taken.setdefault(same(name), (outline, paper)) != (outline, paper):
            return False
        other = written.source(self._path(name))
        return other in ("", outline) or not (Path(self._path(name)).exists() and Path(other).exists())

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)  # noqa: PTH118 (keeps "" as it is: no ./ before names)

    def _names(self, draft: Draft, stem: str) -> Iterator[str]:
        name = file_name(draft.title, names.chinese("papers", draft.paper), f".{self.to}", stem)
        yield name
        yield tagged(name, stem)
        yield from (tagged(name, f"{stem} {number}") for number in itertools.count(2))


def target(output: str, to: str, drafts: int) -> Target:
    """What ``-o`` and ``--to`` ask for. Raises DrafterError where they contradict each other.

    ``output`` is a file where it ends like one and no such folder exists, "-" for standard output, else a folder;
    ``drafts`` is how many are to come, at least.
    """
    name = output.strip()
    if name != STANDARD_OUTPUT and (is_folder(name) or not ENDING.search(name)):
        return Target(name, "", _format(to) or WORD)
    suffix = _printable(to) if name == STANDARD_OUTPUT else _format(Path(name).suffix)
    if to and _format(to) != suffix:
        raise DrafterError(Problem("cli.formats-differ", args={"file": name, "to": to}))
    if drafts > 1:
        raise DrafterError(Problem("cli.one-file", args={"file": name, "count": drafts}))
    return Target("", name, suffix)


def _printable(to: str) -> str:
    suffix = _format(to) or WORD
    if suffix in (WORD, PDF):
        raise DrafterError(Problem("cli.not-printable", args={"format": suffix}))
    return suffix


def _format(word: str) -> str:
    return one_of("cli.unknown-format", word, FORMATS) if word else ""
