"""A layout as everything of a Word file but its body, kept in the user's cache.

A run that finds its skeleton there imports neither YAML nor lxml. A cache that cannot be written is no error,
nor is one that is damaged: the skeleton is compiled again.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from drafter import __version__, library
from drafter.problems import DrafterError, Place, Problem
from drafter.word.layout import BlankLines, Placeholder
from drafter.word.package import Part

_HERE = Path(__file__).parent
_WORD_FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps")
_LARGEST = 30_000_000


class Skeleton(msgspec.Struct, frozen=True):
    """A Word file without its body.

    ``opening`` and ``section`` go before and after the body in ``word/document.xml``; ``styles`` has the id of each
    role's style. ``character`` and ``cell_character`` are one 字 of the body and of a table's cell, ``text_width`` is
    that of the text area, all in twips; ``title_width`` is a line of the title in 字.
    """

    parts: tuple[Part, ...]
    opening: str
    section: str
    styles: dict[str, str]
    character: int
    cell_character: int
    text_width: int
    title_width: int
    blank_lines: BlankLines
    placeholder: Placeholder


def skeleton(layout_path: str) -> Skeleton:
    """The skeleton of a layout file: YAML, or an office's own Word file. DrafterError where it cannot be used."""
    data = _read(layout_path)
    place = _cache_file(layout_path, data)
    return _kept(place) or _keep(place, _compile(layout_path, data))


def is_word_file(path: str, data: bytes) -> bool:
    """Whether a layout is (or says it is) a Word file, not YAML."""
    return path.lower().endswith(_WORD_FILES) or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _compile(path: str, data: bytes) -> Skeleton:
    if is_word_file(path, data):
        from drafter.word.house import house_skeleton

        return house_skeleton(path, data)
    from drafter.word.build import build
    from drafter.word.read_layout import read_layout

    return build(read_layout(path, data))


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise DrafterError(Problem("word.layout-missing", Place(path), {"file": path})) from None
    except (OSError, ValueError):
        raise DrafterError(Problem("word.layout-unreadable", Place(path), {"file": path})) from None
    if len(data) > _LARGEST:
        raise DrafterError(Problem("word.house-too-large", Place(path), {"file": path}))
    return data


def _cache_file(path: str, data: bytes) -> Path | None:
    """Where the skeleton of a layout is kept, named by all that it is made from; None where nothing can be kept."""
    folder = library.cache_folder()
    standard = _facts(Path(library.built_in("layouts", "gbt9704")))
    sources = (__version__, is_word_file(path, data), standard, _makers())
    name = sha256(repr(sources).encode() + data).hexdigest()[:32]
    return Path(folder, f"skeleton-{name}.bin") if folder else None


def _makers() -> list[tuple[str, int, int]]:
    """Name, size and time of every file of this room and its base package."""
    return sorted(_facts(path) for pattern in ("*.py", "base/**/*") for path in _HERE.glob(pattern))


def _facts(path: Path) -> tuple[str, int, int]:
    facts = path.stat()
    return path.name, facts.st_size, facts.st_mtime_ns


def _kept(place: Path | None) -> Skeleton | None:
    try:
        data = place.read_bytes() if place else b""
    except OSError:
        return None
    if data[:4] != _check(data[4:]):
        return None
    try:
        return msgspec.msgpack.decode(data[4:], type=Skeleton)
    except msgspec.DecodeError:
        return None


def _keep(place: Path | None, made: Skeleton) -> Skeleton:
    """Write a skeleton down, whole or not at all, so that two runs at once do not disturb each other."""
    if place is None:
        return made
    data = msgspec.msgpack.encode(made)
    passing = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        passing.write_bytes(_check(data) + data)
        passing.replace(place)
    return made


def _check(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")
