"""One part of a zip file replaced, and not a byte of the others: they are not even unpacked.

``zipfile`` can only add; to write all parts anew would deflate every picture again, and fail on one that is damaged.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from drafter.word.package import CENTRAL, LOCAL, Part, part

if TYPE_CHECKING:
    from zipfile import ZipInfo

_OFFSET = struct.Struct("<I")
_END = b"PK\5\6"
_DIRECTORY_AT = 16
_HAS_DESCRIPTOR, _DEFLATED = 8, 8


def replaced(data: bytes, name: str, plain: bytes) -> bytes:
    """The zip file with the part ``name`` holding ``plain``. KeyError where there is none, BadZipFile for no zip."""
    with ZipFile(io.BytesIO(data)) as archive:
        infos, old, directory = archive.infolist(), archive.getinfo(name), archive.start_dir
    made, begin = part(name, plain), old.header_offset
    end = min([each.header_offset for each in infos if each.header_offset > begin], default=directory)
    entry = _entry(data, begin, made)
    grown = len(entry) - (end - begin)
    tail = _tail(data, infos, directory, old, made, grown)
    return b"".join((data[:begin], entry, data[end:directory], tail))


def _entry(data: bytes, begin: int, made: Part) -> bytes:
    """The part as it stands among the others: its old head, sizes apart, and the new bytes."""
    head = LOCAL.unpack_from(data, begin)
    first = begin + LOCAL.size
    name = data[first : first + head[9]]
    new = LOCAL.pack(*head[:2], head[2] & ~_HAS_DESCRIPTOR, _DEFLATED, *head[4:6], *_facts(made), len(name), 0)
    return new + name + made.data


def _tail(data: bytes, infos: list[ZipInfo], directory: int, old: ZipInfo, made: Part, grown: int) -> bytes:
    """The directory and all behind it: what comes after the part begins ``grown`` bytes later."""
    tail, at = bytearray(data[directory:]), 0
    for info in infos:
        record = list(CENTRAL.unpack_from(tail, at))
        if info is old:
            record[3:5] = record[3] & ~_HAS_DESCRIPTOR, _DEFLATED
            record[7:10] = _facts(made)
        elif info.header_offset > old.header_offset:
            record[-1] += grown
        CENTRAL.pack_into(tail, at, *record)
        at += CENTRAL.size + sum(record[10:13])
    _move_directory(tail, at, grown)
    return bytes(tail)


def _move_directory(tail: bytearray, at: int, grown: int) -> None:
    """Say at the end where the directory begins. BadZipFile for the large files' form, which no paper has."""
    found = tail.find(_END, at)
    if found != at:
        raise BadZipFile
    (offset,) = _OFFSET.unpack_from(tail, at + _DIRECTORY_AT)
    _OFFSET.pack_into(tail, at + _DIRECTORY_AT, offset + grown)


def _facts(made: Part) -> tuple[int, int, int]:
    return made.crc, len(made.data), made.size
