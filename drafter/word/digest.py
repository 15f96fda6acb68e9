"""Tells a Word file that is exactly as we wrote it from one that somebody has worked on.

A custom property holds a digest of the names and CRCs of all other parts. Never of the zip's own bytes: deflate differs
between machines, and a file copied about stays untouched.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PART = "docProps/custom.xml"
_LARGEST = 4096
_PROPERTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Drafter">'
    "<vt:lpwstr>%s</vt:lpwstr></property></Properties>"
)


def seal(parts: Iterable[tuple[str, int]]) -> str:
    """``docProps/custom.xml`` for a file of these parts, each a name and the CRC-32 of its plain bytes."""
    listed = "\n".join([f"{name} {crc:08x}" for name, crc in sorted(parts)])
    return _PROPERTY % sha256(listed.encode()).hexdigest()


def untouched(path: str) -> bool:
    """Whether the file is exactly what Drafter last wrote; False for any other file, a broken or a missing one too."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            found = next((part for part in parts if part.filename == PART), None)
            if found is None or found.file_size > _LARGEST:
                return False
            expected = seal((part.filename, part.CRC) for part in parts if part is not found)
            return archive.read(found) == expected.encode()
    except (OSError, BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError):
        return False
