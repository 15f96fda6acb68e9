"""What Drafter itself wrote where: a Word file says so inside; a note in the user's cache says it of every draft.

A note is lost with the cache. Then a Word file is still known for what it is, and any other is taken for somebody's
work.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from drafter import library

WORD = ".docx"


def untouched(path: str) -> bool:
    """Whether a file is exactly as Drafter last wrote it, so that nobody's work is in it. False in doubt."""
    if path.lower().endswith(WORD):
        from drafter.word.digest import untouched as untouched_in_word

        return untouched_in_word(path)
    try:
        return _read(path)[0] == _digest(Path(path).read_bytes())
    except OSError:
        return False


def source(path: str) -> str:
    """The outline that the draft at ``path`` was made of; "" where that is not known."""
    return _read(path)[1]


def remember(path: str, data: bytes, outline: str) -> None:
    """Note what was written and of which outline; a note that says so already is left as it is."""
    words = f"{_digest(data)}\n{outline}"
    note = _note(path)
    if note and _text(note) != words:
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(note), exist_ok=True)  # noqa: PTH103, PTH120
            with open(note, "w", encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123
                file.write(words)


def _read(path: str) -> tuple[str, str]:
    note = _note(path)
    digest, _, outline = (_text(note) if note else "").partition("\n")
    return digest, outline


def _text(note: str) -> str:
    try:
        with open(note, encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return ""


def _note(path: str) -> str:
    """The file of the note on a draft; "" where no cache can be had."""
    cache = library.cache_folder()
    return os.path.join(cache, "written", _digest(os.fsencode(os.path.realpath(path)))) if cache else ""  # noqa: PTH118


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
