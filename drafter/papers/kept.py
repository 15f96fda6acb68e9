"""What was read from a file, kept in the user's cache under the file's name, time and size."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import msgspec

from drafter import __version__, library

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def kept(path: str, kind: type[T], load: Callable[[str], T]) -> T:
    """What ``load`` makes of the file at ``path``, remembered as long as the file stays as it is.

    A cache that is missing, damaged or cannot be written costs time and nothing else.
    """
    status = os.stat(path)  # noqa: PTH116
    return _kept(path, status.st_mtime_ns, status.st_size, kind, load)


@lru_cache(maxsize=32)
def _kept(path: str, time: int, size: int, kind: type[T], load: Callable[[str], T]) -> T:
    folder = library.cache_folder()
    if folder is None:
        return load(path)
    key = f"{__version__}|{os.path.abspath(path)}|{time}|{size}"  # noqa: PTH100
    file = f"{folder}/{kind.__name__.lower()}-{zlib.crc32(key.encode('utf-8', 'replace')):08x}.json"
    found = _read(file, key, kind)
    if found is None:
        found = load(path)
        _write(file, key, found)
    return found


def _read(file: str, key: str, kind: type[T]) -> T | None:
    with suppress(OSError, ValueError):
        with open(file, "rb") as stored:  # noqa: PTH123
            first, _, data = stored.read().partition(b"\n")
        if first == _heading(key, data):
            return msgspec.json.decode(data, type=kind)
    return None


def _write(file: str, key: str, value: object) -> None:
    data = msgspec.json.encode(value)
    with suppress(OSError):
        part = f"{file}.{os.getpid()}"
        with open(part, "wb") as stored:  # noqa: PTH123
            stored.write(_heading(key, data) + b"\n" + data)
        os.replace(part, file)  # noqa: PTH105


def _heading(key: str, data: bytes) -> bytes:
    """The first line of a kept file: whose it is, and a checksum of the rest."""
    return key.encode("utf-8", "replace").replace(b"\n", b"") + f"|{zlib.crc32(data):08x}".encode()
