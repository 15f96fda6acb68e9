"""Anyone's document, whatever it is called and whatever wrote it, as a manuscript; or a word on what to do instead.

What a file holds counts before how its name ends: a web page saved as .doc is a web page.
"""

from __future__ import annotations

import os
import re
import sys

import msgspec

from drafter.cli.paths import STANDARD_INPUT
from drafter.document import read as text
from drafter.document.manuscript import Manuscript  # noqa: TC001, what this room gives
from drafter.outline import source
from drafter.problems import DrafterError, Place, Problem

LARGEST = 100_000_000
"""Bytes of a Word file, which may be full of pictures."""
LARGEST_TEXT = 10_000_000
"""Bytes of a text, which then has some three million characters."""

_OLE, _ZIP, _RTF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"{\\rtf"
_XML_OF_WORD = re.compile(rb"\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:w:wordDocument|pkg:package)\b")
_WEB_ARCHIVE = re.compile(rb"(?i)\s*MIME-Version:|\s*From: <Saved by")
_UNREAD = {
    "outline.file-missing": "cli.document-missing",
    "outline.file-is-folder": "cli.document-is-folder",
}


def open_document(path: str) -> Manuscript:
    """The manuscript in a file, or in standard input. DrafterError for what cannot be read, or holds no document."""
    return document_in(_bytes(path), path)


def document_in(data: bytes, path: str) -> Manuscript:
    """The manuscript in the bytes of the file ``path``. DrafterError as above."""
    if not data:
        raise _refused("cli.document-empty", path)
    if len(data) > LARGEST:
        raise _refused("cli.document-too-large", path, megabytes=LARGEST // 1_000_000)
    if data.startswith(_ZIP):
        return _package(data, path)
    if data.startswith(_OLE):
        return _converted(_ole(data, path), ".doc", path)
    if data.startswith(_RTF):
        return _converted(data, ".rtf", path)
    if _XML_OF_WORD.match(data, 0, 1000):
        return _converted(data, ".xml", path)
    return _text(data, path)


def _bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    data, unread = source.read(path, LARGEST)
    if unread:
        raise DrafterError(*(msgspec.structs.replace(each, id=_UNREAD.get(each.id, each.id)) for each in unread))
    return data


def _text(data: bytes, path: str) -> Manuscript:
    if b"%PDF-" in data[:1024]:
        raise _refused("cli.document-pdf", path)
    if _WEB_ARCHIVE.match(data, 0, 1000):
        raise _refused("cli.document-web-archive", path)
    if len(data) > LARGEST_TEXT:
        raise _refused("cli.document-too-large", path, megabytes=LARGEST_TEXT // 1_000_000)
    return text.read(data, path)


def _package(data: bytes, path: str) -> Manuscript:
    """A zip: a Word file, OpenDocument, or something else that is packed like them."""
    from drafter.word import read
    from drafter.word.opc import kind

    content = kind(data)
    if content == "odt":
        return _converted(data, ".odt", path)
    if content == "other":
        raise _refused("cli.document-other", path)
    return read.read(data, path)


def _ole(data: bytes, path: str) -> bytes:
    """A file of Word 97 to 2003 or WPS; DrafterError for another program's, or one that a password locks."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _refused("cli.document-encrypted", path)
    if "WordDocument".encode("utf-16-le") not in data:
        raise _refused("cli.document-other", path)
    return data


def _converted(data: bytes, ending: str, path: str) -> Manuscript:
    """A file that LibreOffice turns into a Word file first."""
    from drafter.cli import libreoffice
    from drafter.word import read

    program = libreoffice.find()
    if not program:
        raise _refused("cli.document-no-libreoffice", path)
    try:
        (word,) = libreoffice.convert(program, [libreoffice.File(data, ending)], "docx")
    except (libreoffice.Slow, OSError):
        word = None
    if word is None:
        raise _refused("cli.document-not-converted", path)
    return msgspec.structs.replace(read.read(word, path), converted=True)


def _refused(id: str, path: str, **args: str | int) -> DrafterError:
    return DrafterError(Problem(id, Place(path), {"file": os.path.basename(path), **args}))  # noqa: PTH119
