"""A Word file's outer shell: parts, deflated once, packed into a zip that is the same for the same parts.

Written here and not by ``zipfile``, because a skeleton's parts are kept deflated and ``zipfile`` would do that work
again for every draft (and costs 20 ms to import). ``zipfile`` reads what is written here in the tests.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _NO_FLAGS, _DEFLATED, _MIDNIGHT, _FIRST_OF_1980 = 20, 0, 8, 0, 0x21
_LEAST_WINDOW = 9
_LEVEL = 3  # within 4 % of level 9's size at half its time, and 1 % of level 4's, measured on the examples' drafts


class Part(msgspec.Struct, frozen=True):
    """A part of the package: its name (``word/document.xml``), its deflated bytes, CRC and size of the plain."""

    name: str
    data: bytes
    crc: int
    size: int


def part(name: str, text: str | bytes) -> Part:
    """A part made of XML text (or of bytes as they are)."""
    plain = text.encode() if isinstance(text, str) else text
    window = min(zlib.MAX_WBITS, max(_LEAST_WINDOW, len(plain).bit_length()))  # a larger one only costs time to clear
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -window, window - 7)
    return Part(name, packer.compress(plain) + packer.flush(), zlib.crc32(plain), len(plain))


def pack(parts: Iterable[Part]) -> bytes:
    """The zip file of the parts, in their order, dated 1980-01-01 (the earliest a zip can say)."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in parts:
        name = one.name.encode()
        facts = (_NO_FLAGS, _DEFLATED, _MIDNIGHT, _FIRST_OF_1980, one.crc, len(one.data), one.size, len(name), 0)
        local = LOCAL.pack(b"PK\3\4", _VERSION, *facts) + name
        directory.append(CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, offset) + name)
        files += (local, one.data)
        offset += len(local) + len(one.data)
    length = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), length, offset, 0)
    return b"".join((*files, *directory, end))
