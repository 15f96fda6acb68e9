"""Which documents an import is to read, and where the outline of each goes: no two outlines into one file."""

from __future__ import annotations

import itertools
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drafter.cli.checkable import CLOSED, DOCUMENTS, in_folder
from drafter.cli.filenames import same, tagged
from drafter.cli.paths import ENDING, OUTLINES, STANDARD_INPUT, STANDARD_OUTPUT, is_folder, is_outline, outline_path
from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Named = tuple[str, str]
"""A document, and the folder that its outline goes into."""


class Targets(msgspec.Struct, frozen=True):
    """``pairs`` are documents, each with the path of its outline. ``many``: a folder, or more than one was named.

    ``folder`` is where all of them are, "" where no one folder was named.
    ``closed`` are the PDFs of a folder, ``others`` what is in it besides; neither is read.
    """

    pairs: tuple[tuple[str, str], ...]
    many: bool = False
    folder: str = ""
    closed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def targets(words: Sequence[str], output: str) -> Targets:
    """What is meant by paths of documents and folders, and by ``-o``; without it outlines stand beside documents.

    Raises DrafterError where there is nothing to import, or several outlines are to go into one file.
    """
    output = output.strip()
    if len(words) == 1 and not os.path.isdir(words[0]):  # noqa: PTH112
        return Targets(((words[0], _target(words[0], output)),))
    if output == STANDARD_OUTPUT or (output and not is_folder(output) and ENDING.search(output)):
        raise DrafterError(Problem("cli.one-file", args={"file": output, "count": len(words)}))
    found = list({os.path.abspath(path): (path, folder) for path, folder in _meant(words, output)}.values())  # noqa: PTH100
    named = [each for each in found if each[0] in words or each[0].lower().endswith(DOCUMENTS)]
    if not named:
        raise DrafterError(Problem("import.nothing", Place(words[0])))
    left = [path for path, _ in found if path not in {path for path, _ in named}]
    closed = tuple(path for path in left if path.lower().endswith(CLOSED))
    others = tuple(path for path in left if path not in closed and not is_outline(path))
    return Targets(tuple(_paired(named)), True, words[0] if len(words) == 1 else "", closed, others)


def _target(old: str, output: str) -> str:
    """The path of the only outline."""
    if old == STANDARD_INPUT:
        return outline_path(output or STANDARD_OUTPUT, "")
    return outline_path(output or os.path.dirname(old), Path(old).stem + OUTLINES[0])  # noqa: PTH120


def _meant(words: Iterable[str], output: str) -> Iterator[Named]:
    for word in words:
        if os.path.isdir(word):  # noqa: PTH112
            yield from ((path, _mirrored(path, word, output)) for path in in_folder(word))
        else:
            yield word, output or os.path.dirname(word)  # noqa: PTH120


def _mirrored(path: str, folder: str, output: str) -> str:
    """The folder in ``output`` that a document's own in ``folder`` answers to; its own where no other is asked for."""
    here = os.path.dirname(path)  # noqa: PTH120
    return os.path.normpath(os.path.join(output, os.path.relpath(here, folder))) if output else here  # noqa: PTH118


def _paired(named: list[Named]) -> Iterator[tuple[str, str]]:
    """The documents with their outlines; those that would have one name take the endings of their documents along."""
    wanted = [os.path.join(folder, Path(path).stem + OUTLINES[0]) for path, folder in named]  # noqa: PTH118
    often, taken = Counter(map(same, wanted)), set[str]()
    for (path, _), name in zip(named, wanted, strict=True):
        free = next(each for each in _names(name, path, often[same(name)] > 1) if same(each) not in taken)
        taken.add(same(free))
        yield path, free


def _names(name: str, path: str, often: bool) -> Iterator[str]:
    """Names for an outline, the best first."""
    folder, file = os.path.split(name)
    ending = Path(path).suffix.lstrip(".")
    tags = itertools.chain([ending] if ending else [], (f"{ending} {number}".strip() for number in itertools.count(2)))
    if not often:
        yield name
    yield from (os.path.join(folder, tagged(file, tag)) for tag in tags)  # noqa: PTH118
