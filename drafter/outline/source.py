"""A file of the writer's as text: read, decoded, and able to say which line a character stands on."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from functools import cached_property

import msgspec

from drafter.problems import Place, Problem, Severity

LARGEST = 5 * 1024 * 1024
# What XML 1.0 cannot hold or YAML refuses, and the line ends of Unicode that an editor does not show.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"\x1f\x8b")


def short(words: str, most: int = 200) -> str:
    """``words``, cut where they are too long for a message."""
    return words if len(words) <= most else f"{words[:most]}…"


class Source(msgspec.Struct, frozen=True, dict=True):
    """A text and the file it came from; line ends are ``\\n``. Characters count from 0, lines and columns from 1."""

    file: str
    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, index: int) -> int:
        """The number, from 1, of the line that a character stands on."""
        return bisect_right(self.starts, index)

    def line_text(self, number: int) -> str:
        """Line ``number`` without its end; "" beyond the last. A line asked for often is one string."""
        if number not in self._lines:
            start, *after = self.starts[number - 1 : number + 1] or [len(self.text)]
            self._lines[number] = self.text[start : after[0] - 1 if after else None]
        return self._lines[number]

    @cached_property
    def _lines(self) -> dict[int, str]:
        return {}

    def place(self, start: int, end: int, pointer: str = "") -> Place:
        """The place of the characters ``start`` to ``end``, which stays on the line where it begins."""
        start = min(start, len(self.text))
        number = self.line(start)
        first = self.starts[number - 1]
        source = self.line_text(number)
        last = max(start + 1, min(end, first + len(source)))
        return Place(self.file, pointer, number, start - first + 1, last - first + 1, source)


def read(path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a file, at most one more than an outline may have; a problem for what cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(LARGEST + 1), ()
    except FileNotFoundError:
        message = "outline.file-missing"
    except IsADirectoryError:
        message = "outline.file-is-folder"
    except PermissionError:
        message = "outline.file-is-folder" if os.path.isdir(path) else "outline.file-forbidden"  # noqa: PTH112
    except (OSError, ValueError):
        message = "outline.file-unreadable"
    return b"", (Problem(message, Place(path), {"file": path}),)


def decode(data: bytes, file: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """The text of a file by BOM, then strict UTF-8, then GB18030, and what is wrong with its characters.

    A forbidden character is a problem and gives way to U+FFFD, so that the rest of the file can still be read.
    """
    if len(data) > LARGEST:
        return None, (Problem("outline.too-large", Place(file), {"megabytes": LARGEST // 1024 // 1024}),)
    text, encoding = _decoded(data)
    if text is None or data.startswith(_BINARY) or text.count("\0") > max(3, len(text) // 50):
        return None, (Problem("outline.not-text", Place(file)),)
    raw = Source(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    clean = Source(file, FORBIDDEN.sub("\ufffd", raw.text))
    problems = [*_encoding(encoding, file), *_forbidden(raw, clean)]
    return clean, tuple(problems)


def _decoded(data: bytes) -> tuple[str | None, str]:
    for encoding in _candidates(data):
        try:
            return data.decode(encoding).removeprefix("\ufeff"), encoding
        except UnicodeDecodeError:
            continue
    return None, ""


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,)
    if data[1:2] == b"\0":
        return ("utf-16-le",)
    return ("utf-16-be",) if data[:1] == b"\0" else ("utf-8", "gb18030")


def _encoding(encoding: str, file: str) -> tuple[Problem, ...]:
    if encoding in ("utf-8", ""):
        return ()
    return (Problem("outline.encoding", Place(file), {"encoding": encoding.upper()}, Severity.HINT),)


def _forbidden(raw: Source, clean: Source) -> list[Problem]:
    found: dict[int, Problem] = {}
    for match in FORBIDDEN.finditer(raw.text):
        place = clean.place(match.start(), match.end())
        args: dict[str, str | int] = {"code": f"U+{ord(match[0]):04X}"}
        message = "outline.hidden-line-end" if match[0] in "\x85\u2028\u2029" else "outline.forbidden-character"
        found.setdefault(place.line, Problem(message, place, args))
    return list(found.values())
