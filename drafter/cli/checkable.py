"""Which files a check is to look at: those named, those in the folders named, each once."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import msgspec

from drafter import yaml_files
from drafter.cli.files import BACKUP
from drafter.cli.paths import WORD, is_outline
from drafter.outline import names, source
from drafter.outline.shared import FILE as SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCUMENTS = (*WORD, ".txt", ".md", ".markdown", ".html", ".htm")
CLOSED = ".pdf"
OURS = ("drafter", "kind", "sections", "facts")
"""Keys by which an outline in a folder is told from other YAML."""


class Files(msgspec.Struct, frozen=True):
    """``paths`` are to be checked; ``passed`` stand in a folder that was named, and are PDF."""

    paths: tuple[str, ...]
    passed: tuple[str, ...] = ()


def files(words: Iterable[str]) -> Files:
    """The files that are meant by paths of files and folders, in the order given, those of a folder by name."""
    found = list({os.path.abspath(path): path for word in words for path in _meant(word)}.values())  # noqa: PTH100
    passed = {path for path in found if path.lower().endswith(CLOSED) and path not in words}
    return Files(tuple(path for path in found if path not in passed), tuple(sorted(passed)))


def _meant(word: str) -> Iterator[str]:
    if os.path.isdir(word):  # noqa: PTH112
        yield from filter(_can_be_checked, in_folder(word))
    else:
        yield word


def in_folder(folder: str) -> Iterator[str]:
    """The files in a folder and below by name: no settings, no backup, nothing that Word and editors keep."""
    for here, folders, found in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(here, name) for name in sorted(found) if _is_work(name))  # noqa: PTH118


def _is_work(name: str) -> bool:
    return not (name.startswith((".", "~$")) or name == SETTINGS or BACKUP.search(name))


def _can_be_checked(path: str) -> bool:
    return _is_ours(path) if is_outline(path) else path.lower().endswith((*DOCUMENTS, CLOSED))


def _is_ours(path: str) -> bool:
    """Whether a YAML file has keys of an outline; one that cannot be read is left to whoever tells of it."""
    data, unread = source.read(path)
    text, _ = yaml_files.decode(data)
    if unread or text is None:
        return True
    known = (name for name in names.tables()["outline"] if name.en in OURS)
    keys = "|".join(word for name in known for word in (name.en, name.zh))
    return re.search(rf"^(?:{keys})[ \t]*[:：]", text, re.MULTILINE) is not None
