"""Compiled templates in the user's cache. One that is missing, damaged or cannot be written is compiled again."""

from __future__ import annotations

import os
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

from drafter import __version__, library

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_CHECK = 4
_VERSION = f"{__version__}-{getattr(jinja2, '__version__', '')}"


class Bytecode(BytecodeCache):
    """A file for each template, with a checksum before it: damaged bytecode could bring Python itself down."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` from its file, if that is whole."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            with open(_path(bucket), "rb") as file:  # noqa: PTH123
                check, code = file.read(_CHECK), file.read()
            if check == _checksum(code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write ``bucket`` to its file, whole or not at all."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            path = _path(bucket)
            with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:  # noqa: PTH120
                file.write(_checksum(code) + code)
            os.replace(file.name, path)  # noqa: PTH105


def _path(bucket: Bucket) -> str:
    folder = _folder()
    if folder is None:
        raise FileNotFoundError
    return f"{folder}/{bucket.key}.{_VERSION}.cache"


@cache
def _folder() -> str | None:
    parent = library.cache_folder()
    if parent is None:
        return None
    folder = f"{parent}/templates"
    with suppress(OSError):
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    return folder


def _checksum(code: bytes) -> bytes:
    return zlib.crc32(code).to_bytes(_CHECK, "big")
