"""A file's bytes into text and back: by BOM, then UTF-8, UTF-16 without a BOM, GB18030.

On the ground floor: outlines, wording, layouts and old documents are all decoded here.
"""

from __future__ import annotations

import re

import msgspec

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"\x1f\x8b")
_SOUND = "[\u0800-\ud7ff\ue000-\uffff]"
_HAN = "[\u2010-\u2030\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]+"
_BROKEN = "[\udc80-\udcff]"


class Decoded(msgspec.Struct, frozen=True):
    """The text of a file without its BOM, line ends as they are; a byte that is broken is its surrogate escape."""

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of a file that holds ``text`` as this one holds its own. UnicodeEncodeError where it cannot."""
        return self.bom + text.encode(self.encoding, "surrogateescape")


def decode(data: bytes) -> Decoded | None:
    """The text in ``data``; None for what is no text."""
    if data.startswith(_BINARY):
        return None
    for bom, encoding in _candidates(data):
        text = _text(data[len(bom) :], encoding)
        if text is not None:
            binary = text.count("\0") > max(3, len(text) // 50)
            return None if binary else Decoded(text, encoding, bom)
    return None


def _candidates(data: bytes) -> tuple[tuple[bytes, str], ...]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return ((bom, encoding),)
    wide = _without_bom(data)
    return ((b"", wide),) if wide else ((b"", "utf-8"), (b"", "gb18030"))


def _without_bom(data: bytes) -> str:
    """UTF-16, where zero bytes (of line ends, digits, Latin letters) or nothing but Han say so; "" for all else."""
    low, high = data[1::2].count(0), data[0::2].count(0)
    encoding, zeros, others = ("utf-16-le", low, high) if low > high else ("utf-16-be", high, low)
    if data[:2].count(0) == 1 or zeros * 4 > len(data):
        return encoding
    if zeros:
        return encoding if zeros > 3 and others * 20 < zeros and not _decodes(data, "utf-8") else ""
    return next((each for each in ("utf-16-le", "utf-16-be") if _all_han(data, each)), "")


def _all_han(data: bytes, encoding: str) -> bool:
    """Whether bytes are Chinese in an encoding, every one. In UTF-8 or GB18030 a comma or full stop is never that."""
    begins = data[: 2 * 40].decode(encoding, "replace")
    if not re.fullmatch(_HAN, begins.rstrip("\ufffd")) or not _decodes(data, encoding):
        return False
    return bool(re.search("[，。]", data.decode(encoding))) and not _decodes(data, "utf-8")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _text(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _broken_utf_8(data) if encoding == "utf-8" else None


def _broken_utf_8(data: bytes) -> str | None:
    """The text of a UTF-8 file in which a few bytes are broken; None for any other.

    GB18030 hardly ever has three bytes in a row that are a character of UTF-8.
    """
    text = data.decode("utf-8", "surrogateescape")
    return text if len(re.findall(_SOUND, text)) > 3 * len(re.findall(_BROKEN, text)) else None
