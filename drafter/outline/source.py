"""A file of the writer's as text: read, decoded, and able to say which line a character stands on."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from drafter import yaml_files
from drafter.problems import Place, Problem, Severity
from drafter.yaml_files import BROKEN, FORBIDDEN

if TYPE_CHECKING:
    from drafter.yaml_files import Node

LARGEST = 5 * 1024 * 1024


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


def source_of(node: Node) -> Source:
    """The source that a node was composed from."""
    source: Source = node.start_mark.name
    return source


def read(path: str, largest: int = LARGEST) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a file, at most one more than the largest may have; a problem for what cannot be read."""
    try:
        with open(path, "rb", opener=_opened) as file:
            return file.read(largest + 1), ()
    except FileNotFoundError:
        message = "outline.file-missing"
    except IsADirectoryError:
        message = "outline.file-is-folder"
    except PermissionError:
        message = "outline.file-is-folder" if os.path.isdir(path) else "outline.file-forbidden"  # noqa: PTH112
    except (OSError, ValueError):
        message = "outline.file-unreadable"
    return b"", (Problem(message, Place(path), {"file": path}),)


def _opened(path: str, flags: int) -> int:
    """Open a file; a pipe without waiting until somebody writes to it."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    file = os.open(path, flags | at_once)
    if at_once:
        os.set_blocking(file, True)
    return file


def decode(data: bytes, file: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """The text of a file by BOM, then UTF-8, then GB18030, and what is wrong with its characters.

    A forbidden or broken character is a problem and gives way to U+FFFD, so that the rest of the file can still be
    read.
    """
    if len(data) > LARGEST:
        return None, (Problem("outline.too-large", Place(file), {"megabytes": LARGEST // 1024 // 1024}),)
    text, encoding = yaml_files.decode(data)
    if text is None:
        return None, (Problem("outline.not-text", Place(file)),)
    clean = Source(file, FORBIDDEN.sub("\ufffd", text))
    problems = _encoding(encoding, file)
    return clean, problems if clean.text is text else (*problems, *_forbidden(text, clean))


def _encoding(encoding: str, file: str) -> tuple[Problem, ...]:
    if encoding in ("utf-8", ""):
        return ()
    return (Problem("outline.encoding", Place(file), {"encoding": encoding.upper()}, Severity.HINT),)


def _forbidden(text: str, clean: Source) -> list[Problem]:
    found: dict[int, Problem] = {}
    for match in FORBIDDEN.finditer(text):
        place = clean.place(match.start(), match.end())
        found.setdefault(place.line, _forbidden_at(place, match[0]))
    return list(found.values())


def _forbidden_at(place: Place, char: str) -> Problem:
    if char == BROKEN:
        return Problem("outline.broken-character", place, severity=Severity.WARNING)
    message = "outline.hidden-line-end" if char in "\x85\u2028\u2029" else "outline.forbidden-character"
    return Problem(message, place, {"code": f"U+{ord(char):04X}"})
